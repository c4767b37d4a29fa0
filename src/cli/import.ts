import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../content/check-content.ts';
import { judgeOf } from '../content/checks/links.ts';
import { idOf } from '../content/id-of.ts';
import { layersOf } from '../content/layers.ts';
import { markupOf } from '../content/mdx.ts';
import type { ReadFile } from '../content/read-file.ts';
import type { Reading } from '../content/read-content.ts';
import { importing as words } from '../i18n/en.ts';
import { notes, type Losses } from '../import/left-out.ts';
import { readSource, type Source } from '../import/read-source.ts';
import { toBlocks, type Lead, type Page } from '../import/to-blocks.ts';
import { frontMatterOf, lastSubject, nextOrder, proseOf, shortened, summaryOf } from '../import/to-guide.ts';
import { guideAddress } from '../routes.ts';
import { atTerminal, type Terminal } from './terminal.ts';

/** A file to take over, read, and where its guide is to lie. */
interface Taken {
  /** Its name, as it is told. */
  readonly name: string;
  readonly path: string;
  readonly source: Source;
  readonly id: string;
  readonly losses: ReturnType<typeof notes>;
}

/** What came of a file: the guide that was written, or why none was. */
type Outcome =
  | { readonly name: string; readonly written: string; readonly losses: Losses }
  | { readonly name: string; readonly why: string };

/**
 * The command: takes over Word, Markdown and HTML files as drafts of guides in the company's layer. Never overwrites a file.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param today year-month-day
 * @param terminal takes what is told, and is asked for the topic
 * @param environment COMPANY may name the company's folder
 * @returns the exit code: 1 when a file was not taken over, 2 when the command was not understood
 */
export async function importFiles(
  args: readonly string[],
  root: string,
  today: string,
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const asked = understand(args);
  if (typeof asked === 'string') {
    terminal.say(asked === '' ? words.usage : `${asked}\n\n${words.usage}`);
    return asked === '' ? 0 : 2;
  }
  const from = resolve(root, asked.folder);
  if (!existsSync(from)) {
    terminal.say(words.noFolder(asked.folder));
    return 2;
  }
  const layers = layersOf(root, environment);
  const reading = checkContent(root, { layers, drafts: 'shown', today });
  const { topics, organisation } = reading.content;
  const company = layers.find(({ name }) => name === 'company');
  if (!company || organisation.prefix === undefined) {
    terminal.say(words.setUpFirst);
    return 1;
  }
  const topic = asked.topic ?? (await chooseTopic(topics, terminal));
  if (!topics.some(({ id }) => id === topic)) {
    terminal.say(`${words.noTopic(topic)}\n\n${topicsInWords(topics)}`);
    return 2;
  }
  const files = filesIn(from);
  if (files.length === 0) {
    terminal.say(words.nothingThere(asked.folder));
    return 1;
  }
  const outcomes: Outcome[] = [];
  const taken: Taken[] = [];
  for (const path of files) {
    const name = relative(statSync(from).isDirectory() ? from : dirname(from), path).replaceAll('\\', '/');
    const losses = notes();
    try {
      const source = await readSource(path, losses.note);
      const id = idOf(basename(path, extname(path))) || idOf(source.title ?? '');
      if (id === '') throw new Error(words.why.noName);
      taken.push({
        name,
        path,
        source,
        losses,
        id: id.startsWith(`${organisation.prefix}-`) ? id : `${organisation.prefix}-${id}`,
      });
    } catch (error) {
      outcomes.push({ name, why: reasonOf(error) });
    }
  }
  const folder = [company.folder, 'guides', topic].join('/');
  const start = { topic, folder, root, today, reading, taken };
  let order = nextOrder(reading.content, topic);
  for (const file of taken) {
    const outcome = write(file, order, start);
    if ('written' in outcome) order++;
    outcomes.push(outcome);
  }
  const told = fitting(outcomes, root, () => checkContent(root, { layers, drafts: 'shown', today }));
  terminal.say(tell(told, topic));
  return told.every((outcome) => 'written' in outcome) ? 0 : 1;
}

/** What is asked for; what is wrong with the command, or nothing when it only asks for help. */
function understand(args: readonly string[]): { folder: string; topic: string | undefined } | string {
  try {
    const options = { topic: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (values.help) return '';
    const [folder, ...more] = positionals;
    if (folder === undefined) return words.nameAFolder;
    return more.length > 0 ? words.oneFolder : { folder, topic: values.topic };
  } catch {
    return words.notUnderstood;
  }
}

type Topics = Reading['content']['topics'];

const topicsInWords = (topics: Topics): string =>
  topics.map(({ id, title }, at) => `${String(at + 1).padStart(4)}  ${title} (${id})`).join('\n');

async function chooseTopic(topics: Topics, terminal: Terminal): Promise<string> {
  terminal.say(`${words.whichTopic}\n\n${topicsInWords(topics)}\n`);
  for (;;) {
    const answer = await terminal.ask(words.topicPrompt);
    const chosen = topics.find(({ id, title }, at) =>
      [id, title.toLowerCase(), String(at + 1)].includes(answer.toLowerCase()),
    );
    if (chosen) return chosen.id;
    terminal.say(words.noTopic(answer));
  }
}

/** The files to look at, in order. What begins with a dot or ~$ are those of systems and of Word itself. */
function filesIn(from: string): string[] {
  if (!statSync(from).isDirectory()) return [from];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(from, path)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => a.localeCompare(b));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? words.why.cannotOpen(String(error.code)) : error.message;
}

