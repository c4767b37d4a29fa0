import type { FormProps } from '../../script/ui/ScriptForm.tsx';
import type { ResultText, WalkText } from '../../tree/ui/links.ts';
import type { Packed } from '../../search/query/packed.ts';

/** What the code of the file needs besides the pages. Trees and scripts by the address of their page. */
export interface FileData {
  readonly walks: Readonly<Record<string, { readonly walk: WalkText; readonly results: ResultText }>>;
  readonly forms: Readonly<Record<string, FormProps>>;
  readonly search: Packed;
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
