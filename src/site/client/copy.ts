/** What goes onto the clipboard. */
export interface CopyContent {
  readonly plain: string;
  /** The same as HTML, for programs that take it. */
  readonly html?: string | undefined;
}

/**
 * Copies a text in both forms, on https and on plain http. Call it from a press of the reader, as
 * browsers refuse it otherwise. Focus and selection are afterwards where they were.
 *
 * @param content What to copy.
 * @returns Whether the browser confirmed it. Never rejects.
 */
export async function copyText(content: CopyContent): Promise<boolean> {
  return (await copyByClipboard(content)) || copyByEvent(content);
}

/**
 * Selects everything in an element, so that the reader can copy it by hand.
 *
 * @param element The element with the text.
 */
export function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}

/** The clipboard of secure pages. It is missing on plain http, whatever its type says. */
async function copyByClipboard({ plain, html }: CopyContent): Promise<boolean> {
  try {
    const forms = { 'text/plain': plain, ...(html !== undefined && { 'text/html': html }) };
    const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** The older way: start a copy of a selected text, and hand over both forms when the browser asks for them. */
function copyByEvent({ plain, html }: CopyContent): boolean {
  let handedOver = false;
  const handOver = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    handedOver = true;
  };
  const giveBack = rememberPlace();
  // Some browsers start a copy only when something is selected. Behind an open dialog nothing can be.
  const carrier = document.createElement('span');
  carrier.textContent = plain;
  carrier.ariaHidden = 'true';
  Object.assign(carrier.style, { position: 'fixed', clipPath: 'inset(50%)', whiteSpace: 'pre', userSelect: 'text' });
  (document.activeElement?.closest('dialog') ?? document.body).append(carrier);
  document.addEventListener('copy', handOver, { capture: true });
  try {
    selectText(carrier);
    return document.execCommand('copy') && handedOver;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', handOver, { capture: true });
    carrier.remove();
    giveBack();
  }
}

/** Notes focus and selection, and gives the function that puts them back. */
function rememberPlace(): () => void {
  const active = document.activeElement;
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return () => {
    selection?.removeAllRanges();
    if (range) selection?.addRange(range);
    if (active instanceof HTMLElement && active !== document.activeElement) active.focus({ preventScroll: true });
  };
}
