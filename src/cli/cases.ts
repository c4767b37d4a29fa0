import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { frontDoor, tree as words } from '../i18n/en.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/read-content.ts';
import { tellFaults } from '../content/check-content.ts';
import { variantNames } from '../content/variant-names.ts';
import { lookAgain } from '../tree/engine/look-again.ts';
import { resultOf, type Result } from '../tree/engine/result.ts';
import { resultText } from '../tree/engine/result-text.ts';
import { indexTree, treeText, type Question, type Tree } from '../tree/engine/tree.ts';
import { answer, atMostMore, choice, keep, walk, type Answers, type Path } from '../tree/engine/walk.ts';
import { nearest } from '../tree/engine/suggest.ts';
import { counselOf, emergencyOf } from '../tree/walk-data.ts';

const help = `npm run cases -- FOLDER [--labels FILE] [--routes FILE]
    Replays the recorded answers in the *.jsonl files of a folder and prints where each leads. A line of them is
    {"id": "…", "tree": "…", "answers": "question=answer question=answer+answer"}, and may name a "need".
    --labels: a file of {"id", "expected_route", "acceptable_routes", "harmful_routes"}, to count what was right.
    --routes: a file of {"tree/outcome": "route"}.

npm run cases -- --walk
    The front door, the questions and the result, asked on the terminal.

npm run cases -- --walk --need ID --answers "question=answer question=answer+answer"
npm run cases -- --walk --tree ID --answers "question=answer question=answer+answer"
    Prints the next question or the result, and ends. Ids stand in brackets. Without --need and --tree: the front door.

npm run cases -- --walk --script ID
npm run cases -- --walk --guide TOPIC/FILE
    Prints a script with its wordings, or a guide.

npm run cases -- --help`;

/** One line of a file of recorded answers. */
interface Recorded {
  readonly id: string;
  readonly need?: string;
  readonly tree: string;
  /** `question=answer other=one+two`, or the answers by question. */
  readonly answers: string | Readonly<Record<string, string | readonly string[]>>;
}

/** One line of a file of labels: which routes are right for a situation, which will do, which do harm. */
interface Label {
  readonly id: string;
  readonly expected_route: string;
  readonly acceptable_routes: readonly string[];
  readonly harmful_routes: readonly string[];
  /** Earlier readings, each with the outcome reached and its route. */
  readonly [reading: `read_on_${string}`]: readonly { tree: string; outcome: string; route: string }[] | undefined;
}

const { content, faults } = readContent(process.cwd());
if (faults.length > 0) {
  console.error(tellFaults(faults));
  process.exit(1);
}
const counsel = counselOf(content);

/** Says that an id is not there, which is nearest to it, and which there are. */
function noSuch(what: string, id: string, there: readonly string[], where = ''): string {
  const near = /did you mean.*/.exec(nearest(id, new Set(there)))?.[0];
  return `There is no ${what} "${id}"${where}${near ? `; ${near}` : '.'} There are: ${there.join(', ')}.`;
}

function treeOf(id: string): Tree {
  const trees = content.trees.map((tree) => tree.id);
  const found = content.trees.find((tree) => tree.id === id);
  if (!found) throw new Error(noSuch('tree', id, trees));
  return indexTree(treeText(found, content.circumstances));
}

function readAnswers(answers: Recorded['answers']): Answers {
  const entries =
    typeof answers === 'string'
      ? answers
          .split(/[\s&]+/)
          .filter(Boolean)
          .map((part): [string, string[]] => {
            const [question = '', given = ''] = part.split('=');
            return [question, given.split('+')];
          })
      : Object.entries(answers).map(([question, given]): [string, string[]] => [question, [given].flat()]);
  return Object.fromEntries(entries);
}

/** Every need, on the first and the second level. */
const allNeeds = content.needs.flatMap((need): { id: string; to?: Content['needs'][number]['to'] }[] => [
  need,
  ...(need.needs ?? []),
]);
const needOf = (id: string) => allNeeds.find((need) => need.id === id);

