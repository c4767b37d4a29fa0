import { asName, nearest } from '../../script/engine/suggest.ts';
import { addressesOf, decideAddress } from '../../routes.ts';
import { normalise } from '../../search/query/normalise.ts';
import { addressOfPhrasings, phrasingsFolder } from '../schemas/phrasings.ts';
import type { Fault } from '../fault.ts';
import { locate } from '../read-file.ts';
import { faultIn, known, undecided, type Check } from './check.ts';

/** Longer than anybody types. Search reads no further in a query than twice of this. */
const longest = 150;

const asSaid = (says: string): string => normalise(says).replace(/['"]/g, '');

/** What is wrong with something that people are said to type, with the mend. */
function faultOf(says: string): Omit<Fault, 'path'> | undefined {
  if (says.length > longest)
    return {
      what: `It has ${says.length} letters, and nobody types more than ${longest}.`,
      mend: 'Keep the words that somebody would type, or make two lines of it.',
    };
  const [strange] = /[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}£$€+=%]|[{}]/u.exec(says) ?? [];
  if (strange === undefined) return undefined;
  const code = (strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    what: `It holds “${strange}” (U+${code}), which nobody types in an English question.`,
    mend: 'Write it in plain English letters.',
  };
}

/** Every phrasing is there once, and something that somebody would type. */
export const phrasingsThemselves: Check = ({ content, files }) =>
  [...files.values()].flatMap((read) => {
    const says = read.file.startsWith(phrasingsFolder) ? content.phrasings.get(addressOfPhrasings(read.file)) : [];
    const firsts = new Map((says ?? []).map((one, at) => [asSaid(one), at] as const).toReversed());
    return (says ?? []).flatMap((one, at) => {
      const first = firsts.get(asSaid(one)) ?? at;
      const fault =
        first < at
          ? { what: `“${one}” says the same as entry ${first + 1} of this list.`, mend: 'Remove it: once is enough.' }
          : faultOf(one);
      return fault ? locate(read, { path: [at], ...fault }) : [];
    });
  });

/** Every example of danger, and of what only sounds like it, is there once in both lists, and something that somebody would type. */
export const examplesOfDanger: Check = ({ content: { danger }, files }) => {
  const examples = (['told', 'harmless'] as const).flatMap((list) =>
    danger[list].map((says, at) => ({ path: [list, at], says })),
  );
  const firsts = new Map(examples.toReversed().map((one) => [asSaid(one.says), one]));
  return examples.flatMap(({ path, says }) => {
    const first = firsts.get(asSaid(says));
    const fault =
      first && first.path !== path
        ? {
            what: `“${says}” stands in these lists already, under ${first.path[0]}.`,
            mend: 'Remove one of them: a sentence tells of danger or does not.',
          }
        : faultOf(says);
    return fault ? faultIn(files, 'content/danger.yaml', { path, ...fault }) : [];
  });
};

/** Every file of phrasings belongs to a page, whose address is its own path. A page that cannot be read counts as there. */
export const phrasingsOfPages: Check = (checked) => {
  const ids = known(checked);
  const addresses = addressesOf({
    topics: checked.content.topics.map(({ id }) => id),
    guides: ids.guide,
    scripts: ids.script,
    trees: ids.tree,
    outcomes: ids.outcome,
    sources: ids.source,
  });
  const byName = new Map([...addresses].map((address) => [asName(address), address]));
  return [...checked.files.values()].flatMap((read) => {
    if (!read.file.startsWith(phrasingsFolder)) return [];
    const address = addressOfPhrasings(read.file);
    if (addresses.has(address) || undecided(checked, ids, address.replace(decideAddress, ''))) return [];
    const meant = byName.get(nearest(address, [...byName.keys()]) ?? '');
    const place = meant ? `, perhaps ${phrasingsFolder}${meant.replace(/^\/|\/$/g, '')}.yaml` : '';
    return locate(read, {
      path: [],
      what: `These are phrasings for ${address}, and there is no such page.`,
      mend: `Move the file to where the page is now${place}, or delete it if the page is gone.`,
    });
  });
};
