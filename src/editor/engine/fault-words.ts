import type { Path } from '../api.ts';
import { isKeys, valueAt } from './change-data.ts';
import { hasLabel, labelOf, optionOf, titleOf } from './field-words.ts';
import { lineOf, wayTaken, type Form } from './form.ts';

/** What the keeper calls things that faults name by their ids and keys. */
export interface Names {
  /** The title of an id, by what it names: a guide, a tree, an outcome. */
  title(kind: string, id: string): string | undefined;
  /** The title of a file, such as `content/trees/fire.yaml`. */
  file(name: string): string | undefined;
}

/** A file with a fault: the form that it is edited with, and what stands in it. */
export interface Edited {
  readonly form: Form;
  readonly data: unknown;
}

/** A fault as the check tells it to somebody who edits files. */
export interface Told {
  readonly path: Path;
  /** The place as the check names it, by keys and ids. */
  readonly named: string;
  readonly what: string;
  readonly mend: string;
}

/** A fault as it is told in a form. */
export interface InWords {
  /** Where it is, from the outside in: Outcomes › “Ask for money first” › Why. Empty for the whole file. */
  readonly where: string;
  readonly what: string;
  readonly mend: string;
}

/**
 * A fault in the words of the form: labels in place of keys, what a question asks in place of its id, and no advice on
 * how a file is written.
 */
export function faultInWords({ path, named, what, mend }: Told, edited: Edited, names: Names): InWords {
  const fields = fieldsOn(edited, path, names);
  const where = fields.map(({ title }) => title).join(' › ');
  const last = fields.at(-1);
  const label = fields.findLast(({ isEntry }) => !isEntry)?.title ?? 'This';
  const value = valueAt(edited.data, path);
  if ((last?.form?.kind === 'reference' && isWrongName.test(what)) || (last?.form?.kind === 'choice' && value === ''))
    return { where, ...nothingChosen(value) };
  const own = idsIn(edited.data, path);
  const keys = keysIn(edited.form);
  const reworded = (text: string): string => inOwnWords(text, { own, keys, names, key: String(path.at(-1)), label });
  const begins = named !== '' && named !== 'The file' && what.startsWith(`${named} `);
  const said = begins ? `${last?.isEntry ? 'This entry' : quote(label)}${what.slice(named.length)}` : what;
  return { where, what: reworded(asForm(said)), mend: reworded(mendInForm(what, mend, last?.form)) };
}

const quote = (words: string): string => (/[“”]/.test(words) ? `‘${words}’` : `“${words}”`);

