import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real web server that serves a built folder with one of the shipped configurations. */
export interface Running {
  /** The server's own address, without a slash at its end. */
  readonly origin: string;
  /** Where plain http is sent on to https, when the configuration does that. */
  readonly plain?: string;
  /** The certificate to trust. */
  readonly certificate?: string;
  /** The folder it serves: a copy, with files in it that no reader may get. */
  readonly folder: string;
  /** The file of its log: a line for each request, with the page it came from. */
  readonly log: string;
  stop(): Promise<void>;
}

/** A shipped configuration and the place it serves. */
export interface Setup {
  readonly name: string;
  readonly server: 'nginx' | 'apache2';
  readonly site: 'at the root' | 'under a sub-path';
  /** Whether it ends TLS itself. */
  readonly tls?: boolean;
  /** Whether the folder's own address, without its slash, is answered by rules of the server that the site cannot set. */
  readonly outOfReach?: boolean;
  /** Whether it has the server to itself, and answers under its own name only. */
  readonly ownName?: boolean;
  /** Whether it sends .br files too. */
  readonly brotli: boolean;
  start(built: string, base: string): Promise<Running>;
}

/** Where Debian's packages put the servers, or wherever the path has them. */
export const installed = (server: Setup['server']): string | undefined => {
  const needs = server === 'nginx' ? '/etc/nginx/mime.types' : '/usr/lib/apache2/modules/mod_rewrite.so';
  const program = [`/usr/sbin/${server}`, `/usr/bin/${server}`].find(existsSync);
  return existsSync(needs) ? program : undefined;
};

/** The program of a server; a test whose server is missing is skipped before it gets here. */
function program(server: Setup['server']): string {
  const found = installed(server);
  if (found === undefined) throw new Error(`${server} is not installed.`);
  return found;
}

/** The name that every server is given, so that no name has to be looked up. */
export const name = '127.0.0.1';

const shipped = (file: string): string => readFileSync(join('deploy', file), 'utf8');

/** A shipped file, or the one that the build has made to stand in its place, where other sites may frame pages. */
const shippedOrMade = (file: string, made: string, folder: string): string =>
  existsSync(join(folder, made)) ? readFileSync(join(folder, made), 'utf8') : shipped(file);
const nginxSnippet = (folder: string): string =>
  shippedOrMade('nginx/snippets/good-terms.conf', 'headers/nginx.conf', folder);
const apacheRules = (folder: string): string =>
  shippedOrMade('apache/good-terms-rules.conf', 'headers/apache.conf', folder);

/** Fills in what a person fills in. A value that is not there to be replaced means that the file and its steps differ. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The configuration does not say ${from}:\n${text}`);
    return text.replaceAll(from, to);
  }, text);
}

/** What no reader may get, put beside the site: a forgotten repository, a file of passwords, what an editor left. */
export const hidden = ['.env', '.git/config', 'guides/.index.html.swp'] as const;

/** Links between files that lead out of the site's folder. */
export const linked = { file: 'linked.txt', folder: 'linked' } as const;

interface Place {
  readonly home: string;
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
}

/** A folder for one server, open to the account it runs as, with a copy of the built site below it. */
function place(built: string, below = 'site'): Place {
  const home = mkdtempSync(join(tmpdir(), 'good-terms-'));
  const folder = join(home, below);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  };
  cpSync(built, folder, { recursive: true, preserveTimestamps: true });
  for (const file of hidden) write(join(below, file), 'not for readers');
  write('elsewhere/secret.txt', 'not for readers');
  symlinkSync(join(home, 'elsewhere/secret.txt'), join(folder, linked.file));
  symlinkSync(join(home, 'elsewhere'), join(folder, linked.folder));
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  chmodSync(home, 0o755);
  return { home, folder, write };
}

function makeCertificate({ home }: Place): string {
  const files = ['-keyout', join(home, 'server.key'), '-out', join(home, 'server.crt')];
  const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, '-addext', 'subjectAltName=IP:127.0.0.1,DNS:intranet.example', ...files],
    { stdio: 'pipe' },
  );
  return readFileSync(join(home, 'server.crt'), 'utf8');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

/** Ends the server when its own input ends, which happens even when the tests are killed. */
const leash = '"$@" & server=$!; cat > /dev/null; kill $server; wait $server';

/** Starts a server and waits until its port answers, or until it ends. */
async function run(
  command: readonly string[],
  check: readonly string[],
  port: number,
  home: string,
): Promise<() => Promise<void>> {
  const [program = '', ...rest] = check;
  const checked = spawnSync(program, rest, { encoding: 'utf8' });
  if (checked.status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(`${program} refuses the configuration:\n${checked.stderr}`);
  }
  const child = spawn('sh', ['-c', leash, 'sh', ...command], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += String(data)));
  let running = true;
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      running = false;
      resolve();
    }),
  );
  const stop = async () => {
    child.stdin.end();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  while (running) if (await answers(port)) return stop;
  await stop();
  throw new Error(`${command[0]} does not answer:\n${said}`);
}

