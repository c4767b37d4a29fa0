import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { freePort } from './dev-server.ts';

/** What was answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** The editor, started as `npm run edit` starts it. */
export interface EditServer {
  readonly port: number;
  get<T>(what: string, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  post<T>(what: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  /** The text of a page, with its status in front. */
  page(path: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the editor and waits until it answers.
 * @param project the root folder of a copy of the project
 */
export async function startEditServer(project: string): Promise<EditServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['src/cli/edit.ts', '--no-open', '--port', String(port), '--config', 'astro.config.large.mjs'],
    {
      cwd: project,
      env: { ...process.env, VITEST: '', ASTRO_DEV_BACKGROUND: '0', COMPANY: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const take = (data: Buffer) => {
      printed += data.toString();
      if (printed.includes(`The editor is at http://localhost:${port}/edit/`)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', () => reject(new Error(`The editor ended:\n${printed}`)));
  });
  /** By hand, because fetch sets no Host and no Origin of one's own. */
  const send = async <T>(
    method: string,
    path: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> => {
    const request = ask({ host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...headers } });
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response as AsyncIterable<Buffer>) text += part.toString();
    const isJson = response.headers['content-type']?.includes('json');
    return { status: response.statusCode ?? 0, body: (isJson ? JSON.parse(text) : text) as T };
  };
  return {
    port,
    get: (what, headers) => send('GET', `/edit/api/${what}`, undefined, headers),
    post: (what, body, headers) =>
      send('POST', `/edit/api/${what}/`, JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    page: async (path) => {
      const { status, body } = await send<string>('GET', path);
      return `${status} ${String(body)}`;
    },
    stop: async () => {
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
