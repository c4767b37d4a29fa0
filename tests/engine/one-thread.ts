import { ThreadsPoolWorker, type PoolOptions, type PoolWorker, type WorkerRequest } from 'vitest/node';
import type { Plugin } from 'vitest/config';

type Hears = (said: unknown) => void;

/** The one thread, once it is started. */
let thread: ThreadsPoolWorker | undefined;

/** A turn of the one thread, for one file of tests: the thread is told of its start once, and never of its end. */
class Turn implements PoolWorker {
  readonly name = 'one-thread';
  readonly #options: PoolOptions;
  readonly #heard: [event: string, hears: Hears][] = [];
  #config: object | undefined;
  #isFirst = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }
  async start(): Promise<void> {
    if (thread) return;
    this.#isFirst = true;
    thread = new ThreadsPoolWorker(this.#options);
    await thread.start();
  }
  on(event: string, hears: Hears): void {
    this.#heard.push([event, hears]);
    thread?.on(event, hears);
  }
  off(event: string, hears: Hears): void {
    thread?.off(event, hears);
  }
  send(message: WorkerRequest): void {
    if (message.type === 'start') this.#config = message.context.config;
    if (message.type === 'stop') {
      this.#answer('stopped');
      for (const [event, hears] of this.#heard) this.off(event, hears);
    } else if (message.type === 'start' && !this.#isFirst) this.#answer('started');
    else if (message.type === 'run')
      thread?.send(Object.assign(message, { context: { ...message.context, config: this.#config } }));
    else thread?.send(message);
  }
  async stop(): Promise<void> {
    // The next turn begins.
  }
  deserialize(data: unknown): unknown {
    return data;
  }

  #answer(type: string): void {
    for (const [event, hears] of this.#heard)
      if (event === 'message') hears({ type, __vitest_worker_response__: true });
  }
}

/**
 * Makes Vitest run all tests in one thread, over all its runs: its own threads are thrown away after each, and to start
 * one, and to read the packages in it, takes ten times as long as the tests of one altered place. Each file of tests
 * reads the engines afresh all the same.
 */
export const oneThread: Plugin = {
  name: 'one-thread',
  configureVitest({ project }) {
    const poolRunner = { name: 'one-thread', createPoolWorker: (options: PoolOptions) => new Turn(options) };
    Object.assign(project.config, { pool: poolRunner.name, poolRunner });
  },
};