/** The tree that somebody is in, and the answers so far: those of the need, then those given. */
function start(
  need: string | undefined,
  treeId: string | undefined,
  given: Answers,
): { id: string; tree: Tree; answers: Answers } {
  const to = need === undefined ? undefined : needOf(need)?.to;
  const id = treeId ?? to?.tree;
  if (id === undefined) throw new Error(`"${need ?? ''}" leads to no tree.`);
  const tree = treeOf(id);
  const door = to?.tree === id ? (to.answers ?? {}) : {};
  return { id, tree, answers: { ...door, ...given } };
}

/**
 * Says of each answer that was given and does not count why not: an id that is not there, with the nearest that is, or a
 * question that is not on the way. What the need answered beforehand was not given by anybody and is passed over in silence.
 */
function passedOver(tree: Tree, answers: Answers, given: Answers): readonly string[] {
  const kept = keep(tree, answers);
  return Object.entries(given).flatMap(([id, ids]) => {
    if (Object.hasOwn(kept, id)) return [];
    const question = tree.questions.get(id);
    if (!question) return [noSuch('question', id, [...tree.questions.keys()])];
    const there = question.answers.map((answer) => answer.id);
    const unknown = ids.filter((one) => !there.includes(one));
    if (unknown.length > 0) return unknown.map((one) => noSuch('answer', one, there, ` to "${id}"`));
    return choice(question, ids)
      ? [`Not on the way: ${id}.`]
      : [
          `"${ids.join('+')}" does not answer "${id}": ${question.kind === 'one' ? 'one is asked for' : 'one of them excludes the others'}.`,
        ];
  });
}

function reached(tree: Tree, id: string, path: Path): Result | null {
  const outcome = content.trees
    .find((found) => found.id === id)
    ?.outcomes.find((found) => found.id === path.outcome?.id);
  return outcome ? resultOf(tree, path, outcome, counsel) : null;
}

const scriptName = (id: string, variant: string): string => {
  const script = content.scripts.find((found) => found.id === id);
  const place = script?.variants.findIndex((found) => found.id === variant) ?? -1;
  return `${script?.title ?? id} (${variantNames(script?.variants ?? [])[place] ?? variant}) [${id}]`;
};
const guideName = (ref: string): string =>
  `${content.guides.find((guide) => guide.ref === ref)?.title ?? ref} [${ref}]`;

function tellResult(treeId: string, result: Result, path: Path): string {
  const today = new Date().toISOString().slice(0, 10);
  const day = new Intl.DateTimeFormat(content.organisation.locale, { dateStyle: 'full', timeZone: 'UTC' });
  const ids = [
    `[${treeId}/${result.outcome.id}]`,
    ...(result.safeguards.length > 0 ? [`Safeguards: ${result.safeguards.map(({ id }) => `[${id}]`).join(' ')}`] : []),
  ].join('\n');
  const text = resultText(result, path, {
    script: scriptName,
    guide: guideName,
    tree: (id) => content.trees.find((tree) => tree.id === id)?.title ?? id,
    emergency: emergencyOf(content),
    review: day.format(new Date(lookAgain(result.outcome, today).day)),
  });
  return `${ids}\n\n${text}`;
}

function tellQuestion(tree: Tree, answers: Answers, path: Path, question: Question): string {
  return [
    words.questionCount(path.steps.length + 1, atMostMore(tree, answers, question)),
    `[${question.id}] ${question.ask}`,
    question.why,
    question.find,
    ...(question.noUnknown ? [question.noUnknown] : []),
    ...(question.kind === 'several' ? [words.severalHint] : []),
    ...question.answers.map(({ id, text, help }) => `  [${id}] ${text}${help ? ` (${help})` : ''}`),
    ...(path.steps.length > 0
      ? [
          '',
          words.answersSoFar,
          ...path.steps.map(
            ({ question: asked, given }) =>
              `  ${asked.ask} ${given.map(({ text }) => text).join('; ')} (${asked.id}=${given.map(({ id }) => id).join('+')})`,
          ),
        ]
      : []),
  ].join('\n');
}

