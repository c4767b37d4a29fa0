import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onNextFreePort, serve } from '../../src/cli/serve.ts';

/** A folder that passes for a built site. */
function made(): string {
  const folder = mkdtempSync(join(tmpdir(), 'good terms ü '));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  return folder;
}

const command = (...args: string[]) => spawnSync(process.execPath, ['src/cli/serve.ts', ...args], { encoding: 'utf8' });

describe('the server of npm start', () => {
  test('takes the next free port when the wanted one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const folder = made();
    const server = await onNextFreePort(port, (port) => serve(folder, '/', port));
    try {
      expect(Number(new URL(server.address).port)).toBeGreaterThan(port);
      expect(await (await fetch(server.address)).text()).toBe('home');
    } finally {
      await server.close();
      other.close();
    }
  });

  test('any other trouble is told and not tried again', async () => {
    const asked: number[] = [];
    const start = (port: number) => {
      asked.push(port);
      return Promise.reject(new Error('no site'));
    };
    await expect(onNextFreePort(4321, start)).rejects.toThrow('no site');
    expect(asked).toEqual([4321]);
  });

  test('serves below its path, and the site’s own page for what is not there', async () => {
    const server = await serve(made(), '/playbook/', 0);
    try {
      const away = await fetch(new URL('/', server.address));
      expect([away.status, await away.text()]).toEqual([404, 'nothing here']);
      expect(await (await fetch(server.address.slice(0, -1))).text()).toBe('home');
    } finally {
      await server.close();
    }
  });

  test.each([
    [undefined, "frame-ancestors 'self'"],
    [['https://intranet.example'], "frame-ancestors 'self' https://intranet.example"],
  ])('says with every answer who may frame it: %j', async (framedBy, policy) => {
    const server = await serve(made(), '/', 0, undefined, framedBy);
    try {
      for (const path of ['', 'nowhere/'])
        expect((await fetch(server.address + path)).headers.get('content-security-policy')).toBe(policy);
    } finally {
      await server.close();
    }
  });

  test.each([
    [['--help'], 0, 'npm start -- --host'],
    [['--hots'], 1, "Unknown option '--hots'"],
    [['--port', 'x'], 1, '"x" is no port'],
    [['--port', '70000'], 1, '"70000" is no port'],
  ])('%j tells, and starts nothing', (args, status, words) => {
    const told = command(...args);
    expect(told.status).toBe(status);
    expect(told.stdout + told.stderr).toContain(words);
    expect(told.stdout + told.stderr).not.toMatch(/Good Terms is at|\n {4}at /);
  });
});
