import { isDraft, mayBeDraft, placeholder, unwrittenIn } from '../drafts.ts';
import { faultOn, type Check } from './check.ts';

/** "Write here:" stands in drafts only: a page that cannot be one, or says that it is none, has its words. */
export const unwritten: Check = ({ files }) =>
  [...files.values()].flatMap((read) => {
    if (isDraft(read)) return [];
    // The cases of a draft are one with it.
    const tree = files.get(read.file.replace('/cases/', '/trees/'));
    if (tree && tree !== read && isDraft(tree)) return [];
    const [first] = unwrittenIn(read);
    if (!first) return [];
    const what = `"${placeholder}" still stands here.`;
    const mend = mayBeDraft(read)
      ? 'Write it, or keep the page a draft as long as it is not finished (draft: true).'
      : 'Write it, or take the line out.';
    return [faultOn(read, first.line, what, mend)];
  });
