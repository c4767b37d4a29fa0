import { checkTree } from '../../tree/engine/check.ts';
import { endingElsewhere } from '../../tree/engine/recorded.ts';
import { nearest } from '../../tree/engine/suggest.ts';
import { indexTree, treeText } from '../../tree/engine/tree.ts';
import type { Reading } from '../read-content.ts';
import { locate, type FileFault } from '../read-file.ts';
import { faultIn, fileOf, known, type Check } from './check.ts';

/** Every tree is sound; src/tree/engine/check.ts says what that means. */
export const soundTrees: Check = (checked) => {
  const ids = known(checked);
  return checked.content.trees.flatMap((tree) =>
    checkTree(tree, { scripts: ids.script, guides: ids.guide, trees: ids.tree }).flatMap((fault) =>
      faultIn(checked.files, fileOf.tree(tree.id), fault),
    ),
  );
};

/** Worked cases belong to a tree, and name an outcome that it has: their page leads there. */
export const casesOfTrees: Check = ({ content, files }) => {
  const stray = [...files.values()]
    .filter(({ file }) => file.startsWith('content/cases/') && !files.has(file.replace('/cases/', '/trees/')))
    .map((read) =>
      locate(read, {
        path: [],
        what: 'There is no tree of this name.',
        mend: 'Name the file as the tree it belongs to.',
      }),
    );
  const ended = content.trees.flatMap((tree) => {
    const ids = new Set(tree.outcomes.map(({ id }) => id));
    return tree.cases.flatMap(({ title, outcome }, at) =>
      ids.has(outcome)
        ? []
        : faultIn(files, casesOf(tree.id), {
            path: [at, 'outcome'],
            what: `The case "${title}" ends at "${outcome}", which is no outcome of ${tree.file}.`,
            mend: `${ownCases(files, tree.id)}Choose the outcome that its answers lead to. ${nearest(outcome, ids)}`,
          }),
    );
  });
  return [...stray, ...ended];
};

/**
 * Worked cases whose answers do not lead where they say. A build goes on: the tree may be right, and a company that puts
 * its own in place of the playbook's decides that by itself. Of trees with faults nothing can be said.
 */
export function casesElsewhere(reading: Reading): FileFault[] {
  const ids = known(reading);
  return reading.content.trees
    .filter((tree) => checkTree(tree, { scripts: ids.script, guides: ids.guide, trees: ids.tree }).length === 0)
    .flatMap((tree) => {
      const words = new Map([
        ...tree.questions.map(({ id, ask }) => [id, ask] as const),
        ...tree.outcomes.map(({ id, headline }) => [id, headline] as const),
      ]);
      const named = (id: string | null): string => `"${words.get(id ?? '') ?? ''}" (${id})`;
      return endingElsewhere(indexTree(treeText(tree)), tree.cases).flatMap(({ at, title, says, is, asked }) =>
        faultIn(reading.files, casesOf(tree.id), {
          path: [at, 'outcome'],
          ...(is === null
            ? {
                what: `The answers of the case "${title}" do not reach ${named(says)}, where it says that they lead: they end at the question ${named(asked)}.`,
                mend: `${ownCases(reading.files, tree.id)}Answer the question in the case, or alter ${tree.file}.`,
              }
            : {
                what: `The answers of the case "${title}" lead to ${named(is)}, and it says ${named(says)}.`,
                mend: `${ownCases(reading.files, tree.id)}If that is right now, give the case the new result (outcome: ${is}) and see that its story fits; otherwise alter ${tree.file}.`,
              }),
        }),
      );
    });
}

const casesOf = (tree: string): string => `content/cases/${tree}.yaml`;

/** Where the tree is a company's and the cases are the playbook's, a copy of the cases comes first. */
function ownCases(files: Reading['files'], tree: string): string {
  const isOwn = (file: string): boolean => files.get(file)?.layer === 'company';
  if (!isOwn(fileOf.tree(tree)) || isOwn(casesOf(tree))) return '';
  return `First make a copy of the cases for your company (npm run override -- cases/${tree}.yaml). `;
}
