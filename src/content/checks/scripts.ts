import { checkScript } from '../../script/engine/check.ts';
import { languageWarnings } from '../../script/engine/language.ts';
import { isDraft } from '../drafts.ts';
import type { Reading } from '../read-content.ts';
import type { FileFault } from '../read-file.ts';
import { faultIn, fileOf, type Check } from './check.ts';

/** Every script is sound; src/script/engine/check.ts says what that means. */
export const soundScripts: Check = ({ content, files, unsoundLists }) =>
  (unsoundLists.has('fields.yaml') ? [] : content.scripts).flatMap((script) =>
    checkScript(script, content.fields).flatMap((fault) => faultIn(files, fileOf.script(script.id), fault)),
  );

/** Every script is led to by a guide or an outcome. Looked at once all files could be read. */
export const scriptsLedTo: Check = ({ content, files, faults }) => {
  if (faults.length > 0) return [];
  const stands = (file: string): boolean => {
    const read = files.get(file);
    return read !== undefined && !isDraft(read);
  };
  const led = new Set([
    ...content.guides.flatMap(({ ref, scripts }) => (stands(fileOf.guide(ref)) ? scripts : [])),
    ...content.trees.flatMap(({ id, outcomes }) =>
      stands(fileOf.tree(id)) ? outcomes.flatMap((outcome) => outcome.scripts.map((offer) => offer.id)) : [],
    ),
    ...content.safeguards.flatMap(({ scripts }) => scripts.map((offer) => offer.id)),
  ]);
  return content.scripts
    .filter(({ id }) => !led.has(id) && stands(fileOf.script(id)))
    .flatMap(({ id }) =>
      faultIn(files, fileOf.script(id), {
        path: [],
        what: 'No guide embeds this script and no outcome offers it, so nobody will find it.',
        mend: `Add it to an outcome's scripts, or write <Script id="${id}" /> in a guide.`,
      }),
    );
};

/**
 * What an editor may want to look at again, though nothing is broken: wording in scripts that can do harm.
 * @returns warnings with file and line
 */
export const languageOfScripts = ({ content, files }: Reading): FileFault[] =>
  content.scripts.flatMap((script) =>
    languageWarnings(script).flatMap((warning) => faultIn(files, fileOf.script(script.id), warning)),
  );
