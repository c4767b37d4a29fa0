import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { readAddress } from '../site/address.ts';

/** A running server of the built folder. */
export interface Serving {
  /** The address of the site's root, with a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built folder on this machine alone, as a plain web server would: under its base path, with the site's own
 * page for unknown addresses.
 * @param folder the built folder
 * @param base the base path it was built for, with a slash at both ends
 * @param port 0 for any free one
 * @throws when the folder holds no built site, or the port is taken
 */
export async function serve(folder: string, base: string, port: number): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} holds no built site. Run npm run build first.`);
  const files = sirv(folder, { etag: true, gzip: true, brotli: true });
  const server: Server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    const url = request.url ?? '/';
    if (url === base.slice(0, -1)) {
      response.writeHead(301, { location: base }).end();
      return;
    }
    if (!url.startsWith(base)) return notFound();
    request.url = url.slice(base.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

if (import.meta.main) {
  const { base } = readAddress(process.env);
  const wanted = Number(process.env['PORT'] ?? 4321);
  const start = (port: number) => serve('dist', base, port);
  // A taken port is no reason to stop: any other will do.
  const { address } = await start(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return start(0);
    throw error;
  });
  console.log(`\nGood Terms is at ${address}\nPress Ctrl+C to stop.`);
}
