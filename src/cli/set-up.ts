import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'astro/zod';
import countryToCurrency from 'country-to-currency';
import { isCollection, isScalar, parseDocument } from 'yaml';
import { meeting } from '../content/checks/company.ts';
import { explain } from '../content/explain.ts';
import { idOf } from '../content/id-of.ts';
import { layersOf, playbookLayer } from '../content/layers.ts';
import { readContent, type Reading } from '../content/read-content.ts';
import { oddSign, readYaml, type FileFault, type ReadFile } from '../content/read-file.ts';
import { isCountry, organisationSchema, playbookSchema } from '../content/schemas/site.ts';
import { setUp as words } from '../i18n/en.ts';
import { check } from './check.ts';
import { atTerminal, type Terminal } from './terminal.ts';

/** What people pay with, by country, both by their codes in capitals. */
const currencies: Readonly<Record<string, string | undefined>> = countryToCurrency;
/** What a country pays with, by its code of two letters; empty where that is unknown. */
export const currencyIn = (country: string): string => currencies[country.toUpperCase()] ?? '';

/** The fact that has the numbers to call when someone is in danger, in each country that has been looked up. */
const emergencyFact = 'emergency-numbers';

/** What people call in a country when a life is in danger: the first number of its fact, and those that are called the same. */
function emergencyIn({ content }: Reading, country: string): string {
  const fact = content.facts.find((one) => one.id === emergencyFact && one.country === country);
  const [first, ...others] = fact?.numbers ?? [];
  const same = others.filter(({ name }) => name === first?.name).map(({ number }) => number);
  return first ? words.numbers(first.number, same) : '';
}

type Path = readonly [key: string, ...keys: string[]];
type File = 'organisation.yaml' | 'playbook.yaml';
type Environment = Readonly<Record<string, string | undefined>>;

/** A question, and the place of its answer. */
interface Question {
  readonly file: File;
  readonly path: Path;
  readonly ask: string;
  readonly schema: z.ZodType;
  /** What was probably meant by an answer: the code of a country by its name. */
  readonly meant?: (answer: string) => string;
  /** Whether an answer holds in one country only. */
  readonly isOfCountry?: true;
  /** What Enter answers, once the questions before it were answered. */
  readonly enter?: (before: Answers) => string;
  /** Why an answer cannot be taken, before the schema says anything. */
  readonly refuse?: (answer: string) => string | undefined;
}

interface Answer {
  readonly question: Question;
  readonly answer: string;
}

/** The answers so far, by place. */
type Answers = ReadonlyMap<string, Answer>;

const placeOf = ({ file, path }: Pick<Question, 'file' | 'path'>): string => [file, ...path].join('/');

/**
 * The command: asks what belongs to the company, shows what it will write, and writes it into the company's layer. Asks again
 * what stands there already; comments and order stay. Writes nothing before the last yes.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param terminal asks and tells
 * @param environment COMPANY may name the company's folder
 * @returns the exit code: 1 when nothing was written or the check finds faults, 2 when the command was not understood
 */
