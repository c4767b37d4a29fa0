import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readContent } from '../content/read-content.ts';
import { siteAddress } from '../content/site-address.ts';
import { published } from '../content/drafts.ts';
import { readership as words } from '../i18n/en.ts';
import { dayInWords } from '../upkeep/engine/day.ts';
import { count, noCounts, readership as readershipOf, type Counts } from '../upkeep/engine/readership.ts';
import { tellReadership } from '../upkeep/engine/tell-readership.ts';

/**
 * The command: counts pages from a web server's log and joins them with upkeep. Writes nothing.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param on today, year-month-day
 * @param print takes what is to be told
 * @param environment BASE_PATH says below which path the site lies, unless organisation.yaml does
 * @returns the exit code: 2 when the command or the log was not understood
 */
export async function readership(
  args: readonly string[],
  root: string,
  on: string,
  print: (text: string) => void,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const asked = understand(args);
  if (typeof asked === 'string') {
    print(asked === '' ? words.usage : `${asked}\n\n${words.usage}`);
    return asked === '' ? 0 : 2;
  }
  const counts = noCounts();
  const { base } = siteAddress(root, environment);
  for (const file of asked.files) {
    const before = { ...counts };
    const fault = await readLog(resolve(root, file), (line) => count(counts, line, base, asked.since));
    if (fault !== undefined || isOfAnotherFormat(counts, before)) {
      print(fault === undefined ? words.anotherFormat(file) : words.cannotRead(file, fault));
      return 2;
    }
  }
  const reading = readContent(root);
  const content = published(reading.content, reading.files, on);
  const since = asked.since === undefined ? undefined : dayInWords(asked.since, content.organisation.locale);
  print(tellReadership(readershipOf(counts, content, on), counts, since));
  return 0;
}

/** The files and the first day; what is wrong with the command, or nothing when it only asks for help. */
function understand(args: readonly string[]): { files: string[]; since: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { since: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return '';
    if (positionals.length === 0) return words.nameALog;
    return values.since !== undefined && !isDay(values.since)
      ? words.noDay(values.since)
      : { files: positionals, since: values.since };
  } catch {
    return words.notUnderstood;
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text;

/** A few lines that were cut off or garbled are no other format. */
const isOfAnotherFormat = (now: Counts, before: Counts): boolean =>
  now.unreadable - before.unreadable > now.lines - before.lines;

/** What has so many signs without a line break is no line of a log. */
const longestLine = 1_000_000;

/**
 * Reads a log line by line, compressed by gzip or not.
 * @returns why it cannot be read, as the system calls it; undefined when it was
 */
async function readLog(file: string, take: (line: string) => void): Promise<string | undefined> {
  const lines = async (source: AsyncIterable<Buffer>): Promise<void> => {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const part of source) {
      const whole = (rest + decoder.write(part)).split(/\r?\n/);
      rest = whole.pop() ?? '';
      whole.forEach(take);
      if (rest.length < longestLine) continue;
      take(rest);
      rest = '';
    }
    take(rest);
  };
  try {
    if (isGzip(file)) await pipeline(createReadStream(file), createGunzip(), lines);
    else await pipeline(createReadStream(file), lines);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function isGzip(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    const first = Buffer.alloc(2);
    readSync(opened, first, 0, 2, 0);
    return first[0] === 0x1f && first[1] === 0x8b;
  } finally {
    closeSync(opened);
  }
}

if (import.meta.main) {
  const today = new Date().toISOString().slice(0, 10);
  process.exitCode = await readership(process.argv.slice(2), process.cwd(), today, console.log);
}
