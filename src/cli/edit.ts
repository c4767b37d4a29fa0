import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { shownFolder } from '../editor/server/desk.ts';
import { cannotWrite } from './cannot-write.ts';

/** What `--help` tells. */
const help = `Opens the editor in the browser: guides, scripts, trees and lists in forms, beside the page as readers will see it.

  npm run edit                    opens it
  npm run edit -- --no-open       only says its address
  npm run edit -- --port 8080     on another port than 4321

What you change is kept aside, also when you stop, until you save it in the editor. It can be opened on this machine alone.
Press Ctrl+C to stop.`;

/** So many ports after the wanted one are tried. */
const portsToTry = 20;

/** What was asked for on the command line. @throws when it cannot be understood */
function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      'no-open': { type: 'boolean' },
      port: { type: 'string' },
      config: { type: 'string' },
      host: { type: 'string' },
    },
  });
  if (values.host !== undefined)
    throw new Error('The editor can be opened on this machine alone, so there is no --host.');
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`"${values.port}" is no port: write a whole number below 65536.`);
  return { help: values.help ?? false, open: !values['no-open'], port, config: values.config };
}

/** The wanted port, or the next one that nobody uses. @throws when all of them are taken */
async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= wanted + portsToTry; port++) {
    const isFree = await new Promise<boolean>((tell) => {
      const server = createServer();
      server.once('error', () => tell(false));
      server.listen(port, '127.0.0.1', () => server.close(() => tell(true)));
    });
    if (isFree) return port;
  }
  throw new Error(`The ports from ${wanted} to ${wanted + portsToTry} are taken. Name another with --port.`);
}

/** Opens an address in the browser. Without one nothing happens: the address is told anyway. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  const child = spawn(command ?? '', [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  const port = await freePort(options.port);
  // Pages are drawn from what the editor shows, at the root of this machine, whatever else is set.
  Object.assign(process.env, { NODE_ENV: 'development', EDITING: shownFolder, BASE_PATH: '/', SITE_URL: '' });
  const { markOpen } = await import('../editor/server/open-mark.ts');
  markOpen(process.cwd());
  const { openDesk } = await import('../editor/server/desk.ts');
  openDesk(process.cwd());
  const { dev } = await import('astro');
  await dev({
    root: process.cwd(),
    ...(options.config ? { configFile: options.config } : {}),
    server: { host: '127.0.0.1', port, open: false },
    logLevel: 'warn',
  });
  if (port !== options.port) console.log(`\nPort ${options.port} is taken.`);
  console.log(`\nThe editor is at http://localhost:${port}/edit/`);
  console.log('Press Ctrl+C to stop. What you have not saved is still there next time.');
  if (options.open) openBrowser(`http://localhost:${port}/edit/`);
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    const says = error instanceof Error ? error.message : String(error);
    console.error(`\n${cannotWrite(error) ?? `${says}\nnpm run edit -- --help tells what can be said.`}`);
    // What has been started would keep a failed start going: the server, and what watches the folders.
    process.exit(1);
  });
}
