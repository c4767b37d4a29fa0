import { checkContent } from '../../content/check-content.ts';
import type { Strings } from '../../i18n/strings.ts';
import { guideAddress, pageAddresses } from '../../routes.ts';
import type { SearchData } from '../query/types.ts';
import { searchData } from './search-data.ts';

/**
 * What search knows, from the content as it is now.
 * @param root the project's root folder
 * @param strings what the software calls its own lists; English when left out
 */
export function readSearchData(root: string, strings?: Strings): SearchData {
  const { content, files } = checkContent(root);
  // The texts of guides and pages by their address, for their headings.
  const bodies = new Map<string, string>();
  for (const { file, body } of files.values()) {
    const [, kind, name = ''] = /^content\/(guides|pages)\/(.+)\.mdx$/.exec(file) ?? [];
    if (kind) bodies.set(kind === 'guides' ? guideAddress(name) : (pageAddresses[name] ?? ''), body);
  }
  return searchData(content, (url) => bodies.get(url), strings);
}