// nginx

/** What stands around a site's configuration on Debian, with everything written kept in one folder. */
const nginxMain = (home: string) => `
daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  log_format all '$request $status $http_referer';
  access_log ${home}/access.log all;
  gzip on;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${home}/temp-${kind};`).join('\n')}
  include conf.d/*.conf;
}`;

/** A server that was there before, with a pattern that would take the site's scripts and pages if it could. */
const nginxAround = (text: string) => `
server {
  listen 80;
  root /nonexistent;
  location ~* \\.(js|css|html|json)$ { return 410; }
  ${text}
}`;

async function startNginx(place: Place, config: string, port: number): Promise<() => Promise<void>> {
  const { home, folder, write } = place;
  write('nginx.conf', nginxMain(home));
  write('conf.d/good-terms-cache.conf', shipped('nginx/conf.d/good-terms-cache.conf'));
  write('snippets/good-terms.conf', nginxSnippet(folder));
  write('conf.d/site.conf', config);
  const command = [program('nginx'), '-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')];
  return run(command, [...command, '-t'], port, home);
}

// Apache

/** The modules that Debian enables and that have a say in what is sent, and those that the steps enable. */
const apacheModules = [
  ...[
    'mpm_event',
    'authz_core',
    'alias',
    'autoindex',
    'deflate',
    'dir',
    'env',
    'filter',
    'mime',
    'negotiation',
    'setenvif',
  ],
  ...['headers', 'rewrite', 'socache_shmcb', 'ssl'],
];

/** What stands around a site's configuration on Debian, with everything written kept in one folder. */
const apacheMain = (home: string, ports: readonly number[], config: string) => `
ServerRoot ${home}
ServerName localhost
PidFile ${home}/apache.pid
ErrorLog ${home}/error.log
DefaultRuntimeDir ${home}
LogFormat "%r %>s %{Referer}i" all
CustomLog ${home}/access.log all
User www-data
Group www-data
${apacheModules.map((name) => `Include /etc/apache2/mods-available/${name}.load`).join('\n')}
${['dir', 'mime', 'negotiation', 'autoindex', 'deflate', 'setenvif'].map((name) => `Include /etc/apache2/mods-available/${name}.conf`).join('\n')}
Mutex file:${home} default
<Directory />
  Options FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
AccessFileName .htaccess
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
${ports.map((port) => `Listen 127.0.0.1:${port}`).join('\n')}
${config}`;

async function startApache(
  place: Place,
  config: string,
  ports: readonly [number, ...number[]],
): Promise<() => Promise<void>> {
  const { home, folder, write } = place;
  write('conf-available/good-terms-rules.conf', apacheRules(folder));
  write('apache.conf', apacheMain(home, ports, config));
  const command = [program('apache2'), '-f', join(home, 'apache.conf')];
  return run([...command, '-DFOREGROUND'], [...command, '-t'], ports[0], home);
}

/** The site's folder lies in the folder of a server whose configuration is out of reach, and brings its rules along. */
async function startHtaccess(built: string, base: string): Promise<Running> {
  const [port, at] = [await freePort(), place(built, `www${base}`)];
  at.write(join('www', base, '.htaccess'), `${apacheRules(at.folder)}\nErrorDocument 404 ${base}404.html\n`);
  const config = `
    <VirtualHost *:${port}>
      DocumentRoot ${at.home}/www
      <Directory ${at.home}/www>
        Options Indexes FollowSymLinks
        AllowOverride FileInfo Indexes Options=Indexes,MultiViews,SymLinksIfOwnerMatch
        Require all granted
      </Directory>
    </VirtualHost>`;
  return {
    origin: `http://127.0.0.1:${port}`,
    folder: at.folder,
    log: join(at.home, 'access.log'),
    stop: await startApache(at, config, [port]),
  };
}

async function startWithTls(
  file: string,
  built: string,
  ports: (plain: number, tls: number) => Readonly<Record<string, string>>,
  start: (place: Place, config: string, ports: readonly [number, number]) => Promise<() => Promise<void>>,
): Promise<Running> {
  const [plain, tls, at] = [await freePort(), await freePort(), place(built)];
  const certificate = makeCertificate(at);
  const config = fill(shipped(file), {
    ...ports(plain, tls),
    '/srv/good-terms': at.folder,
    '/etc/ssl/intranet.example': `${at.home}/server`,
    'intranet.example': name,
  });
  const stop = await start(at, config, [tls, plain]);
  return {
    origin: `https://127.0.0.1:${tls}`,
    plain: `http://127.0.0.1:${plain}`,
    certificate,
    folder: at.folder,
    log: join(at.home, 'access.log'),
    stop,
  };
}