export async function setUp(
  args: readonly string[],
  root: string,
  terminal: Terminal,
  environment: Environment = process.env,
): Promise<number> {
  const folder = folderOf(args, root, environment);
  if (folder === undefined) {
    terminal.say(words.usage);
    return args.includes('--help') ? 0 : 2;
  }
  const layers = layersOf(root, { COMPANY: folder });
  const reading = readContent(root, layers);
  const unreadable = unreadableIn(root, folder);
  if (unreadable) {
    terminal.say(words.unreadable(unreadable.file, unreadable.line ?? 1, unreadable.what, unreadable.mend));
    return 1;
  }
  const questions = questionsFor(reading, root, folder);
  terminal.say(words.welcome(folder, questions.length));
  const answers = new Map<string, Answer>();
  for (const at of questions.keys()) await askAt(at, questions, answers, reading, terminal);
  for (;;) {
    const texts = textsWith(answers, reading, root, folder);
    if (texts.length === 0) {
      terminal.say(words.nothingChanges);
      break;
    }
    terminal.say(words.willWrite);
    for (const { file, isNew, rows } of texts) {
      terminal.say(`\n  ${isNew ? words.newFile(file) : file}`);
      for (const { sign, line } of rows) if (sign !== ' ') terminal.say(`  ${sign} ${line}`);
    }
    const agreed = await agrees(terminal, questions.length);
    if (agreed === false) {
      terminal.say(words.broken);
      return 1;
    }
    if (agreed !== true) {
      await askAgain(agreed - 1, questions, answers, reading, terminal);
      continue;
    }
    mkdirSync(join(root, folder), { recursive: true });
    for (const { file, text } of texts) writeFileSync(join(root, file), text);
    terminal.say(words.written(texts.map(({ file }) => file)));
    break;
  }
  const code = check(root, (text) => terminal.say(text), layersOf(root, { COMPANY: folder }));
  terminal.say(code === 0 ? words.next(folder === 'company' ? undefined : folder) : words.faults);
  return code;
}

/** The company's folder, from the root: the one that is given, or COMPANY's, or company/. Undefined when it cannot be one. */
function folderOf(args: readonly string[], root: string, environment: Environment): string | undefined {
  let given: string[];
  try {
    given = parseArgs({ args: [...args], allowPositionals: true }).positionals;
  } catch {
    return undefined;
  }
  const named = environment['COMPANY']?.trim();
  const [chosen = named && named !== 'none' ? named : 'company', ...more] = given;
  const folder = relative(root, resolve(root, chosen)).replaceAll('\\', '/');
  const isContent = folder === '' || folder === playbookLayer.folder || folder.startsWith(`${playbookLayer.folder}/`);
  return more.length > 0 || isContent || chosen === 'none' ? undefined : folder;
}

/** What is wrong with a file of the company's so that nobody can say what stands in it. */
function unreadableIn(root: string, folder: string): FileFault | undefined {
  const faults: FileFault[] = [];
  for (const file of ['organisation.yaml', 'playbook.yaml'])
    if (existsSync(join(root, folder, file))) readYaml(root, `${folder}/${file}`, faults);
  return faults[0];
}

/** What stands at a place, as text; empty when there is nothing, or something else. */
function valueAt(data: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    data,
  );
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const readAs = (file: string, root: string): unknown =>
  existsSync(join(root, file)) ? readYaml(root, file, []).data : undefined;

const dataOf = ({ files }: Reading, file: File): unknown => files.get(`content/${file}`)?.data;