/** The front door, both levels. */
function tellNeeds(): string {
  const line = (indent: string, { id, says, help }: { id: string; says: string; help?: string | undefined }): string =>
    `${indent}[${id}] ${says}${help ? ` (${help})` : ''}`;
  return [
    frontDoor.whatDoYouNeed,
    ...content.needs.flatMap((need) => [line('  ', need), ...(need.needs ?? []).map((inner) => line('      ', inner))]),
    '',
    frontDoor.allTrees,
    ...content.trees.map((tree) => `  [${tree.id}] ${tree.title} ${tree.summary}`),
  ].join('\n');
}

function tellGuide(ref: string): string {
  const guide = content.guides.find((found) => found.ref === ref);
  if (!guide)
    throw new Error(
      noSuch(
        'guide',
        ref,
        content.guides.map((found) => found.ref),
      ),
    );
  const body = readFileSync(`content/guides/${ref}.mdx`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  return `${guide.title}\n${guide.summary}\n${body}`;
}

function tellScript(id: string): string {
  const script = content.scripts.find((found) => found.id === id);
  if (!script)
    throw new Error(
      noSuch(
        'script',
        id,
        content.scripts.map((found) => found.id),
      ),
    );
  return [
    script.title,
    script.summary,
    `Use it when:\n${script.useWhen.map((line) => `  - ${line}`).join('\n')}`,
    `Do not use it when:\n${script.doNotUseWhen.map((line) => `  - ${line}`).join('\n')}`,
    `Who approves: ${script.approve}`,
    ...script.variants.map(
      ({ id: variant, subject, text }, place) =>
        `--- ${variantNames(script.variants)[place] ?? variant}${subject ? `\nSubject: ${subject}` : ''}\n${text}`,
    ),
  ].join('\n\n');
}

/** Walks once as far as the answers reach: the front door, a guide, a question or a result. */
function tellOnce(need: string | undefined, treeId: string | undefined, given: Answers): string {
  if (need === undefined && treeId === undefined) return tellNeeds();
  const door = need === undefined ? undefined : needOf(need);
  if (need !== undefined && !door)
    throw new Error(
      noSuch(
        'need',
        need,
        allNeeds.map(({ id }) => id),
      ),
    );
  if (door?.to?.guide !== undefined) return tellGuide(door.to.guide);
  const below = content.needs.find(({ id }) => id === need)?.needs;
  if (below) return below.map(({ id, says, help }) => `  [${id}] ${says}${help ? ` (${help})` : ''}`).join('\n');
  const { id, tree, answers } = start(need, treeId, given);
  const path = walk(tree, answers);
  const result = reached(tree, id, path);
  return [
    ...passedOver(tree, answers, given),
    `${tree.text.title} [${id}]`,
    path.question ? tellQuestion(tree, answers, path, path.question) : result ? tellResult(id, result, path) : '',
  ].join('\n\n');
}

/** Asks on the terminal, from the front door to the result. */
async function walkOnTerminal(): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  console.log(tellNeeds());
  let need: string | undefined;
  let treeId: string | undefined;
  let given: Answers = {};
  for await (const line of terminal) {
    const said = line.trim();
    if (need === undefined && treeId === undefined) {
      if (content.trees.some(({ id }) => id === said)) treeId = said;
      else if (needOf(said)) need = said;
      else console.log('Write one of the ids in brackets.');
    } else if (need !== undefined && content.needs.find(({ id }) => id === need)?.needs) need = said;
    else {
      const { tree, answers } = start(need, treeId, given);
      const { question } = walk(tree, answers);
      const ids = said.split(/[\s+,]+/);
      if (question && choice(question, ids)) given = answer(tree, answers, question.id, ids);
      else console.log('Write the id of an answer; several with + between them where several may be chosen.');
    }
    if (need === undefined && treeId === undefined) continue;
    console.log(`\n${tellOnce(need, treeId, given)}\n`);
    const leadsOn = needOf(need ?? '')?.to?.guide === undefined;
    const atTree = treeId !== undefined || needOf(need ?? '')?.to?.tree !== undefined;
    if (!leadsOn || (atTree && walk(start(need, treeId, given).tree, start(need, treeId, given).answers).outcome))
      break;
  }
  terminal.close();
}

