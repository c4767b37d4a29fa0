import { checkCounsel, type CounselData, type CounselFault } from '../../tree/engine/check-counsel.ts';
import { faultIn, fileOf, known, type Check } from './check.ts';
import { soundTrees } from './trees.ts';

/** Trees, circumstances, safeguards, scripts and the front door go together; src/tree/engine/check-counsel.ts says what that means. */
export const soundCounsel: Check = (checked) => {
  const { content, files, faults, unsoundLists } = checked;
  // Without the circumstances nothing can be said of what names them; their own faults are told.
  if (unsoundLists.has('circumstances.yaml')) return [];
  const fileOfFault = ({ in: where }: CounselFault): string => {
    if (typeof where === 'string') return `content/${where}.yaml`;
    return 'tree' in where ? fileOf.tree(where.tree) : fileOf.script(where.script);
  };
  const sound = faults.length === 0 && soundTrees(checked).length === 0;
  const ids = known(checked);
  const read = new Set([...content.scripts, ...content.trees].map(({ id }) => id));
  const unread = new Set([...ids.script, ...ids.tree].filter((id) => !read.has(id)));
  return faultsOf({ ...content, guides: ids.guide, unread }, sound).flatMap((fault) =>
    faultIn(files, fileOfFault(fault), fault),
  );
};

let last: { readonly key: string; readonly faults: readonly CounselFault[] } | undefined;

/** Looking at every path of every tree takes a second, and most edits change none of them: the last answer is kept. */
function faultsOf(data: CounselData, sound: boolean): readonly CounselFault[] {
  const { circumstances, safeguards, needs, trees, guides, unread = [] } = data;
  const scripts = data.scripts.map(({ id, fits, variants }) => [id, fits, variants.map((variant) => variant.id)]);
  const key = JSON.stringify([circumstances, safeguards, needs, trees, scripts, [...guides], [...unread], sound]);
  if (last?.key !== key) last = { key, faults: checkCounsel(data, sound) };
  return last.faults;
}