/** Every configuration that runs here, tried as it is shipped. */
export const setups: readonly Setup[] = [
  {
    name: 'nginx/root.conf',
    server: 'nginx',
    site: 'at the root',
    ownName: true,
    brotli: false,
    start: async (built) => {
      const [port, at] = [await freePort(), place(built)];
      const config = fill(shipped('nginx/root.conf'), {
        'listen 80': `listen 127.0.0.1:${port}`,
        '/srv/good-terms': at.folder,
        'intranet.example': name,
      });
      return {
        origin: `http://127.0.0.1:${port}`,
        folder: at.folder,
        log: join(at.home, 'access.log'),
        stop: await startNginx(at, config, port),
      };
    },
  },
  {
    name: 'nginx/root-tls.conf',
    server: 'nginx',
    site: 'at the root',
    ownName: true,
    tls: true,
    brotli: false,
    start: (built) =>
      startWithTls(
        'nginx/root-tls.conf',
        built,
        (plain, tls) => ({ 'listen 80': `listen 127.0.0.1:${plain}`, 'listen 443': `listen 127.0.0.1:${tls}` }),
        (at, config, [tls]) => startNginx(at, config, tls),
      ),
  },
  {
    name: 'nginx/sub-path.conf',
    server: 'nginx',
    site: 'under a sub-path',
    brotli: false,
    start: async (built, base) => {
      const [port, at] = [await freePort(), place(built)];
      const text = fill(shipped('nginx/sub-path.conf'), {
        '/playbook': base.slice(0, -1),
        '/srv/good-terms': at.folder,
      });
      const config = nginxAround(text).replace('listen 80', `listen 127.0.0.1:${port}`);
      return {
        origin: `http://127.0.0.1:${port}`,
        folder: at.folder,
        log: join(at.home, 'access.log'),
        stop: await startNginx(at, config, port),
      };
    },
  },
  ...(['at the root', 'under a sub-path'] as const).map((site): Setup => ({
    name: 'container/default.conf',
    server: 'nginx',
    site,
    brotli: false,
    start: async (built, base) => {
      const [port, at] = [await freePort(), place(built, `html${base}`)];
      const config = fill(shipped('container/default.conf'), {
        'listen 80': `listen 127.0.0.1:${port}`,
        '/usr/share/nginx/html': `${at.home}/html`,
        BASE_PATH404: `${base}404`,
      });
      return {
        origin: `http://127.0.0.1:${port}`,
        folder: at.folder,
        log: join(at.home, 'access.log'),
        stop: await startNginx(at, config, port),
      };
    },
  })),
  {
    name: 'apache/vhost.conf',
    server: 'apache2',
    site: 'at the root',
    ownName: true,
    brotli: true,
    start: async (built) => {
      const [port, at] = [await freePort(), place(built)];
      const config = fill(shipped('apache/vhost.conf'), {
        '*:80': `*:${port}`,
        '/srv/good-terms': at.folder,
        'intranet.example': name,
      });
      return {
        origin: `http://127.0.0.1:${port}`,
        folder: at.folder,
        log: join(at.home, 'access.log'),
        stop: await startApache(at, config, [port]),
      };
    },
  },
  {
    name: 'apache/vhost-tls.conf',
    server: 'apache2',
    site: 'at the root',
    ownName: true,
    tls: true,
    brotli: true,
    start: (built) =>
      startWithTls(
        'apache/vhost-tls.conf',
        built,
        (plain, tls) => ({ '*:80': `*:${plain}`, '*:443': `*:${tls}` }),
        startApache,
      ),
  },
  {
    name: 'apache/sub-path.conf',
    server: 'apache2',
    site: 'under a sub-path',
    brotli: true,
    start: async (built, base) => {
      const [port, at] = [await freePort(), place(built)];
      const text = fill(shipped('apache/sub-path.conf'), {
        '/playbook': base.slice(0, -1),
        '/srv/good-terms': at.folder,
      });
      const config = `<VirtualHost *:${port}>\nRewriteEngine On\nRewriteRule "^/old$" /new [R]\n${text}</VirtualHost>`;
      return {
        origin: `http://127.0.0.1:${port}`,
        folder: at.folder,
        log: join(at.home, 'access.log'),
        stop: await startApache(at, config, [port]),
      };
    },
  },
  ...(['at the root', 'under a sub-path'] as const).map((site): Setup => ({
    name: 'apache/good-terms-rules.conf as .htaccess',
    server: 'apache2',
    site,
    outOfReach: true,
    brotli: true,
    start: startHtaccess,
  })),
];
