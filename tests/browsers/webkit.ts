import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asCode,
  asValue,
  firstThere,
  freePort,
  home,
  untilThere,
  type Engine,
  type Running,
  type Window,
} from './engine.ts';

const driver = firstThere('/usr/bin/WebKitWebDriver');
const screen = firstThere('/usr/bin/Xvfb');

/** WebKit's own small browser lies in the folder of its library, under the name of the machine's kind. */
function miniBrowser(): string | undefined {
  const kinds = firstThere('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return firstThere(
    ...kinds.flatMap((kind) => ['4.1', '4.0'].map((api) => `/usr/lib/${kind}/webkit2gtk-${api}/MiniBrowser`)),
  );
}

/** WebKitGTK, the engine of Safari, driven by WebDriver over http, on a screen that nobody sees. */
export const webkit: Engine = {
  name: 'WebKit',
  prints: false,
  missing: [...(driver && miniBrowser() ? [] : ['webkit2gtk-driver']), ...(screen ? [] : ['xvfb'])],
  async start(): Promise<Running> {
    const { folder, remove } = home();
    // The bar of this browser is wider than a phone; it is made to have no room.
    mkdirSync(join(folder, 'gtk-3.0'));
    writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-font-name=Sans 4\n');
    writeFileSync(
      join(folder, 'gtk-3.0/gtk.css'),
      '* { min-width: 0; margin: 0; padding: 0; border: 0 } image { -gtk-icon-transform: scale(0.2) }',
    );

    const xvfb = spawn(
      screen ?? '',
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const [display] = (await once(xvfb.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
    const port = await freePort();
    const process_ = spawn(driver ?? '', [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_CACHE_HOME: folder,
        XDG_DATA_HOME: folder,
        GDK_BACKEND: 'x11',
        NO_AT_BRIDGE: '1',
        DISPLAY: `:${display.toString().trim()}`,
      },
    });

    async function ask<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = (await response.json()) as { value: unknown };
      if (!response.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`);
      return value as Answer;
    }
    await untilThere(() => ask<object>('GET', '/status'));

    interface Session {
      sessionId: string;
      capabilities: { browserVersion: string };
    }
    const begin = () =>
      ask<Session>('POST', '/session', {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } },
        },
      });

    let version = '';
    return {
      get version() {
        return version;
      },
      async newWindow(): Promise<Window> {
        const { sessionId, capabilities } = await begin();
        version = capabilities.browserVersion;
        const post = <Answer>(path: string, body: object = {}) =>
          ask<Answer>('POST', `/session/${sessionId}/${path}`, body);
        const run: Window['run'] = async (inPage, ...given) =>
          asValue(
            await post('execute/async', {
              script: `const done = arguments[0]; (async () => { ${asCode(inPage, given)} })().then(done, (error) => done(JSON.stringify({ error: String(error) })))`,
              args: [],
            }),
          );
        // It says that a page is there when its code has yet to run.
        const whole = async (command: string, body?: object) => {
          await post(command, body);
          await untilThere(async () => (await run(() => document.readyState === 'complete')) || undefined);
        };
        return {
          open: (url) => whole('url', { url }),
          reload: () => whole('refresh'),
          back: () => whole('back'),
          forward: () => whole('forward'),
          run,
          act: (hand) => post('actions', { actions: [hand] }),
          resize: (width, height) => post('window/rect', { width, height }),
          close: () => ask('DELETE', `/session/${sessionId}`),
        };
      },
      async stop() {
        const ended = [once(process_, 'exit'), once(xvfb, 'exit')];
        process_.kill();
        xvfb.kill();
        await Promise.all(ended);
        remove();
      },
    };
  },
};