function questionsFor(reading: Reading, root: string, folder: string): Question[] {
  const { shape } = organisationSchema;
  const person = shape.people.valueType.shape;
  const merged = dataOf(reading, 'organisation.yaml');
  const own = readAs(`${folder}/organisation.yaml`, root);
  const playbookCountry = valueAt(readAs('content/organisation.yaml', root), ['country']);
  /** What Enter answers for something that only holds in the playbook's country, until the company has said its own. */
  const inCountry = (path: Path, elsewhere: (country: string) => string): Partial<Question> => ({
    isOfCountry: true,
    enter: (before) => {
      const country = before.get('organisation.yaml/country')?.answer ?? playbookCountry;
      return country === playbookCountry || valueAt(own, path) !== '' ? valueAt(merged, path) : elsewhere(country);
    },
  });
  const ofOrganisation = (path: Path, ask: string, more: Partial<Question> = {}): Question => ({
    file: 'organisation.yaml',
    path,
    ask,
    schema: shape[path[0] as keyof typeof shape],
    ...more,
  });
  const roles = Object.entries((merged as { people?: Record<string, unknown> } | undefined)?.people ?? {});
  return [
    ofOrganisation(['company'], words.company),
    ...(valueAt(merged, ['prefix']) === '' ? [prefixQuestion(reading)] : []),
    { file: 'playbook.yaml', path: ['name'], ask: words.name, schema: playbookSchema.shape.name },
    ofOrganisation(['country'], words.country, { meant: countryMeant }),
    ofOrganisation(['locale'], words.locale, {
      meant: localeMeant,
      ...inCountry(['locale'], (country) => `en-${country.toUpperCase()}`),
    }),
    ofOrganisation(['currency'], words.currency, {
      meant: currencyMeant,
      ...inCountry(['currency'], currencyIn),
    }),
    ofOrganisation(
      ['emergency'],
      words.emergency,
      inCountry(['emergency'], (country) => emergencyIn(reading, country)),
    ),
    ofOrganisation(['address'], words.address, { meant: addressMeant }),
    ofOrganisation(['harmlessPage'], words.harmlessPage, { meant: addressMeant }),
    ofOrganisation(['feedback'], words.feedback, {
      meant: (answer) => (/^[^\s@:/]+@[^\s@]+$/.test(answer) ? `mailto:${answer}` : addressMeant(answer)),
    }),
    ...roles.flatMap(([role, contact]): Question[] => {
      const called = valueAt(contact, ['role']) || role;
      // Whom to call in despair holds in the country for which it was named.
      const enter = (path: Path) => (role === 'crisis' ? inCountry(path, () => '') : {});
      return [
        ofOrganisation(['people', role, 'name'], words.who(called), {
          schema: person.name,
          ...enter(['people', role, 'name']),
        }),
        ofOrganisation(['people', role, 'contact'], words.reach(called), {
          schema: person.contact,
          ...enter(['people', role, 'contact']),
        }),
      ];
    }),
  ];
}

/** The short name before ids. It is asked once: pages that have it keep it. */
function prefixQuestion({ playbookFiles }: Reading): Question {
  const refuse = (answer: string): string | undefined => {
    const id = idOf(answer);
    // It stays for ever, so what somebody meant is not guessed.
    if (id !== answer) return words.prefixIsNone(answer, id);
    return answer !== '' && meeting(answer, playbookFiles) !== undefined ? words.prefixMeets(answer) : undefined;
  };
  return {
    file: 'organisation.yaml',
    path: ['prefix'],
    ask: words.prefix,
    schema: organisationSchema.shape.prefix,
    meant: (answer) => answer.toLowerCase(),
    refuse,
    enter: (before) => {
      const id = idOf(before.get('organisation.yaml/company')?.answer ?? '');
      return [id.split('-')[0] ?? '', id].find((one) => refuse(one) === undefined) ?? '';
    },
  };
}

const regions = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });

/** Names of countries that nobody else's list has. */
const otherNames: Readonly<Record<string, string>> = {
  uk: 'gb',
  'great britain': 'gb',
  britain: 'gb',
  england: 'gb',
  scotland: 'gb',
  wales: 'gb',
  'northern ireland': 'gb',
  usa: 'us',
  'united states of america': 'us',
  america: 'us',
};

/** The code of a country by its English name. */
function countryMeant(answer: string): string {
  const name = answer.toLowerCase();
  const known = otherNames[name];
  if (known !== undefined || /^[a-z]{2}$/.test(name)) return known ?? name;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.find((code) => isCountry(code) && regions.of(code.toUpperCase())?.toLowerCase() === name) ?? answer;
}

const currencyNames = new Intl.DisplayNames('en-GB', { type: 'currency', fallback: 'none' });

/** Signs that stand for one currency, and what people say for it. */
const otherCurrencies: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', pound: 'GBP', sterling: 'GBP' };

/** The code of a currency by its English name or its sign. */
function currencyMeant(answer: string): string {
  const name = answer.toLowerCase().replace(/(?<=[a-z]{3})s$/, '');
  const known = otherCurrencies[name];
  if (known !== undefined || /^[a-z]{3}$/i.test(answer)) return known ?? answer.toUpperCase();
  return Intl.supportedValuesOf('currency').find((code) => currencyNames.of(code)?.toLowerCase() === name) ?? answer;
}

