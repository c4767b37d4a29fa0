import { guideAddress, pageAddresses, sourceAddress } from '../routes.ts';
import { fileOf } from './checks/check.ts';
import { isAttachment, isPicture } from './layer-files.ts';
import { markupOf, wordsIn } from './mdx.ts';
import type { Reading } from './read-content.ts';
import type { ReadFile } from './read-file.ts';

/** A picture or an attachment where a page shows or offers it. */
export interface ShownFile {
  /** Its address, such as `/files/form.pdf`. */
  readonly address: string;
  /** The address of the page. */
  readonly page: string;
  /** The words of the link; none of a picture. */
  readonly words: string;
}

/** The pictures and attachments of all pages that the content has, in the order of the pages. */
export function shownFiles({ content, files }: Pick<Reading, 'content' | 'files'>): ShownFile[] {
  const texts = [
    ...content.guides.map(({ ref }) => ({ page: guideAddress(ref), file: fileOf.guide(ref) })),
    ...content.pages.map(({ id }) => ({ page: pageAddresses[id] ?? '', file: fileOf.page(id) })),
    ...content.sources.map(({ id }) => ({ page: sourceAddress(id), file: fileOf.source(id) })),
  ];
  return texts.flatMap(({ page, file }) => {
    const read = files.get(file);
    return read ? filesNamedIn(read).map((named) => ({ page, ...named })) : [];
  });
}

/** The pictures and attachments that a text names. */
export const filesNamedIn = (read: ReadFile): Omit<ShownFile, 'page'>[] =>
  markupOf(read).nodes.flatMap((node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
    const address = node.url.replace(/[?#].*/, '');
    return isPicture(address) || isAttachment(address) ? [{ address, words: wordsIn(node) }] : [];
  });

/** What the attachments of each page are called, by the page's address: the words of the link and the file's own name. */
export function attachmentNames(reading: Pick<Reading, 'content' | 'files'>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { address, page, words } of shownFiles(reading).filter(({ address }) => isAttachment(address))) {
    const fileName = address.replace(/^.*\/|\.\w+$/g, '').replaceAll('-', ' ');
    names.set(page, [...(names.get(page) ?? []), words.trim(), fileName].filter(Boolean));
  }
  return names;
}
