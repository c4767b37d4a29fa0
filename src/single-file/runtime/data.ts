import type { Instead } from '../../search/source-site.ts';
import type { Packed } from '../../search/query/front-coding.ts';
import type { FormProps } from '../../script/ui/ScriptForm.tsx';
import type { ResultText, WalkText } from '../../tree/ui/links.ts';
import type { VocabularyData } from '../../content/schemas/site.ts';

/** Something that search finds: a page, a question of a tree, a situation. */
export interface FileRecord {
  /** From the site's root, with a fragment for what is not a page. */
  readonly url: string;
  readonly title: string;
  /** Its aliases. */
  readonly keywords: string;
  readonly summary: string;
  readonly kind: string;
  /** What it counts beside others. */
  readonly weight: number;
  /** The first line of a script. */
  readonly first: string;
  /** Its text; that of pages stands in the file. */
  readonly sections?: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/** What the code of the file needs besides the pages. Trees and scripts by the address of their page. */
export interface FileData {
  readonly walks: Readonly<Record<string, { readonly walk: WalkText; readonly results: ResultText }>>;
  readonly forms: Readonly<Record<string, FormProps>>;
  readonly records: readonly FileRecord[];
  readonly vocabulary: VocabularyData;
  /** Words that look like misspelt ones of the site, and are none. */
  readonly real: Packed;
  readonly instead: Instead;
}

let data: Promise<FileData> | undefined;

/** Unpacks what the file carries for its code, once. Rejects in a browser too old to unpack. */
export const fileData = (): Promise<FileData> => (data ??= unpack());

async function unpack(): Promise<FileData> {
  const packed = document.querySelector('[data-file]')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(text).json()) as FileData;
}