function localeMeant(answer: string): string {
  try {
    return Intl.getCanonicalLocales(answer.replace('_', '-'))[0] ?? answer;
  } catch {
    return answer;
  }
}

/** An address as browsers let people write it. */
const addressMeant = (answer: string): string =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/]|$)/i.test(answer) ? `https://${answer}` : answer;

/** What asking needs besides the place of the question. */
type Rest = [
  questions: readonly Question[],
  answers: Map<string, Answer>,
  reading: Reading,
  terminal: Terminal,
  /** Whether what was answered before counts no more. */
  anew?: 'anew',
];

/** Asks one of the questions, the first time or once more. Enter then keeps what was answered. */
async function askAt(at: number, ...[questions, answers, reading, terminal, anew]: Rest): Promise<void> {
  const question = questions[at];
  if (!question) return;
  const before = anew ? undefined : answers.get(placeOf(question))?.answer;
  const enter = before ?? question.enter?.(answers) ?? valueAt(dataOf(reading, question.file), question.path);
  terminal.say(`\n${at + 1}/${questions.length}  ${question.ask}`);
  if (question.schema.description !== undefined) terminal.say(`     ${question.schema.description}`);
  answers.set(placeOf(question), { question, answer: await askOne(question, enter, terminal) });
}

/** Asks one question once more and, where another country was meant, what hangs on the country. */
async function askAgain(at: number, ...asking: Rest): Promise<void> {
  const [questions, answers, reading, terminal] = asking;
  const country = (): string | undefined => answers.get('organisation.yaml/country')?.answer;
  const before = country();
  await askAt(at, ...asking);
  if (country() === before) return;
  for (const [other, question] of questions.entries())
    if (question.isOfCountry) await askAt(other, questions, answers, reading, terminal, 'anew');
}

/** Asks until an answer can be taken. */
async function askOne(question: Question, enter: string, terminal: Terminal): Promise<string> {
  for (;;) {
    const said = await terminal.ask(enter === '' ? '     > ' : `     [${enter}] > `);
    const given = said === '' ? enter : said === '-' ? '' : said;
    const answer = given === '' ? '' : (question.meant?.(given) ?? given);
    const fault = faultOf(question, answer);
    if (fault === undefined) {
      if (answer !== given) terminal.say(`     ${words.takenAs(answer)}`);
      return answer;
    }
    terminal.say(`     ${fault}`);
  }
}

/** Why an answer cannot be taken, in a sentence: what the schema of the file says of it. */
function faultOf({ file, path, schema, refuse }: Question, answer: string): string | undefined {
  if (oddSign.test(answer)) return words.oddSign;
  // A key that may be left out is left out.
  if (answer === '' && schema.safeParse(undefined).success) return undefined;
  const refused = refuse?.(answer);
  if (refused !== undefined) return refused;
  const result = schema.safeParse(answer, { reportInput: true });
  if (result.success) return undefined;
  const read: ReadFile = { file, data: undefined, body: '', bodyLine: 1, lineOf: () => 1 };
  const name = path.at(-1) ?? '';
  const [fault] = result.error.issues.flatMap((issue) => explain({ ...issue, path: [name] }, read, schema));
  const what = (fault?.what ?? '').replace(name, answer === '' ? words.it : `"${answer}"`);
  return `${what} ${fault?.mend ?? ''}`.trim();
}

/** A file as it will be. */
interface Text {
  /** From the project's root. */
  readonly file: string;
  readonly isNew: boolean;
  readonly rows: readonly Row[];
  /** What is written: with the line endings that the file has. */
  readonly text: string;
}

