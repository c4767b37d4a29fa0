import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { sites } from '../support/sites.ts';

/** Runs in every page before its own code: tells the server of what went wrong. It is written out as text. */
function watchfulCode(): void {
  const tell = (what: string): unknown => navigator.sendBeacon('/complaint', what);
  addEventListener('error', (event) => tell(`error: ${event.message} ${event.filename}:${event.lineno}`));
  addEventListener('unhandledrejection', ({ reason }) => tell(`rejected: ${String(reason)}`));
  addEventListener('securitypolicyviolation', (event) =>
    tell(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
  for (const level of ['error', 'warn'] as const) {
    const say = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      say(...words);
      tell(`console: ${words.map(String).join(' ')}`);
    };
  }
}

/** The built site at the root of a server that notes what went wrong in its pages. */
export interface Watched {
  readonly address: string;
  /** Errors, warnings, breaches of the policy, and addresses that are not there. */
  readonly complaints: string[];
  /** Whether it answers at all. */
  off: boolean;
  /** How many requests are not answered yet. */
  underWay: number;
  close(): Promise<void>;
}

/** Serves the built site, or another one, under this machine's name. */
export async function serveWatched(folder: string = sites[0].folder): Promise<Watched> {
  const files = sirv(folder, { etag: true });
  const theme = `(${watchfulCode.toString()})();\n${readFileSync(join(folder, 'theme.js'), 'utf8')}`;
  const server = createServer((request, response) => {
    if (watched.off) return void request.socket.destroy();
    watched.underWay += 1;
    response.on('close', () => (watched.underWay -= 1));
    const { pathname } = new URL(request.url ?? '/', watched.address);
    if (pathname === '/complaint') {
      let told = '';
      request.setEncoding('utf8').on('data', (part: string) => (told += part));
      request.on('end', () => {
        watched.complaints.push(told);
        response.writeHead(204).end();
      });
      return;
    }
    // The first code of every page. The worker asks for it too, and takes a file only as it was built.
    if (pathname === '/theme.js' && request.headers['sec-fetch-dest'] === 'script')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(theme);
    files(request, response, () => {
      // Firefox asks for it by itself when it brings back a page that was put aside.
      if (pathname !== '/favicon.ico') watched.complaints.push(`not there: ${pathname}`);
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const watched: Watched = {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    complaints: [],
    off: false,
    underWay: 0,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return watched;
}
