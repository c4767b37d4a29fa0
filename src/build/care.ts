import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aliasesFindingNothing, type Alias } from '../domain/care/aliases.ts';
import { careReport, needsCareNow, type CareReport } from '../domain/care/report.ts';
import { tellCare } from '../domain/care/words.ts';
import { guideAddress, type Content } from '../domain/content.ts';
import { search, type Library } from '../domain/search/search.ts';
import type { Hit } from '../domain/search/types.ts';
import { readContent, type FileFault, type Reading } from './read-content.ts';

/** The report with what it was made from. */
export interface Care {
  readonly report: CareReport;
  readonly content: Content;
  readonly faults: readonly FileFault[];
}

/**
 * Reads the content and says what needs care.
 * @param root the project's root folder
 * @param on the day to look from, year-month-day
 */
export function readCare(root: string, on: string): Care {
  const { content, faults, files } = readContent(root);
  return { report: careReport(content, linksInText({ content, files }), on), content, faults };
}

/** Which addresses the text of each guide and page links to. */
function linksInText({ content, files }: Pick<Reading, 'content' | 'files'>): Map<string, string[]> {
  const own = new Map(content.guides.map((guide) => [`content/guides/${guide.ref}.mdx`, guideAddress(guide.ref)]));
  return new Map(
    [...files.values()].map(({ file, body }) => [
      own.get(file) ?? file,
      [...body.matchAll(/\]\((\/[^)#?\s]*)/g)].map((link) => link[1] ?? ''),
    ]),
  );
}

/** Aliases that find nothing in the site as it was last built, or undefined when there is none. */
async function lostAliases(root: string, content: Content): Promise<Alias[] | undefined> {
  const loader = join(root, 'tests/support/pagefind.ts');
  if (!existsSync(join(root, 'dist/pagefind')) || !existsSync(loader)) return undefined;
  // A variable, so that building the page about care does not take the loader along.
  const { loadLibrary } = (await import(/* @vite-ignore */ pathToFileURL(loader).href)) as {
    loadLibrary(folder: string): Promise<Library<Hit>>;
  };
  const library = await loadLibrary(join(root, 'dist'));
  return aliasesFindingNothing(content, async (words) => (await search(words, library)).found.length);
}

const usage = `Says what needs care: pages to be read through again, points without a guide, guides nothing leads to.

  npm run care                 tells it
  npm run care -- --strict     tells it, and ends with an error when a page is overdue or a point has no guide`;

/**
 * The command.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param on today, year-month-day
 * @param print takes what is to be told
 * @returns the exit code: 1 with --strict when something cannot wait, 2 when the command was not understood
 */
export async function care(
  args: readonly string[],
  root: string,
  on: string,
  print: (text: string) => void,
): Promise<number> {
  const unknown = args.filter((arg) => arg !== '--strict');
  if (unknown.length > 0) {
    print(unknown.includes('--help') ? usage : `${unknown.join(' ')} is not known here.\n\n${usage}`);
    return unknown.includes('--help') ? 0 : 2;
  }
  const { report, content, faults } = readCare(root, on);
  print(tellCare(report, await lostAliases(root, content), content.house.locale));
  if (faults.length > 0)
    print(
      `\nSome content files could not be read, so this may not be all. Run npm run check:content: it tells what is wrong.`,
    );
  return args.includes('--strict') && (needsCareNow(report) || faults.length > 0) ? 1 : 0;
}

if (import.meta.main) {
  const today = new Date().toISOString().slice(0, 10);
  process.exitCode = await care(process.argv.slice(2), process.cwd(), today, console.log);
}
