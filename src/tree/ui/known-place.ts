/** Where the tab's storage holds what is known from trees (known.ts). Sites side by side on one server each have their own. */
export const knownPlace = (): string => `good-terms ${document.documentElement.dataset['base'] ?? ''} known`;

/** Whether anything is known in this tab: a page that has not begun needs no more than that. */
export function isAnythingKnown(): boolean {
  try {
    return sessionStorage.getItem(knownPlace()) !== null;
  } catch {
    return false;
  }
}