/** The files that change, with the answers in them. Only what differs from what the layers say together is written. */
function textsWith(answers: Answers, reading: Reading, root: string, folder: string): Text[] {
  return (['organisation.yaml', 'playbook.yaml'] as const).flatMap((name): Text[] => {
    const changed = [...answers.values()].filter(
      ({ question, answer }) => question.file === name && answer !== valueAt(dataOf(reading, name), question.path),
    );
    if (changed.length === 0) return [];
    const file = `${folder}/${name}`;
    const written = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '') : '';
    const before = written.replace(/\r\n?/g, '\n');
    const document = parseDocument(before === '' ? words.head(name) : before);
    for (const { question, answer } of changed) put(document, question.path, answer);
    const rows = rowsOf(
      before === '' || before.endsWith('\n') ? before : `${before}\n`,
      document.toString({ lineWidth: 0 }),
    );
    const text = rows
      .flatMap(({ sign, line }) => (sign === '-' ? [] : `${line}${written.includes('\r\n') ? '\r\n' : '\n'}`))
      .join('');
    return [{ file, isNew: written === '', rows, text }];
  });
}

/** Puts an answer in its place. A value that is there keeps its quotes and the comment behind it. */
function put(document: ReturnType<typeof parseDocument>, path: Path, answer: string): void {
  const there: unknown = document.getIn(path, true);
  if (isScalar(there)) {
    there.value = answer;
    return;
  }
  const [parent] = path;
  if (path.length > 1 && document.has(parent) && !isCollection(document.get(parent, true)))
    document.set(parent, document.createNode({}));
  document.setIn(path, answer);
}

/** A line of a text that changes: it stays, goes or is new. */
interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** The blanks before a comment mean nothing, and nobody wants them changed. */
const meaning = (line = ''): string => line.replace(/\s+#/, ' #').trimEnd();

/** What becomes of the lines of a text. A line that stays is as it was. */
function rowsOf(before: string, after: string): Row[] {
  const [old = [], now = []] = [before, after].map((text) => text.split('\n').slice(0, -1));
  // How many lines stay, from each pair of places on.
  const counts = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  const stay = (line: number, other: number): number => counts[line]?.[other] ?? 0;
  const isSame = (line: number, other: number): boolean => meaning(old[line]) === meaning(now[other]);
  for (let line = old.length - 1; line >= 0; line--)
    for (let other = now.length - 1; other >= 0; other--) {
      const row = counts[line];
      if (row)
        row[other] = isSame(line, other)
          ? stay(line + 1, other + 1) + 1
          : Math.max(stay(line + 1, other), stay(line, other + 1));
    }
  const rows: Row[] = [];
  let line = 0;
  let other = 0;
  while (line < old.length || other < now.length) {
    const isLeft = line < old.length;
    if (isLeft && other < now.length && isSame(line, other)) {
      rows.push({ sign: ' ', line: old[line++] ?? '' });
      other++;
    } else if (isLeft && (other === now.length || stay(line + 1, other) >= stay(line, other + 1)))
      // Empty lines are somebody's order.
      rows.push({ sign: meaning(old[line]) === '' ? ' ' : '-', line: old[line++] ?? '' });
    // The library parts a last comment from what is above it; nobody asked for that.
    else if (now[other] === '' && before !== '') other++;
    else rows.push({ sign: '+', line: now[other++] ?? '' });
  }
  return rows;
}

/** Whether it is to be written: yes, no, or the number of a question that is to be asked once more. */
async function agrees(terminal: Terminal, questions: number): Promise<boolean | number> {
  for (;;) {
    const answer = (await terminal.ask(`\n${words.agree}`)).toLowerCase();
    if (/^y(?:es)?$/.test(answer)) return true;
    if (/^no?$/.test(answer)) return false;
    const number = Number(answer);
    if (answer !== '' && Number.isInteger(number) && number >= 1 && number <= questions) return number;
    terminal.say(words.yesOrNo);
  }
}

if (import.meta.main)
  process.exitCode = await atTerminal(
    (terminal) => setUp(process.argv.slice(2), process.cwd(), terminal),
    words.broken,
  );
