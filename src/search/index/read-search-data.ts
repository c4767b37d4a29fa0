import { checkContent } from '../../content/check-content.ts';
import type { Reading } from '../../content/read-content.ts';
import type { Strings } from '../../i18n/strings.ts';
import { guideAddress, pageAddresses } from '../../routes.ts';
import type { SearchData } from '../query/types.ts';
import { searchData } from './search-data.ts';

/**
 * What the site ships for search, from the content as it is now.
 * @param root the project's root folder
 * @param asWritten keeps aliases and phrasings as they were written, for editors
 * @param strings what the software calls its own lists; English when left out
 */
export function readSearchData(root: string, asWritten = false, strings?: Strings): SearchData {
  const reading = checkContent(root);
  return searchData(reading.content, bodiesOf(reading), asWritten, strings);
}

/** The texts of guides and pages by their address, for their headings. */
function bodiesOf({ files }: Pick<Reading, 'files'>): (url: string) => string | undefined {
  const bodies = new Map<string, string>();
  for (const { file, body } of files.values()) {
    const guide = /^content\/guides\/(.+)\.mdx$/.exec(file)?.[1];
    const page = /^content\/pages\/(.+)\.mdx$/.exec(file)?.[1];
    if (guide) bodies.set(guideAddress(guide), body);
    else if (page) bodies.set(pageAddresses[page] ?? '', body);
  }
  return (url) => bodies.get(url);
}
