import type { OpenFile, Place } from '../api.ts';

/** What the server would not do, and why. A status of 0: it does not answer. */
export class Refusal extends Error {
  readonly status: number;
  /** What came with it, such as the file as it is. */
  readonly body: unknown;
  constructor(status: number, says: string, body?: unknown) {
    super(says);
    this.status = status;
    this.body = body;
  }
}

/**
 * Asks the server, which answers below the page's own address, or tells it something.
 * @param what such as `files`, with parameters in the address
 * @param body what is told; without it something is asked
 * @throws Refusal
 */
export async function askServer<T>(what: string, body?: object): Promise<T> {
  const told = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`api/${what.replace(/(?=\?|$)/, '/')}`, told).catch(() => undefined);
  if (!answer) throw new Refusal(0, 'The editor’s server does not answer. Start it again with npm run edit.');
  const given = (await answer.json().catch(() => ({}))) as unknown;
  if (answer.ok) return given as T;
  const says = (given as { says?: unknown }).says;
  throw new Refusal(
    answer.status,
    typeof says === 'string' ? says : `The server refused it (${answer.status}).`,
    given,
  );
}

/** The address part that names a file. */
export const placeQuery = ({ layer, file }: Place): string => `?${new URLSearchParams({ layer, file }).toString()}`;

/** The file that comes with a refused change, if it does. */
export const fileIn = (body: unknown): OpenFile | undefined => (body as { file?: OpenFile } | undefined)?.file;
