import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a hand does, in the words of WebDriver; both of its protocols take the same. */
export interface Hand {
  readonly type: 'key' | 'pointer';
  readonly id: string;
  readonly actions: readonly Readonly<Record<string, string | number>>[];
}

/** A window of an engine, with an empty store of its own. */
export interface Window {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Runs a function in the page, with values that JSON can carry, and gives back what it gives. */
  run<Given extends unknown[], Result>(
    inPage: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  act(hand: Hand): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** A running browser. */
export interface Running {
  readonly version: string;
  newWindow(): Promise<Window>;
  /** The same window with the page in its first frame in hand, where the engine lets one act in it. */
  readonly inFrame?: (window: Window) => Promise<Window>;
  /** What a page is on A4, where the engine prints: how many sheets, and the size of its smallest letters in points. */
  readonly paper?: (window: Window) => Promise<{ sheets: number; smallest: number }>;
  stop(): Promise<void>;
}

/** An engine that may be installed. */
export interface Engine {
  readonly name: string;
  /** Whether it prints without anybody who says where to. */
  readonly prints: boolean;
  /** The packages of Debian that are missing here; none when all is there. */
  readonly missing: readonly string[];
  start(): Promise<Running>;
}

/** The first of the places that is there. */
export const firstThere = (...places: (string | undefined)[]): string | undefined =>
  places.find((place) => place !== undefined && existsSync(place));

/** The code of a function and of what it is given, to be run as the body of a function that may wait. */
export const asCode = (inPage: (...given: never[]) => unknown, given: readonly unknown[]): string =>
  `return JSON.stringify({ value: await (${inPage.toString()})(...${JSON.stringify(given)}) })`;

/** What the code of {@link asCode} gave. */
export function asValue<Result>(given: unknown): Result {
  const { value, error } = JSON.parse(String(given)) as { value: Result; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

/** A folder for what a browser keeps, and what takes it away. */
export function home(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'good-terms-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A port on this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Asks until there is an answer. The limit of the test ends it. */
export async function untilThere<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await pause(50);
  }
}
