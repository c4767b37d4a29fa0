import type { Value, Values } from '../../script/engine/values.ts';

/** What was typed in this tab: the fields that all scripts share, and those that belong to one, by its id. */
export interface Sheet {
  readonly shared: Values;
  readonly own: Readonly<Record<string, Values>>;
}

/** What a field's place on the case sheet hangs on. */
interface FieldPlace {
  readonly name: string;
  /** Whether all scripts share it; otherwise it belongs to one script. */
  readonly shared: boolean;
}

/** All sites of a server share the browser's storage, so the name holds the base path. */
const key = (): string => `good-terms ${document.documentElement.dataset['base'] ?? ''} case sheet`;
/** The name of the sheet: a tab that is duplicated takes the sheet along, and its name. What is cleared in one goes in both. */
const nameKey = (): string => `${key()} name`;
const emptySheet: Sheet = { shared: {}, own: {} };

// One sheet for all of a page: the forms of scripts and the bar. It is read once somebody looks at it.
let sheet: Sheet | undefined;
let kept = true;
/** What was cleared while this page has been open. */
let before: Sheet | undefined;
const listeners = new Set<() => void>();
/**
 * Firefox brings a page back with the storage it had when it was left, unless there was something to tell it meanwhile:
 * then it is loaded anew. So each change is told, without a value, and nobody has to hear it.
 */
let channel: BroadcastChannel | undefined;

/** The sheet as it is now. */
export const readSheet = (): Sheet => (sheet ??= load());
/** Whether the tab keeps what is typed. */
export const isKept = (): boolean => kept;
/** Whether something was cleared that can be brought back. */
export const canUndo = (): boolean => before !== undefined;

/**
 * Tells of every change of the sheet.
 *
 * @param listener is called after each change
 * @returns what ends it
 */
export function onSheet(listener: () => void): () => void {
  listeners.add(listener);
  channel ??= openChannel();
  addEventListener('pageshow', returned);
  addEventListener('storage', told);
  return () => listeners.delete(listener);
}

/**
 * Puts a value onto the sheet.
 *
 * @param script the script that the field stands in
 * @param field its name, and whether all scripts share it
 * @param value the value; one that says nothing leaves no trace
 */
export function setValue(script: string, field: FieldPlace, value: Value): void {
  const { shared, own } = readSheet();
  if (field.shared) save({ shared: withValue(shared, field.name, value), own });
  else save({ shared, own: { ...own, [script]: withValue(own[script] ?? {}, field.name, value) } });
}

/** Empties the sheet: what was typed in every script of this tab, and of tabs that were duplicated from it or to it. */
export function clearSheet(): void {
  before = readSheet();
  tellCopies();
  save(emptySheet);
}

/** Tells other tabs: what is written for all of them is there for the moment only. */
function tellCopies(): void {
  try {
    localStorage.setItem(nameKey(), sheetName());
    localStorage.removeItem(nameKey());
  } catch {
    // Nothing is kept, so no tab was duplicated with something in it.
  }
}

/** A sheet of the same name was cleared in another tab. */
function told({ key: name, newValue }: StorageEvent): void {
  if (kept && name === nameKey() && newValue && newValue === sheetName()) save(emptySheet);
}

function sheetName(): string {
  return sessionStorage.getItem(nameKey()) ?? '';
}

/** Brings back what was cleared. What has been typed since stays. */
export function undoClear(): void {
  if (!before) return;
  const { shared, own } = before;
  const since = readSheet();
  before = undefined;
  save({ shared: { ...shared, ...since.shared }, own: { ...own, ...since.own } });
}

/** A page that the browser had put aside comes back as it was; what was cleared meanwhile must not come back with it. */
function returned({ persisted }: PageTransitionEvent): void {
  if (!persisted || !kept) return;
  sheet = load();
  for (const listener of listeners) listener();
}

function withValue(values: Values, name: string, value: Value): Values {
  const { [name]: _, ...rest } = values;
  return value === '' || value === false || (Array.isArray(value) && value.length === 0)
    ? rest
    : { ...rest, [name]: value };
}

function openChannel(): BroadcastChannel | undefined {
  try {
    const opened = new BroadcastChannel(key());
    opened.onmessage = () => undefined;
    return opened;
  } catch {
    // Where storage is blocked the channel may be as well; then nothing is kept either.
    return undefined;
  }
}

function save(next: Sheet): void {
  sheet = next;
  channel?.postMessage('');
  try {
    if (next === emptySheet) for (const name of [key(), nameKey()]) sessionStorage.removeItem(name);
    else {
      sessionStorage.setItem(key(), JSON.stringify(next));
      if (sheetName() === '') sessionStorage.setItem(nameKey(), String(Math.random()));
    }
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
