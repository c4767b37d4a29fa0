import { useEffect, useReducer } from 'preact/hooks';
import type { Value, Values } from '../engine/values.ts';

/** What a field's place on the case sheet hangs on. */
interface FieldPlace {
  readonly name: string;
  /** Whether all scripts share it; otherwise it belongs to one script. */
  readonly shared: boolean;
}

interface Sheet {
  readonly shared: Values;
  readonly own: Readonly<Record<string, Values>>;
}

/** All sites of a server share the browser's storage, so the name holds the base path. */
const key = (): string => `good-terms ${document.documentElement.dataset['base'] ?? ''} case sheet`;
const emptySheet: Sheet = { shared: {}, own: {} };

// One sheet for all scripts on the page. It is read from this tab's storage once somebody looks at it.
let sheet: Sheet | undefined;
let kept = true;
const listeners = new Set<() => void>();

/**
 * Gives a script its part of the case sheet, and draws it anew whenever the sheet changes.
 *
 * @param script The script's id.
 * @param live Whether the page has come to life; before that nothing is read.
 * @returns The values, whether the tab keeps them, and what changes them.
 */
export function useCaseSheet(script: string, live: boolean) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const again = (): void => redraw(undefined);
    // A page that the browser had put aside comes back as it was; what was cleared meanwhile must not come back with it.
    const returned = (event: PageTransitionEvent): void => {
      if (!event.persisted || !kept) return;
      sheet = load();
      again();
    };
    listeners.add(again);
    addEventListener('pageshow', returned);
    return () => {
      listeners.delete(again);
      removeEventListener('pageshow', returned);
    };
  }, []);
  const now = live ? (sheet ??= load()) : emptySheet;
  return {
    values: { ...now.shared, ...now.own[script] },
    kept,
    set: (field: FieldPlace, value: Value): void => {
      const { shared, own } = sheet ?? emptySheet;
      save(
        field.shared
          ? { shared: withValue(shared, field.name, value), own }
          : { shared, own: { ...own, [script]: withValue(own[script] ?? {}, field.name, value) } },
      );
    },
    clear: (): void => save(emptySheet),
  };
}

/** A value that says nothing leaves no trace. */
function withValue(values: Values, name: string, value: Value): Values {
  const { [name]: _, ...rest } = values;
  return value === '' || value === false || (Array.isArray(value) && value.length === 0)
    ? rest
    : { ...rest, [name]: value };
}

function save(next: Sheet): void {
  sheet = next;
  try {
    if (next === emptySheet) sessionStorage.removeItem(key());
    else sessionStorage.setItem(key(), JSON.stringify(next));
    kept = true;
  } catch {
    kept = false;
  }
  for (const listener of listeners) listener();
}

function load(): Sheet {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key()) ?? '{}') as Partial<Sheet> | null;
    return { shared: { ...stored?.shared }, own: { ...stored?.own } };
  } catch {
    // Either the storage is blocked, or what it holds is not ours.
    kept = canStore();
    return emptySheet;
  }
}

function canStore(): boolean {
  try {
    sessionStorage.removeItem(key());
    return true;
  } catch {
    return false;
  }
}