const readLines = <T>(file: string): readonly T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** The route of each outcome, `tree/outcome`: from earlier readings in the labels, and from a map that counts before them. */
function routesOf(labels: readonly Label[], map: string | undefined): ReadonlyMap<string, string> {
  const readings = labels.flatMap((label) =>
    Object.entries(label).flatMap(([key, value]) =>
      key.startsWith('read_on_') ? (value as Label[`read_on_${string}`] & object) : [],
    ),
  );
  const given = map === undefined ? {} : (JSON.parse(readFileSync(map, 'utf8')) as Record<string, string>);
  return new Map([
    ...readings.map(({ tree, outcome, route }) => [`${tree}/${outcome}`, route] as const),
    ...Object.entries(given),
  ]);
}

/** Replays every recorded walk of a folder. */
function replay(folder: string, labelFile: string | undefined, routeFile: string | undefined): void {
  const labels = labelFile === undefined ? [] : readLines<Label>(labelFile);
  const routes = routesOf(labels, routeFile);
  const recorded = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readLines<Partial<Recorded>>(join(folder, file)))
    .filter((line): line is Recorded => line.tree !== undefined && line.answers !== undefined && line.id !== undefined);
  const count = { strict: 0, lenient: 0, harmful: 0, judged: 0, unfinished: 0 };
  const asked: number[] = [];
  for (const { id, need, tree: treeId, answers: recordedAnswers } of recorded) {
    const given = readAnswers(recordedAnswers);
    const { tree, answers } = start(need, treeId, given);
    const path = walk(tree, answers);
    const result = reached(tree, treeId, path);
    asked.push(path.steps.length);
    console.log(
      `${id}: ${need ? `${need} > ` : ''}${treeId}/${path.outcome?.id ?? `stops at "${path.question?.id ?? ''}"`}`,
    );
    for (const lost of passedOver(tree, answers, given)) console.log(`  ${lost}`);
    if (!result) {
      count.unfinished++;
      continue;
    }
    if (result.safeguards.length > 0)
      console.log(`  safeguards: ${result.safeguards.map((found) => found.id).join(', ')}`);
    console.log(`  scripts: ${result.scripts.map((found) => `${found.id} ${found.variant}`).join(', ') || 'none'}`);
    const label = labels.find((found) => found.id === id);
    if (!label) continue;
    const route = routes.get(`${treeId}/${result.outcome.id}`);
    if (route === undefined) {
      console.log(`  no route is known for ${treeId}/${result.outcome.id}`);
      continue;
    }
    const strict = route === label.expected_route;
    const lenient = strict || label.acceptable_routes.includes(route);
    const harmful = label.harmful_routes.includes(route);
    count.judged++;
    count.strict += Number(strict);
    count.lenient += Number(lenient);
    count.harmful += Number(harmful);
    console.log(
      `  ${route}: ${harmful ? 'HARMFUL' : strict ? 'strict' : lenient ? 'lenient' : `missed ${label.expected_route}`}`,
    );
  }
  const share = (many: number): string => `${many} (${Math.round((many / Math.max(1, count.judged)) * 100)} %)`;
  const sorted = asked.toSorted((a, b) => a - b);
  console.log(
    `\n${recorded.length} walks, ${count.unfinished} unfinished; questions answered: median ${sorted[Math.floor(sorted.length / 2)] ?? 0}, most ${sorted.at(-1) ?? 0}.`,
  );
  if (labels.length > 0)
    console.log(
      `${count.judged} judged: strict ${share(count.strict)}, lenient ${share(count.lenient)}, harmful ${share(count.harmful)}.`,
    );
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      walk: { type: 'boolean', default: false },
      need: { type: 'string' },
      tree: { type: 'string' },
      answers: { type: 'string' },
      script: { type: 'string' },
      guide: { type: 'string' },
      labels: { type: 'string' },
      routes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (values.help) console.log(help);
  else if (values.script !== undefined) console.log(tellScript(values.script));
  else if (values.guide !== undefined) console.log(tellGuide(values.guide));
  else if (values.walk && values.answers === undefined && values.need === undefined && values.tree === undefined)
    await walkOnTerminal();
  else if (values.walk) console.log(tellOnce(values.need, values.tree, readAnswers(values.answers ?? '')));
  else if (folder !== undefined) replay(folder, values.labels, values.routes);
  else {
    console.error(help);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