/** What the guides are written with. */
interface Start {
  readonly topic: string;
  /** Where they go, from the project's root. */
  readonly folder: string;
  readonly root: string;
  readonly today: string;
  readonly reading: Reading;
  readonly taken: readonly Taken[];
}

function write(file: Taken, order: number, { topic, folder, root, today, reading, taken }: Start): Outcome {
  const { name, id, source, losses } = file;
  const path = `${folder}/${id}.mdx`;
  if (existsSync(join(root, path))) return { name, why: words.why.isThere(path) };
  const lead = leadOf(file, topic, reading, taken, root, today);
  // Where a link within the page leads shows once its headings are written.
  const before = toBlocks(
    source.html,
    (address) => address,
    () => undefined,
  );
  const text = proseOf(before.blocks);
  const page = toBlocks(source.html, lead(before, text), losses.note);
  const body = proseOf(page.blocks);
  if (body.trim() === '') return { name, why: words.why.noText };
  const whole = source.title ?? page.title ?? basename(name, extname(name)).replaceAll('_', ' ').normalize('NFC');
  const title = shortened(whole, longestTitle);
  if (title !== whole) losses.note('title', whole);
  const summary = source.summary === undefined ? summaryOf(page.blocks) : shortened(source.summary, 200);
  const head = frontMatterOf({
    title,
    summary: summary ?? words.summary,
    order,
    beyond: lastSubject(reading.content),
    today,
  });
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, path), `---\n${head}# ${words.takeOut}\ndraft: true\n---\n\n${body}`, { flag: 'wx' });
  return { name, written: path, losses: losses.losses };
}

/** The longest title the site takes. */
const longestTitle = 70;

/** Makes the judge of a file's links: by what the check says of them, by the other files that are taken over, by its headings. */
function leadOf(file: Taken, topic: string, reading: Reading, taken: readonly Taken[], root: string, today: string) {
  const judge = judgeOf({ ...reading, root, contentRoot: root, today, drafts: 'shown' });
  return (page: Page, text: string): Lead => {
    const read: ReadFile = { file: 'content/guides/imported.mdx', data: {}, body: text, bodyLine: 1, lineOf: () => 1 };
    const anchors = [...markupOf(read).anchors];
    const of = new Map(page.headings.flatMap(({ ids }, at) => ids.map((id) => [id, anchors[at]] as const)));
    return (address) => {
      if (address.startsWith('#')) {
        const anchor = address.slice(1);
        const meant = anchors.includes(anchor) ? anchor : of.get(anchor);
        return meant === undefined ? undefined : `#${meant}`;
      }
      if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
        const [inner = ''] = address.split(/[#?]/);
        const other = taken.find(({ path }) => path === resolve(dirname(file.path), decoded(inner)));
        if (other) return guideAddress(`${topic}/${other.id}`);
      }
      const told = judge(address, read);
      return told === undefined ? address.replaceAll(' ', '%20') : undefined;
    };
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Takes guides away again that the check finds fault with: nobody else could mend them before a build. Again and again, as
 * one may have led to another.
 */
function fitting(outcomes: readonly Outcome[], root: string, check: () => Reading): Outcome[] {
  const { faults } = check();
  const kept = outcomes.map((outcome): Outcome => {
    const found = 'written' in outcome ? faults.find(({ file }) => file === outcome.written) : undefined;
    if (!found || !('written' in outcome)) return outcome;
    rmSync(join(root, outcome.written));
    return { name: outcome.name, why: words.why.doesNotFit(found.what, found.mend) };
  });
  return kept.some((outcome, at) => outcome !== outcomes[at])
    ? fitting(kept, root, check)
    : kept.sort((a, b) => a.name.localeCompare(b.name));
}

function tell(outcomes: readonly Outcome[], topic: string): string {
  const written = outcomes.filter((outcome) => 'written' in outcome);
  const refused = outcomes.filter((outcome) => 'why' in outcome);
  const [first] = written;
  return [
    ...written.map(({ name, written: path, losses }) =>
      [
        words.written(name, path),
        ...[...losses].map(
          ([loss, which]) =>
            `    - ${words.leftOut[loss](
              which.filter((what) => what !== ''),
              which.length,
            )}`,
        ),
      ].join('\n'),
    ),
    ...refused.map(({ name, why }) => words.notTaken(name, why)),
    words.count(written.length, refused.length),
    ...(first ? [words.next(guideAddress(`${topic}/${basename(first.written, '.mdx')}`))] : []),
  ].join('\n\n');
}

if (import.meta.main) {
  const today = new Date().toISOString().slice(0, 10);
  process.exitCode = await atTerminal(
    (terminal) => importFiles(process.argv.slice(2), process.cwd(), today, terminal),
    words.broken,
  );
}
