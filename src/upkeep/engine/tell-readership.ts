import { readership as words } from '../../i18n/en.ts';
import type { Counts, Readership } from './readership.ts';
import { whenDue } from './tell-report.ts';

/**
 * What a log says of the pages, in plain words: no address of a reader, no program, no time.
 * @param counts what was counted
 * @param since the first day that counts, in words; undefined for the whole log
 */
export function tellReadership(found: Readership, counts: Counts, since: string | undefined): string {
  const part = (title: string, lines: readonly string[], todo: string): string =>
    [
      lines.length === 0 ? words.none(title) : title,
      ...lines.map((line) => `  ${line}`),
      ...(lines.length > 0 ? [todo] : []),
    ].join('\n');
  return [
    [
      words.counted(found.times, found.pages, since),
      ...(counts.programs > 0 ? [words.programs(counts.programs)] : []),
      ...(counts.unreadable > 0 ? [words.unreadable(counts.unreadable)] : []),
      ...(found.times === 0 ? [words.nothingRead] : []),
    ].join('\n'),
    part(
      words.most,
      found.most.map(({ times, title, address, kept }) =>
        words.line(times, title, address, kept && kept.days < 0 ? whenDue(kept) : undefined),
      ),
      words.readTheseFirst,
    ),
    part(
      words.never,
      found.never.map(({ title, file, owner }) => words.neverLine(title, file, owner)),
      words.whatOfNever,
    ),
    part(
      words.notFound,
      found.notFound.map(({ times, address }) => words.line(times, '', address, undefined)),
      words.whatOfNotFound,
    ),
  ].join('\n\n');
}
