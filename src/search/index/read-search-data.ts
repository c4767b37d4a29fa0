import { builtContent } from '../../content/built-content.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { SearchData } from '../query/types.ts';
import { searchData } from './search-data.ts';

/**
 * What search knows, from the content as it is now.
 * @param root the project's root folder
 * @param strings what the software calls its own lists; English when left out
 */
export const readSearchData = (root: string, strings?: Strings): SearchData =>
  searchData(builtContent(root).content, strings);
