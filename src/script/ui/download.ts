/**
 * Hands the reader a file that was made on the page.
 *
 * @param name The file's name.
 * @param type Its media type.
 * @param content Its text.
 */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
