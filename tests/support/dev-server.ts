import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A development server that was started, and what its pages and its error screen say. */
export interface DevServer {
  /** The text of a page, with its status in front: "200 <!doctype html>…". */
  page(path: string): Promise<string>;
  /** Where the error screens opened so far would lead: file and line, the last at the end. */
  readonly opened: readonly string[];
  /** What the server has printed. */
  printed(): string;
  stop(): Promise<void>;
}

/** A port on this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/**
 * Starts the development server, on this machine only, and waits until it answers.
 * @param project the root folder of a project
 * @param config its configuration, from the root
 * @param base the path it is served below
 */
export async function startDevServer(project: string, config: string, base = ''): Promise<DevServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      join(project, 'node_modules/astro/bin/astro.mjs'),
      'dev',
      '--config',
      config,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    {
      cwd: project,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        VITEST: '',
        ASTRO_DEV_BACKGROUND: '0',
        COMPANY: '',
        BASE_PATH: base,
        SITE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const ready = new Promise<void>((resolve, reject) => {
    const take = (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('watching for file changes')) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', () => reject(new Error(`The development server ended:\n${printed}`)));
  });
  await ready;

  const opened: string[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`, 'vite-hmr');
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as { type: string; err?: { loc?: { file?: string; line?: number } } };
    if (told.type === 'error') opened.push(`${told.err?.loc?.file ?? ''}:${told.err?.loc?.line ?? ''}`);
  });
  await once(socket, 'open');

  return {
    page: async (path) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return `${response.status} ${await response.text()}`;
    },
    opened,
    printed: () => printed,
    stop: async () => {
      socket.close();
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
