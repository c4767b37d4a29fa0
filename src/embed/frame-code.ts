/** What the code of a frame is made of. */
export interface Framed {
  /** What is shown, for those who hear the page. */
  readonly title: string;
  /** The whole address of the page for frames, or from the server's root where the server is not known. */
  readonly address: string;
  /** In pixels. */
  readonly height: number;
}

/** The code that shows a page of this site inside a page of another. */
export function frameCode({ title, address, height }: Framed): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${address}" title="${name}" width="100%" height="${height}" allow="clipboard-write"></iframe>`;
}
