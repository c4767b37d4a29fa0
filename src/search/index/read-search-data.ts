import { builtContent } from '../../content/built-content.ts';
import { attachmentNames } from '../../content/shown-files.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { SearchData } from '../query/types.ts';
import { searchData } from './search-data.ts';

/**
 * What search knows, from the content as it is now.
 * @param root the project's root folder
 * @param strings what the software calls its own lists; English when left out
 */
export function readSearchData(root: string, strings?: Strings): SearchData {
  const reading = builtContent(root);
  return searchData(reading.content, strings, attachmentNames(reading));
}
