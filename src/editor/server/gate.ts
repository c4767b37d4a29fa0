import type { IncomingMessage } from 'node:http';

/** Why a question is not answered. */
export class Refusal extends Error {
  readonly status: number;
  /** What goes along with the sentence. */
  readonly more: object;

  /**
   * @param status of HTTP, 400 or more
   * @param says a sentence for the keeper
   */
  constructor(status: number, says: string, more: object = {}) {
    super(says);
    this.status = status;
    this.more = more;
  }
}

/** The largest change that is taken, and the largest picture as it is sent, in MB. */
const most = { change: 2, picture: 14 };

/**
 * Lets only the editor's own page ask: a page of another site could otherwise change files by way of the keeper's browser,
 * also by a name that leads to this machine.
 * @throws {Refusal}
 */
export function letIn({ headers, method, socket }: IncomingMessage): void {
  const { localPort } = socket;
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${localPort}`);
  const { host = '', origin, 'sec-fetch-site': site = 'none', 'content-type': type = '' } = headers;
  if (!hosts.includes(host)) throw new Refusal(421, `The editor is at http://localhost:${localPort}/edit/.`);
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, 'Only the editor’s own page may ask.');
  if (site !== 'same-origin' && site !== 'none') throw new Refusal(403, 'Only the editor’s own page may ask.');
  if (method !== 'GET' && method !== 'POST') throw new Refusal(405, 'There are questions (GET) and changes (POST).');
  if (method === 'POST' && !/^application\/json(;|$)/i.test(type)) throw new Refusal(415, 'A change is told as JSON.');
}

/**
 * The body of a change.
 * @param kind how large it may be
 * @throws {Refusal} when it is too large, or no JSON object
 */
export async function bodyOf(
  request: IncomingMessage,
  kind: keyof typeof most = 'change',
): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  const limit = most[kind] * 1024 * 1024;
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // The rest is heard to its end: who is cut short does not hear why.
    if (size <= limit) parts.push(part);
  }
  if (size > limit)
    throw new Refusal(
      413,
      kind === 'picture'
        ? 'The picture is too large. Save it smaller: at most 10 MB.'
        : `That is too large: at most ${most[kind]} MB at a time.`,
    );
  try {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new Refusal(400, 'A change is one object, told as JSON.');
}
