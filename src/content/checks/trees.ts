import { checkTree } from '../../tree/engine/check.ts';
import { locate } from '../read-file.ts';
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

/** Worked cases belong to a tree. Whether they lead where they say is a test. */
export const casesOfTrees: Check = ({ files }) =>
  [...files.values()]
    .filter(({ file }) => file.startsWith('content/cases/') && !files.has(file.replace('/cases/', '/trees/')))
    .map((read) =>
      locate(read, {
        path: [],
        what: 'There is no tree of this name.',
        mend: 'Name the file as the tree it belongs to.',
      }),
    );
