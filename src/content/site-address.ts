import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readAddress, type Address } from '../site/address.ts';
import { layersOf } from './layers.ts';

/**
 * Parts the address at which readers open the site into server and path.
 * @param address such as https://intranet.example/playbook/
 * @returns undefined when it is no such address
 */
export function addressOf(address: string): Address | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, search, hash, username } = new URL(address);
  if (search || hash || username) return undefined;
  try {
    return readAddress({ SITE_URL: origin, BASE_PATH: pathname });
  } catch {
    return undefined;
  }
}

/**
 * Where the site will live: as SITE_URL or BASE_PATH say, otherwise as `address` in organisation.yaml does.
 * @param root the project's root folder
 * @param environment the environment variables; COMPANY names the company's folder
 * @throws {Error} when SITE_URL or BASE_PATH cannot be right
 */
export function siteAddress(root: string, environment: Readonly<Record<string, string | undefined>>): Address {
  if (environment['SITE_URL'] || environment['BASE_PATH']) return readAddress(environment);
  for (const { folder } of layersOf(root, environment).toReversed()) {
    const file = join(root, folder, 'organisation.yaml');
    const said: unknown = existsSync(file) ? parseDocument(readFileSync(file, 'utf8'), { logLevel: 'error' }).get('address') : undefined;
    // What is wrong with it the check tells, before anything is built.
    if (typeof said === 'string') return addressOf(said.trim()) ?? readAddress({});
  }
  return readAddress({});
}
