import { checkCounsel, type CounselFault } from '../../tree/engine/check-counsel.ts';
import { faultIn, fileOf, known, type Check } from './check.ts';
import { soundTrees } from './trees.ts';

/** Trees, circumstances, safeguards, scripts and the front door go together; src/tree/engine/check-counsel.ts says what that means. */
export const soundCounsel: Check = (checked) => {
  const { content, files, faults } = checked;
  const fileOfFault = ({ in: where }: CounselFault): string => {
    if (typeof where === 'string') return `content/${where}.yaml`;
    return 'tree' in where ? fileOf.tree(where.tree) : fileOf.script(where.script);
  };
  const sound = faults.length === 0 && soundTrees(checked).length === 0;
  return checkCounsel({ ...content, guides: known(checked).guide }, sound).flatMap((fault) =>
    faultIn(files, fileOfFault(fault), fault),
  );
};
