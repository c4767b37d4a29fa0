import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { diffVersions } from '../tree/engine/diff.ts';
import { tellingWhatCannotBeWritten } from './cannot-write.ts';
import { readLink, writeLink } from '../tree/engine/link.ts';
import { answersOf, paths } from '../tree/engine/paths.ts';
import { indexTree, treeText, type Tree } from '../tree/engine/tree.ts';
import { casesSchema, treeSchema } from '../content/schemas/tree.ts';

// npm run tree -- diff <git ref>   how many paths of each tree change outcome since then, and which worked cases do
// npm run tree -- save             adds links to tests/playbook/saved-links.json until every answer is in one

const folder = 'content/trees';
const savedLinks = 'tests/playbook/saved-links.json';

/** A link that has to open for ever, and what it opens. */
interface SavedLink {
  readonly tree: string;
  readonly link: string;
  readonly outcome: string | null;
}

const load = (yaml: string): Tree => indexTree(treeText(treeSchema.parse(parse(yaml))));
const ids = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));
const loadNow = (id: string): Tree => load(readFileSync(`${folder}/${id}.yaml`, 'utf8'));

/** The text of a file at a git ref, or null when it was not there yet. */
function at(ref: string, file: string): string | null {
  try {
    return execFileSync('git', ['show', `${ref}:${file}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/** Whether there is such a ref to compare with; without git, or outside of a repository, there is none. */
function isThere(ref: string): boolean {
  try {
    execFileSync('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Prints what became of one tree since a git ref. Tells whether links of then would lose an answer without a word. */
function tellDiff(id: string, ref: string): boolean {
  const then = at(ref, `${folder}/${id}.yaml`);
  if (then === null) {
    console.log(`${id}: new since ${ref}`);
    return true;
  }
  const read = treeSchema.safeParse(parse(then));
  if (!read.success) {
    console.log(`${id}: at ${ref} it was written in an older form, which cannot be compared`);
    return true;
  }
  const [before, after] = [indexTree(treeText(read.data)), loadNow(id)];
  const file = `content/cases/${id}.yaml`;
  const recorded = existsSync(file) ? casesSchema.parse(parse(readFileSync(file, 'utf8'))) : [];
  const { paths: all, changed, moves, lost, cases, raiseVersion } = diffVersions(before, after, recorded);
  console.log(
    `${id}: version ${before.text.version} to ${after.text.version}, ${changed} of ${all} paths change outcome`,
  );
  for (const { from, to, paths: count } of moves)
    console.log(`  ${count}: ${from} -> ${to ?? 'a question is asked again'}`);
  for (const { title, was, is } of cases) console.log(`  case "${title}": ${was} -> ${is}`);
  if (raiseVersion) console.log(`  Raise "version" in ${folder}/${id}.yaml: links of then now lead elsewhere.`);
  for (const gone of lost)
    console.log(`  ${gone} is gone. Say under "retired" in ${folder}/${id}.yaml what became of it.`);
  return lost.length === 0;
}

/** Adds links until every answer of every tree stands in one. Links saved before stay as they are. */
function save(): number {
  const saved = JSON.parse(existsSync(savedLinks) ? readFileSync(savedLinks, 'utf8') : '[]') as SavedLink[];
  for (const id of ids()) {
    const tree = loadNow(id);
    const held = new Set(
      saved.filter((entry) => entry.tree === id).flatMap(({ link }) => answerIds(readLink(tree, link).answers)),
    );
    for (const path of paths(tree)) {
      const answers = answersOf(path);
      const fresh = answerIds(answers).filter((answer) => !held.has(answer));
      if (fresh.length === 0) continue;
      for (const answer of fresh) held.add(answer);
      saved.push({ tree: id, link: writeLink(tree, answers), outcome: path.outcome.id });
    }
  }
  writeFileSync(savedLinks, `[\n${saved.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`);
  console.log(`${saved.length} links in ${savedLinks}`);
  return 0;
}

const answerIds = (answers: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(answers).flatMap(([question, chosen]) => chosen.map((answer) => `${question}/${answer}`));

const [command, ref] = process.argv.slice(2);
if (command === 'save') process.exitCode = tellingWhatCannotBeWritten(save);
else if (command === 'diff' && ref && !isThere(ref)) {
  console.error(`There is nothing to compare with: git does not know ${ref} here, or is not installed.`);
  process.exitCode = 1;
} else if (command === 'diff' && ref) {
  const sound = ids().map((id) => tellDiff(id, ref));
  if (sound.includes(false)) process.exitCode = 1;
} else {
  console.error('Write: npm run tree -- diff <git ref>, or: npm run tree -- save');
  process.exitCode = 1;
}
