import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inflateSync } from 'node:zlib';
import { must } from '../support/must.ts';
import { asCode, asValue, firstThere, home, type Engine, type Running, type Window } from './engine.ts';

const program = firstThere(
  process.env['FIREFOX_PATH'],
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
);

interface Told {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** All that a PDF has packed, unpacked: what is drawn, and what the file is made of. */
const streamsOf = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n/g)]
    .map(({ index, 0: { length } }) => {
      try {
        return inflateSync(pdf.subarray(index + length)).toString('latin1');
      } catch {
        // A picture or a font may be packed in another way.
        return '';
      }
    })
    .join('\n');

/** Sends commands of WebDriver BiDi over a socket. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (told: Told) => void>();
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Told;
    if (told.id !== undefined) waiting.get(told.id)?.(told);
  });
  let last = 0;
  return {
    close: () => socket.close(),
    send: async <Answer>(method: string, params: object = {}): Promise<Answer> => {
      const id = ++last;
      const answered = new Promise<Told>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params }));
      const told = await answered;
      waiting.delete(id);
      if (told.type === 'error') throw new Error(`Firefox, ${method}: ${told.error} ${told.message}`);
      return told.result as Answer;
    },
  };
}

/** Firefox, driven by WebDriver BiDi, which it speaks by itself. */
export const firefox: Engine = {
  name: 'Firefox',
  prints: true,
  missing: program ? [] : ['firefox-esr'],
  async start(): Promise<Running> {
    const { folder, remove } = home();
    const browser = spawn(
      program ?? '',
      ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } },
    );
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(browser.stderr).on('line', (line) => {
        const [, address] = /^WebDriver BiDi listening on (\S+)/.exec(line) ?? [];
        if (address) resolve(address);
      });
      browser.once('exit', () => reject(new Error('Firefox ended before it could be spoken to.')));
    });
    const { send, close } = await connect(`${address}/session`);
    // Whatever a browser would like to ask its maker leads nowhere: only this machine is reached.
    const nowhere = '127.0.0.1:9';
    const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: {
        alwaysMatch: { proxy: { proxyType: 'manual', httpProxy: nowhere, sslProxy: nowhere, noProxy: ['localhost'] } },
      },
    });
    const contexts = new Map<Window, string>();
    /** What is done in a page, be it that of a window or that of a frame. */
    const inPage = (context: string): Pick<Window, 'run' | 'act'> => ({
      run: async (inPage, ...given) => {
        const told = await send<{ result?: { value: unknown }; exceptionDetails?: { text: string } }>(
          'script.callFunction',
          {
            target: { context },
            functionDeclaration: `async () => { ${asCode(inPage, given)} }`,
            awaitPromise: true,
          },
        );
        if (told.exceptionDetails) throw new Error(told.exceptionDetails.text);
        return asValue(told.result?.value);
      },
      act: (hand) => send('input.performActions', { context, actions: [hand] }),
    });
    return {
      version: capabilities.browserVersion,
      async newWindow(): Promise<Window> {
        const { userContext } = await send<{ userContext: string }>('browser.createUserContext');
        const { context } = await send<{ context: string }>('browsingContext.create', { type: 'window', userContext });
        const go = (delta: number) => send<undefined>('browsingContext.traverseHistory', { context, delta });
        const window: Window = {
          open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
          reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
          back: () => go(-1),
          forward: () => go(1),
          ...inPage(context),
          resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
          close: () => send('browser.removeUserContext', { userContext }),
        };
        contexts.set(window, context);
        return window;
      },
      inFrame: async (window) => {
        interface Context {
          readonly context: string;
          readonly children: readonly Context[];
        }
        const root = contexts.get(window);
        const { contexts: found } = await send<{ contexts: readonly Context[] }>('browsingContext.getTree', { root });
        return { ...window, ...inPage(must(found[0]?.children[0], 'a frame').context) };
      },
      paper: async (window) => {
        const { data } = await send<{ data: string }>('browsingContext.print', {
          context: contexts.get(window),
          page: { width: 21, height: 29.7 },
        });
        const written = streamsOf(Buffer.from(data, 'base64'));
        return {
          sheets: written.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
          smallest: Math.min(...[...written.matchAll(/\bBT\s+([\d.]+) 0 0 -[\d.]+ /g)].map(([, size]) => Number(size))),
        };
      },
      async stop() {
        const ended = once(browser, 'exit');
        await send('browser.close');
        close();
        await ended;
        remove();
      },
    };
  },
};