/** As much of a text as tells it from others. */
const most = 70;
const shortened = (words: string): string => {
  const text = words.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most)).replace(/[,;:.]$/, '')} …`;
};

interface OnTheWay {
  readonly title: string;
  readonly form: Form | undefined;
  /** Whether it is an entry of a list, not a field. */
  readonly isEntry: boolean;
}

/** The fields and entries that a path goes through. */
function fieldsOn({ form, data }: Edited, path: Path, names: Names): readonly OnTheWay[] {
  let at: Form | undefined = form;
  return path.map((key, length): OnTheWay => {
    const outer = at?.kind === 'one of' ? at.ways[wayTaken(at, valueAt(data, path.slice(0, length)))]?.form : at;
    if (typeof key === 'string') {
      const field = outer?.kind === 'group' ? outer.fields.find((one) => one.key === key) : undefined;
      at = field?.form ?? (outer?.kind === 'free keys' ? outer.entry : undefined);
      return { title: field?.title ?? (outer?.kind === 'free keys' ? key : labelOf(key)), form: at, isEntry: false };
    }
    at = outer?.kind === 'list' ? outer.entry : undefined;
    const list = valueAt(data, path.slice(0, length));
    // An entry that can be written in two ways is looked at as the one that it is.
    const entry = at?.kind === 'one of' ? at.ways[wayTaken(at, valueAt(list, [key]))]?.form : at;
    return { title: entryTitle(at, list, key, names), form: entry, isEntry: true };
  });
}

/** An entry by its words, with its place where another has the same; by its place alone where it has none. */
function entryTitle(form: Form | undefined, list: unknown, place: number, names: Names): string {
  const lines = Array.isArray(list) ? list.map((entry) => (form ? wordsOf(form, entry, names) : '')) : [];
  const line = lines[place] ?? '';
  if (line === '') return String(place + 1);
  return quote(line) + (lines.indexOf(line) === lines.lastIndexOf(line) ? '' : ` (${place + 1})`);
}

/** The words of an entry: what it names, or what it says. An id alone is none. */
function wordsOf(form: Form, entry: unknown, names: Names): string {
  const line = lineOf(form, entry);
  const title = JSON.stringify(form).includes('"reference"') ? names.title('', line) : undefined;
  if (title !== undefined) return shortened(title);
  return isKeys(entry) && line !== entry['id'] && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(line) ? shortened(line) : '';
}

const isWrongName = /\bnames? no |is no id|is empty|is no topic|is missing|^There is no /;

const nothingChosen = (value: unknown): Pick<InWords, 'what' | 'mend'> =>
  typeof value === 'string' && value !== ''
    ? { what: `${quote(value)} is not there, or not any more.`, mend: 'Choose another.' }
    : { what: 'Nothing is chosen.', mend: 'Choose from the list.' };

/** What is said of how a file is written, as it is said of a form. */
const ofForms: readonly (readonly [RegExp, string])[] = [
  [/ is no id\.$/, ' cannot stand in an address.'],
  [/ is not a known key\.$/, ' is no field that there is.'],
  [/ is none of the values it may have\.$/, ' is none of those that there are.'],
  [/ should be keys with values\.$/, ' should have fields of its own.'],
];
const asForm = (what: string): string => ofForms.reduce((text, [from, to]) => text.replace(from, to), what);

/** What is to be done, for who has a form: nobody there writes quotes, hyphens or keys. */
function mendInForm(what: string, mend: string, form: Form | undefined): string {
  if (/ is missing\.$/.test(what) && mend.startsWith('Add it')) return 'Fill it in.';
  if (/ is none of the values it may have\.$/.test(what)) return 'Choose from the list.';
  if (/ is no date\.$/.test(what)) return 'Choose the day.';
  if (/ is not a known key\.$/.test(what)) return 'Remove it.';
  if (form?.kind === 'reference' && /^Did you mean|^Correct it/.test(mend)) return 'Choose another.';
  if (/\bquotes\b|\bhyphen and a blank|^Correct the value|curly brackets/.test(mend)) return 'Write it again here.';
  return mend
    .replace('Write something. It may not be empty.', 'Write something.')
    .replace(/remove the line\b/, 'remove it')
    .replace(/take the line out\b/, 'take it out')
    .replace(
      /^Add it to an outcome's scripts, or write <Script id="[^"]*" \/> in a guide\.$/,
      'Name it in an outcome, or put it into a guide with the button “Script”.',
    );
}

interface Words {
  /** The texts of what has an id in the file itself. */
  readonly own: ReadonlyMap<string, string>;
  /** All keys of the form. */
  readonly keys: ReadonlySet<string>;
  readonly names: Names;
  /** The key with the fault, and its label. */
  readonly key: string;
  readonly label: string;
}

/** What faults call things that have an id, and what the ids are kept under. */
const nouns: Readonly<Record<string, string>> = { 'subject beyond the documents': 'subject' };
const called =
  /\b(guide|script|tree|outcome|question|answer|situation|topic|role|fact|point|subject beyond the documents|subject|circumstance|step|variant|sample|group|check|case|entry) ("?)([a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9-]+)?)\2(?=[\s.,:;?]|$)/g;

/** A text with labels and titles where it has keys and ids. */
function inOwnWords(text: string, { own, keys, names, key, label }: Words): string {
  const titleOfId = (kind: string, id: string): string | undefined =>
    own.get(id) ?? names.title(nouns[kind] ?? kind, id);
  const ofAnyKind = (id: string): string | undefined => own.get(id) ?? names.title('', id);
  const inQuotes = (whole: string, inner: string): string => {
    const [name = '', value] = inner.split(/: (.*)/s);
    if (inner === key && !own.has(inner)) return quote(label);
    if (value !== undefined && keys.has(name))
      return value === 'true' ? quote(labelOf(name)) : `${quote(optionOf(name, value))} under ${quote(labelOf(name))}`;
    const title = ofAnyKind(inner);
    if (title !== undefined) return quote(shortened(title));
    return keys.has(inner) ? quote(labelOf(inner)) : whole.replace(/^"(.*)"$/s, '“$1”');
  };
  const inList = (whole: string, before: string, list: string): string => {
    const titles = list.split(', ').map((id) => (id === 'and so on' ? '…' : ofAnyKind(id)));
    if (titles.some((title) => title === undefined)) return whole;
    const between = before === 'There are' ? ', ' : ' → ';
    return `${before}: ${titles.map((title) => (title === '…' ? '…' : quote(shortened(title ?? '')))).join(between)}.`;
  };
  return (
    text
      .replace(/\b(?:content|company)\/[\w/-]+\.(?:yaml|mdx?)\b/g, (file) => quote(names.file(file) ?? file))
      .replace(/\b([a-z]+)\.yaml\b/g, (_, list: string) => quote(titleOf(list)))
      .replace(/(?:say|write) "draft: true"/, 'tick “Draft”')
      // What files call it, behind what is meant: the field to look for.
      .replace(/\(([a-z]+)(?:: ([\w-]+))?\)/gi, (whole, name: string, value: string | undefined) => {
        if (!keys.has(name) && !hasLabel(name) && value === undefined) return whole;
        return `(${quote(value === undefined || value === 'true' ? labelOf(name) : optionOf(name, value))})`;
      })
      .replace(/([A-Z][^:.]*): ([a-z0-9-]+(?:, (?:[a-z0-9-]+|and so on))+)\.$/, inList)
      .replace(called, (whole, noun: string, _, id: string) => {
        const title = titleOfId(noun, id);
        return title === undefined ? whole : `${noun} ${quote(shortened(title))}`;
      })
      .replace(/(?<!\bid )"([^"\n]*)"/g, inQuotes)
      .replace(
        /Did you mean ([a-z0-9][a-z0-9/-]*)\?/g,
        (_, id: string) => `Did you mean ${quote(ofAnyKind(id) ?? id)}?`,
      )
      .replace(/\bunder ([a-z]+)\b/g, (whole, name: string) =>
        keys.has(name) || hasLabel(name) ? `under ${quote(labelOf(name))}` : whole,
      )
      .replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => (keys.has(name) ? quote(labelOf(name)) : name))
      .replace(/(?<![/\w“-])[a-z0-9]+(?:[-/][a-z0-9]+)+(?![\w/”-])/g, (id) => {
        const title = ofAnyKind(id);
        return title === undefined ? id : quote(shortened(title));
      })
  );
}

/** The texts of everything with an id in a file. Where an id stands twice, what is nearest to the path counts. */
function idsIn(data: unknown, path: Path): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) {
      const all = value.map(saidOf);
      for (const [place, entry] of value.entries()) {
        const [id, words] = [isKeys(entry) ? entry['id'] : undefined, all[place]];
        // Two of the same words are told apart by their places.
        const isTwice = all.indexOf(words) !== all.lastIndexOf(words);
        if (typeof id === 'string' && words !== undefined) found.set(id, isTwice ? `${words} (${place + 1})` : words);
      }
    }
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(data);
  path.forEach((key, at) => {
    if (typeof key === 'number') collect(valueAt(data, path.slice(0, at + 1)));
  });
  return found;
}

/** What an entry says. */
const saidOf = (entry: unknown): string | undefined =>
  ['ask', 'headline', 'text', 'title', 'words', 'says', 'name', 'label', 'do']
    .map((key) => (isKeys(entry) ? entry[key] : undefined))
    .find((one): one is string => typeof one === 'string' && one.trim() !== '');

/** All keys that a form has fields for. */
function keysIn(form: Form): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (one: Form): void => {
    if (one.kind === 'list' || one.kind === 'free keys') collect(one.entry);
    if (one.kind === 'one of') for (const way of one.ways) collect(way.form);
    if (one.kind !== 'group') return;
    for (const field of one.fields) {
      found.add(field.key);
      collect(field.form);
    }
  };
  collect(form);
  return found;
}
