import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { nearest } from '../script/engine/suggest.ts';
import { tellingWhatCannotBeWritten } from './cannot-write.ts';
import { layersOf, type Layer } from '../content/layers.ts';
import { lists } from '../content/lists.ts';
import { readContent } from '../content/read-content.ts';
import { changesBetween, digestOf, overridden, textThen } from '../upkeep/overrides.ts';

const usage = `Puts a file of your company in place of one of the playbook's, and keeps in mind what it was made from.

  npm run override -- guides/when-they-push/paying-late.mdx

The file is copied into your company's folder for you to change, unless it is there already. Either way overrides.yaml
then says that it was made from the playbook's file as it is today, so that npm run upkeep can tell when that changes.
Run it again once you have taken a change over.

  npm run override -- --changes                            what has changed beneath your own files since
  npm run override -- --changes guides/x/y.mdx             beneath this one
  npm run override -- --changes --old ../good-terms-old    by the folder of the release that you had before

Without --old it asks git what the playbook's file said then. It changes nothing.`;

/** What stands above the list. */
export const headOfMadeFrom = `# Which of the playbook's files your own were made from, and what those said then. Written by npm run override.
# npm run upkeep tells when one of them has changed.
`;

/**
 * The command.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param print takes what is to be told
 * @param layers the folders of content, the company's last
 * @returns the exit code: 2 when the command was not understood
 */
export function override(
  args: readonly string[],
  root: string,
  print: (text: string) => void,
  layers = layersOf(root),
): number {
  const options = { changes: { type: 'boolean' }, old: { type: 'string' } } as const;
  const { positionals: files, values } = (() => {
    try {
      return parseArgs({ args: [...args], allowPositionals: true, options });
    } catch {
      return { positionals: [], values: {} };
    }
  })();
  const inner = files.map((file) => file.replaceAll('\\', '/').replace(/^(\.\/)?(content\/)?/, ''));
  if (values.changes) return tellChanges(inner, root, print, layers, values.old);
  if (files.length === 0 || values.old !== undefined) {
    print(usage);
    return args.includes('--help') ? 0 : 2;
  }
  const { playbookFiles } = readContent(root, layers);
  for (const file of inner) {
    const isList = (lists as readonly string[]).includes(file);
    if (!isList && playbookFiles.includes(file)) continue;
    const meant = nearest(file, [...playbookFiles]);
    print(
      isList
        ? `${file} is merged with yours, not replaced: write one of your own with the entries that differ.`
        : `The playbook has no file content/${file}. ${meant ? `Did you mean ${meant}?` : 'Write it as it lies in content/, such as guides/when-they-push/paying-late.mdx.'}`,
    );
    return 2;
  }
  const folder = layers.find(({ name }) => name === 'company')?.folder ?? 'company';
  for (const file of inner) {
    const own = join(root, folder, file);
    if (existsSync(own)) print(`${folder}/${file} is there already. It counts from now on as made from today's file.`);
    else {
      mkdirSync(dirname(own), { recursive: true });
      copyFileSync(join(root, 'content', file), own);
      print(`Copied to ${folder}/${file}. Change it there.`);
    }
  }
  keepInMind(inner, root, layers);
  return 0;
}

/**
 * Tells what has changed in the playbook's files since the company's own were made from them.
 * @returns the exit code: 1 when of one of them nobody knows what it said
 */
function tellChanges(
  asked: readonly string[],
  root: string,
  print: (text: string) => void,
  layers: readonly Layer[],
  old: string | undefined,
): number {
  const reading = readContent(root, layers);
  const own = overridden(reading);
  const strange = asked.find((file) => !own.includes(file));
  if (strange !== undefined) {
    const meant = nearest(strange, own);
    print(`No file of yours stands in for content/${strange}.${meant ? ` Did you mean ${meant}?` : ''}`);
    return 2;
  }
  const told = (asked.length > 0 ? asked : own).flatMap((file): { text: string; isUnknown?: true }[] => {
    const beneath = `content/${file}`;
    const digest = reading.madeFrom.get(file);
    if (digest === digestOf(root, beneath))
      return asked.length > 0 ? [{ text: `${beneath} is as it was when yours was made from it.` }] : [];
    if (!file.match(/\.(?:mdx?|yaml)$/))
      return [{ text: `${beneath} is no text: open it, and the one that you had before.` }];
    if (digest === undefined)
      return [{ text: `Nobody wrote down what yours was made from: ${file}.`, isUnknown: true }];
    const then = textThen(root, file, digest, old);
    if (then === undefined) {
      const where = old === undefined ? 'git does not know here, or is not there' : `${old} does not have`;
      const how = 'Name the folder of the release that you had before: --old ../good-terms-old';
      return [{ text: `${beneath} has changed, and what it said ${where}. ${how}`, isUnknown: true }];
    }
    const now = readFileSync(join(root, beneath), 'utf8');
    return [{ text: `${beneath}, since yours was made from it:\n\n${changesBetween(then, now)}` }];
  });
  if (told.length === 0) print('Nothing has changed beneath your own files.');
  for (const { text } of told) print(`${text}\n`);
  return told.some(({ isUnknown }) => isUnknown) ? 1 : 0;
}

/**
 * Writes into overrides.yaml which of the playbook's files the company's own were made from.
 * @param made the files that were made from the playbook's as they are now, by their place in the folder; of the others it
 *   stays what it was, and those that are gone go
 * @param root the project's root folder
 * @param layers the folders of content, the company's last
 */
export function keepInMind(made: readonly string[], root: string, layers: readonly Layer[]): void {
  const reading = readContent(root, layers);
  const folder = layers.find(({ name }) => name === 'company')?.folder ?? 'company';
  const kept = overridden(reading).flatMap((file) => {
    const digest = made.includes(file) ? digestOf(root, `content/${file}`) : reading.madeFrom.get(file);
    return digest === undefined ? [] : [[file, digest] as const];
  });
  writeFileSync(join(root, folder, 'overrides.yaml'), headOfMadeFrom + stringify(Object.fromEntries(kept)));
}

if (import.meta.main)
  process.exitCode = tellingWhatCannotBeWritten(() => override(process.argv.slice(2), process.cwd(), console.log));
