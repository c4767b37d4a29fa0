import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { siteAddress } from '../content/site-address.ts';
import { frameAncestors } from '../integrations/policy.ts';

/** A running server of the built folder. */
export interface Serving {
  /** The address of the site's root, with a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** What `--help` tells. */
const help = `Serves the built site in dist/, as a plain web server would. Build it first: npm run build

  npm start                   builds, then serves to this machine alone
  npm start -- --host         also to phones and machines on the same network; it says at which address
  npm start -- --port 8080    on another port than 4321; PORT=8080 npm start does the same

When the port is taken, the next free one is used. BASE_PATH=/playbook/ npm start builds and serves below that path.`;

/** So many ports after the wanted one are tried. */
const portsToTry = 20;

/**
 * Serves a built folder as a plain web server would: under its base path, with the site's own page for unknown
 * addresses.
 * @param folder the built folder
 * @param base the base path it was built for, with a slash at both ends
 * @param port 0 for any free one
 * @param host who may ask: by default this machine alone
 * @param framedBy the other sites that may show its pages in a frame
 * @throws when the folder holds no built site, or the port is taken
 */
export async function serve(
  folder: string,
  base: string,
  port: number,
  host = '127.0.0.1',
  framedBy: readonly string[] = [],
): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} holds no built site. Run npm run build first.`);
  const files = sirv(folder, { etag: true, gzip: true, brotli: true });
  const server: Server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    response.setHeader('content-security-policy', frameAncestors(framedBy));
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
    server.listen(port, host, resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * Serves on the wanted port, or on the next one that is free.
 * @param port the wanted port
 * @param start what serves on a port
 * @throws what `start` throws for any other reason than a taken port, or when all of them are taken
 */
export async function onNextFreePort(port: number, start: (port: number) => Promise<Serving>): Promise<Serving> {
  for (let tried = port; ; tried += 1) {
    try {
      return await start(tried);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tried === port + portsToTry) throw error;
    }
  }
}

/** What was asked for on the command line; a text when it cannot be understood. */
function readOptions(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, host: { type: 'boolean' }, port: { type: 'string' } },
  });
  const wanted = values.port ?? env['PORT'] ?? '4321';
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`"${wanted}" is no port: write a whole number below 65536.`);
  return { help: values.help ?? false, open: values.host ?? false, port };
}

/** The addresses of this machine that others on its networks can reach. */
const networkAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : [])),
  );

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return console.log(help);
  const { base } = siteAddress(process.cwd(), process.env);
  // It brings what reads the content, which the help does not wait for.
  const { readFramedBy } = await import('../content/framed-by.ts');
  const framedBy = readFramedBy(process.cwd());
  const { address } = await onNextFreePort(options.port, (port) =>
    serve('dist', base, port, options.open ? '0.0.0.0' : undefined, framedBy),
  );
  const { port } = new URL(address);
  if (options.port !== 0 && Number(port) !== options.port) console.log(`\nPort ${options.port} is taken.`);
  console.log(`\nThe site is at ${address}`);
  if (options.open) {
    const others = networkAddresses().map((host) => `  http://${host}:${port}${base}`);
    console.log(`Anyone on the same network can open it while this runs, a phone too:\n${others.join('\n')}`);
  }
  console.log('Press Ctrl+C to stop.');
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    // What went wrong is for a person who wants to see the site: no stack.
    console.error(
      `\n${error instanceof Error ? error.message : String(error)}\nnpm start -- --help tells what can be said.`,
    );
    process.exitCode = 1;
  });
}
