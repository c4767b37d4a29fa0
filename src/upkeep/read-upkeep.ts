import { resolve } from 'node:path';
import { overridesOf } from './overrides.ts';
import { calendarsOf } from './engine/calendars.ts';
import { keptPages, upkeepReport, needsUpkeepNow, type UpkeepReport } from './engine/report.ts';
import { writeCalendars } from './write-calendars.ts';
import { tellUpkeep, type Said } from './engine/tell-report.ts';
import { readSearchData } from '../search/index/search-data.ts';
import { rivals, sparselySaid } from './review-search.ts';
import { readIndex } from '../search/query/search-index.ts';
import type { Content } from '../content/content.ts';
import { upkeep as words } from '../i18n/en.ts';
import { guideAddress } from '../routes.ts';
import { published, waitingIn } from '../content/drafts.ts';
import { markupOf } from '../content/mdx.ts';
import { readContent, type Reading } from '../content/read-content.ts';
import { type FileFault } from '../content/read-file.ts';

/** The report with what it was made from. */
export interface Upkeep {
  readonly report: UpkeepReport;
  readonly content: Content;
  readonly faults: readonly FileFault[];
}

/**
 * Reads the content and says what needs upkeep.
 * @param root the project's root folder
 * @param on the day to look from, year-month-day
 * @param reading the content, if it has been read
 * @param today the day by which pages that wait for theirs are in the content or not, if it is another
 */
export function readUpkeep(root: string, on: string, reading: Reading = readContent(root), today: string = on): Upkeep {
  const { content: whole, faults, files } = reading;
  const content = published(whole, files, today);
  const links = linksInText({ content, files });
  const report = upkeepReport(content, links, on, overridesOf(root, reading), waitingIn(files, today));
  return { report, content, faults };
}

/** Which addresses the text of each guide and page links to. */
function linksInText({ content, files }: Pick<Reading, 'content' | 'files'>): Map<string, string[]> {
  const own = new Map(content.guides.map((guide) => [`content/guides/${guide.ref}.mdx`, guideAddress(guide.ref)]));
  return new Map(
    [...files.values()].map((read) => [
      own.get(read.file) ?? read.file,
      markupOf(read).nodes.flatMap((node) =>
        node.type === 'link' || node.type === 'definition' ? (/^\/[^#?]*/.exec(node.url) ?? []) : [],
      ),
    ]),
  );
}

/** How well readers' own words lead to the pages. */
function readSaid(root: string): Said {
  const index = readIndex(readSearchData(root));
  return { sparse: sparselySaid(index), rivals: rivals(index) };
}

/**
 * The command.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param on today, year-month-day
 * @param print takes what is to be told
 * @returns the exit code: 1 with --strict when something cannot wait, 2 when the command was not understood
 */
export async function upkeep(
  args: readonly string[],
  root: string,
  on: string,
  print: (text: string) => void,
): Promise<number> {
  const at = args.indexOf('--calendar');
  const folder = at === -1 ? undefined : (args[at + 1] ?? '');
  const unknown = args.filter((arg, place) => arg !== '--strict' && (at === -1 || (place !== at && place !== at + 1)));
  if (unknown.length > 0) {
    print(unknown.includes('--help') ? words.usage : `${words.notKnownHere(unknown.join(' '))}\n\n${words.usage}`);
    return unknown.includes('--help') ? 0 : 2;
  }
  if (folder === '' || folder?.startsWith('--')) {
    print(`${words.calendarsNeedFolder}\n\n${words.usage}`);
    return 2;
  }
  const { report, content, faults } = readUpkeep(root, on);
  if (folder !== undefined) {
    const calendars = calendarsOf(keptPages(content, on), report.waiting, on, content.organisation.locale);
    try {
      writeCalendars(resolve(root, folder), calendars);
    } catch {
      print(words.cannotWriteTo(folder));
      return 2;
    }
    const written = calendars.map(({ file, owner, entries }) => `  ${words.calendarOf(file, owner, entries.length)}`);
    print([words.calendarsWritten(folder), ...written].join('\n'));
    if (faults.length > 0) print(`\n${words.notAllCouldBeRead}`);
    return 0;
  }
  print(tellUpkeep(report, readSaid(root), content.organisation.locale));
  if (faults.length > 0) print(`\n${words.notAllCouldBeRead}`);
  return args.includes('--strict') && (needsUpkeepNow(report) || faults.length > 0) ? 1 : 0;
}

if (import.meta.main) {
  const today = new Date().toISOString().slice(0, 10);
  process.exitCode = await upkeep(process.argv.slice(2), process.cwd(), today, console.log);
}
