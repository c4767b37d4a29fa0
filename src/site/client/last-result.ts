/** The result of a tree that the reader came to last in this tab, for the way back and for texts to one's own side. */
export interface LastResult {
  /** The page of the result, with the answers in its fragment. */
  readonly href: string;
  readonly headline: string;
  /** What the reader answered, as sentences that may stand in a report: the reasons on both sides. */
  readonly facts: readonly string[];
  /** The day to look again, as YYYY-MM-DD. */
  readonly reviewOn?: string;
}

/** All sites of a server share the browser's storage, so the name holds the base path. */
const key = (): string => `good-terms ${document.documentElement.dataset['base'] ?? ''} result`;

/**
 * Keeps a result until the tab is closed. A browser that keeps nothing shows no way back.
 *
 * @param result the result, or nothing to forget it
 */
export function rememberResult(result: LastResult | undefined): void {
  try {
    if (result) sessionStorage.setItem(key(), JSON.stringify(result));
    else sessionStorage.removeItem(key());
  } catch {
    // Nothing is kept.
  }
}

/**
 * Reads the last result of this tab.
 *
 * @returns the result; nothing when there is none or what was kept is damaged
 */
export function lastResult(): LastResult | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key()) ?? 'null');
    return isResult(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isResult(kept: unknown): kept is LastResult {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'href' in kept &&
    typeof kept.href === 'string' &&
    'headline' in kept &&
    typeof kept.headline === 'string' &&
    'facts' in kept &&
    Array.isArray(kept.facts)
  );
}
