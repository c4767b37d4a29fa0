/** Where the site will live: its origin, if known, and the path below it. */
export interface Address {
  /** The origin, such as `https://intranet.example`; undefined when not set. */
  readonly site: string | undefined;
  /** The base path with a slash at both ends, such as `/playbook/`; `/` at the root. */
  readonly base: string;
}

/**
 * Reads SITE_URL and BASE_PATH.
 * @param environment the environment variables
 * @throws {Error} saying what is wrong with a value that cannot be right, and what one that can looks like
 */
export function readAddress(environment: Readonly<Record<string, string | undefined>>): Address {
  return { site: readSite(environment['SITE_URL']), base: readBase(environment['BASE_PATH']) };
}

function readSite(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const help = `SITE_URL is "${value}". Write the address of the server alone, such as https://intranet.example; a path goes into BASE_PATH.`;
  if (!URL.canParse(value)) throw new Error(help);
  const url = new URL(value);
  if (!['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Error(help);
  return url.origin;
}

function readBase(value: string | undefined): string {
  if (!value || value === '/') return '/';
  const path = `/${value.replace(/^\/|\/$/g, '')}/`;
  if (!/^(\/[a-z0-9][a-z0-9._-]*)+\/$/.test(path))
    throw new Error(
      `BASE_PATH is "${value}". Write a path of lower-case letters, digits, dots, hyphens and slashes, such as /playbook/; a server's name goes into SITE_URL.`,
    );
  return path;
}
