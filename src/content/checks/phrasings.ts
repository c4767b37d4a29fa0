import { asName, nearest } from '../../script/engine/suggest.ts';
import { addressesOf, decideAddress } from '../../routes.ts';
import { addressOfPhrasings, phrasingsFolder } from '../schemas/phrasings.ts';
import { locate } from '../read-file.ts';
import { known, undecided, type Check } from './check.ts';

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
