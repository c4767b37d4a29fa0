import type { z } from 'astro/zod';
import { distance } from 'fastest-levenshtein';
import { realFile, type FileFault, type ReadFile } from './read-file.ts';
import { leadsNowhere } from '../tree/engine/leads-nowhere.ts';
import { emptyLine } from './schemas/shared.ts';

type Path = readonly (string | number)[];

/**
 * Says what is wrong with one value in plain words, from what the schema library found.
 *
 * @param issue what the schema library found, with the input reported
 * @param file the file it was found in
 * @param schema what the file is held against: the keys there are come from it
 */
export function explain(issue: z.core.$ZodIssue, file: ReadFile, schema: z.ZodType): FileFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const name = pathInWords(path, file);
  const answer = answerAt(path, file);
  if (answer !== undefined) return [{ ...leadsNowhere(answer), file: realFile(file, path), line: file.lineOf(path), path }];
  const at = (what: string, mend: string, where: Path = path): FileFault[] => [
    { file: realFile(file, where), line: file.lineOf(where), path: where, what, mend },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.flatMap((key) =>
        at(
          `${pathInWords([...path, key], file)} is not a known key.`,
          `${didYouMean(key, known, 'keys')} Otherwise remove it.`,
          [...path, key],
        ),
      );
    }
    case 'invalid_type':
      return wrongKind(issue, name, file, path);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const given = typeof issue.input === 'string' ? issue.input : undefined;
      const meant = given === undefined ? undefined : nearestOf(given, values);
      return issue.input === undefined
        ? at(`${name} is missing.`, `Add it, with one of: ${values.join(', ')}.`)
        : at(
            `${name} is none of the values it may have.`,
            `${meant === undefined ? '' : `Did you mean ${meant}? `}Use one of: ${values.join(', ')}.`,
          );
    }
    case 'too_big': {
      const most = String(issue.maximum);
      if (issue.origin === 'string')
        return at(
          `${name} is too long: ${typeof issue.input === 'string' ? issue.input.length : 'more than'} characters${typeof issue.input === 'string' ? '' : ` than ${most}`}.`,
          `At most ${most} characters.`,
        );
      return at(`${name} is too ${issue.origin === 'array' ? 'long' : 'large'}.`, `At most ${most}.`);
    }
    case 'too_small':
      if (issue.origin === 'array') return at(`${name} has too few entries.`, `Give at least ${String(issue.minimum)}.`);
      if (issue.origin === 'number') return at(`${name} is too small.`, `Give at least ${String(issue.minimum)}.`);
      if (issue.message !== emptyLine) return at(...told(name, issue.message));
      return isNeeded(schema, path)
        ? at(`${name} is empty.`, 'Write something. It may not be empty.')
        : at(`${name} is empty.`, 'Write something, or take it out.');
    case 'invalid_union': {
      const [first] = issue.errors
        .flat()
        .filter((inner) => inner.code !== 'invalid_type' && inner.code !== 'invalid_value');
      if (first) return explain({ ...first, path: [...issue.path, ...first.path] }, file, schema);
      const kinds = issue.errors.flatMap(([inner]) =>
        inner?.code === 'invalid_type'
          ? kindInWords(inner.expected)
          : inner?.code === 'invalid_value'
            ? inner.values.map((value) => `"${String(value)}"`)
            : [],
      );
      const isPlain = typeof issue.input === 'number' || typeof issue.input === 'bigint';
      return at(
        `${name} should be ${kinds.join(', or ')}.`,
        isPlain && kinds.includes('text') ? `Put it in quotes: "${String(issue.input)}".` : 'Correct the value.',
      );
    }
    case 'invalid_key':
      return at(`${name} is no name that can be used here.`, told(name, issue.issues[0]?.message ?? '; choose another')[1]);
    default: {
      const date = issue.message.startsWith('is no date') ? dayMeant(issue.input) : undefined;
      const [what, mend] = told(name, issue.message);
      return at(what, date ? `Write ${date}.` : mend);
    }
  }
}

/**
 * A schema's message as what is wrong and what to do, which stands behind its semicolon. What only says what goes with
 * what leaves the choice.
 */
function told(name: string, message: string): [what: string, mend: string] {
  const [what = '', ...mend] = message.split('; ');
  return [`${name} ${sentence(what, false)}`, sentence(mend.join('; ') || 'change the one or the other, or take it out')];
}

/** What an answer of a tree says, at the path of where it leads; undefined elsewhere. */
function answerAt(path: Path, { file, data }: ReadFile): string | undefined {
  if (!file.includes('/trees/') || path.length !== 5 || path[2] !== 'answers' || path[4] !== 'to') return undefined;
  const { text, id } = (valueAt(data, path.slice(0, -1)) ?? {}) as { readonly text?: unknown; readonly id?: unknown };
  return [text, id].find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? '';
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined),
    data,
  );

const sentence = (text: string, capital = true): string =>
  `${capital ? text.charAt(0).toUpperCase() + text.slice(1) : text}${text.endsWith('.') ? '' : '.'}`;

function wrongKind(issue: z.core.$ZodIssueInvalidType, name: string, file: ReadFile, path: Path): FileFault[] {
  const at = (what: string, mend: string): FileFault[] => [{ file: realFile(file, path), line: file.lineOf(path), path, what, mend }];
  const kind = kindInWords(issue.expected);
  const { input } = issue;
  const last = path.at(-1);
  const given = typeof input === 'object' && input !== null ? Object.entries(input)[0] : undefined;
  if (input === undefined) return at(`${name} is missing.`, `Add it: ${String(last ?? 'the file')} needs ${kind}.`);
  if (input === null)
    return at(`${path.length === 0 ? 'The file is' : `${name} is`} empty.`, `Write ${kind}, or remove the line.`);
  if (issue.expected === 'string' && given && !Array.isArray(input))
    return given[1] === null
      ? at(`${name} stands in curly brackets, which have a meaning of their own.`, 'Put the line in quotes.')
      : at(`${name} should be text; the colon behind "${given[0]}" makes this a key.`, 'Put the line in quotes.');
  if (issue.expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return at(`${name} should be text, and ${String(input)} is not.`, `Put it in quotes: "${String(input)}".`);
  if (issue.expected === 'string' && Array.isArray(input))
    return at(`${name} should be text, and is a list.`, 'Write one line behind the colon; square brackets need quotes.');
  if (issue.expected === 'array')
    return at(`${name} should be ${kind}.`, 'Write each entry on a line of its own, behind a hyphen and a blank.');
  return at(`${name} should be ${kind}.`, `Correct the value${typeof input === 'string' ? ': it is text now' : ''}.`);
}

const kindInWords = (expected: string): string =>
  ({
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
    record: 'keys with values',
  })[expected] ?? expected;

/** A day written in another order, such as 31/12/2026, in ours. Undefined if it could mean two days, or none. */
function dayMeant(input: unknown): string | undefined {
  const [, first, second, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(String(input)) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  if (Number(month) > 12 || (Number(day) <= 12 && day !== month)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The name that was probably meant, whatever its capitals, or else all there are when they are few. */
export function didYouMean(value: string, there: readonly string[], kind = 'names'): string {
  const meant = nearestOf(value, there);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return there.length > 0 && there.length <= 24
    ? `There are: ${there.join(', ')}.`
    : `None of the ${kind} there are is similar.`;
}

/** The nearest of some names: a few letters away, or the beginning or the end of it. Undefined when none is near. */
function nearestOf(value: string, there: readonly string[]): string | undefined {
  const written = value.toLowerCase();
  const [best] = there
    .map((name) => ({ name, away: distance(written, name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  if (!best || written.length < 2) return undefined;
  const part = there.find(
    (name) => (name.startsWith(written) || written.startsWith(name)) && Math.abs(name.length - written.length) < 6,
  );
  return best.away <= Math.max(2, Math.floor(written.length / 4)) ? best.name : part;
}

/** What one entry of a list is called. */
const entryNames: Readonly<Record<string, string>> = {
  questions: 'question',
  answers: 'answer',
  outcomes: 'outcome',
  steps: 'step',
  variants: 'variant',
  samples: 'sample',
  points: 'point',
  situationGroups: 'group',
  checks: 'check',
  'content/situations.yaml': 'situation',
  'content/beyond.yaml': 'subject',
};

/**
 * A place in a file's data in words: `question "loss", answer "loss": speak`. An entry is named by its id, or by its
 * name or title, else by its number.
 */
export function pathInWords(path: Path, file: Pick<ReadFile, 'data' | 'file'>): string {
  const parts: string[] = [];
  let value: unknown = file.data;
  let list = file.file.includes('/cases/') ? 'case' : (entryNames[file.file] ?? 'entry');
  let keys: string[] = [];
  for (const part of path) {
    if (Array.isArray(value) && typeof part === 'number') {
      value = value[part] as unknown;
      const { id, name, title } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
      const called = [id, name, title].find((one): one is string => typeof one === 'string' && one !== '');
      const entry = called === undefined ? `${list} ${part + 1}` : `${list} "${called}"`;
      // An entry of a list without a name of its own says where the list stands.
      const held = keys.slice(0, entryNames[keys.at(-1) ?? ''] === undefined ? undefined : -1);
      parts.push([...held, entry].join(' › '));
      keys = [];
    } else {
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
      keys.push(part === '' ? '""' : String(part));
    }
    list = entryNames[String(part)] ?? 'entry';
  }
  const key = keys.join(' › ');
  if (parts.length === 0) return key === '' ? 'The file' : key;
  return key === '' ? parts.join(', ') : `${parts.join(', ')}: ${key}`;
}

/** The part of a schema that a path leads to; undefined when it leads out of it. */
function schemaAt(schema: z.core.$ZodType | undefined, path: Path): z.core.$ZodType | undefined {
  const { def } = (schema?._zod ?? {}) as { def?: Record<string, unknown> & { type: string } };
  if (schema === undefined || def === undefined) return undefined;
  const inner = (def['innerType'] ?? (def.type === 'pipe' ? def['out'] : undefined)) as z.core.$ZodType | undefined;
  if (inner) return path.length === 0 ? schema : schemaAt(inner, path);
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  if (def.type === 'object') return schemaAt((def['shape'] as Record<string, z.core.$ZodType>)[String(first)], rest);
  if (def.type === 'array') return schemaAt(def['element'] as z.core.$ZodType, rest);
  if (def.type === 'record') return schemaAt(def['valueType'] as z.core.$ZodType, rest);
  if (def.type === 'union')
    return (def['options'] as z.core.$ZodType[]).map((option) => schemaAt(option, path)).find((found) => found !== undefined);
  return undefined;
}

/** The keys that a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  let at = schemaAt(schema, path);
  for (;;) {
    const def = at?._zod.def as { innerType?: z.core.$ZodType; shape?: object; options?: z.core.$ZodType[] } | undefined;
    if (def?.shape) return Object.keys(def.shape);
    if (def?.options) at = def.options.find((option) => 'shape' in option._zod.def);
    else if (def?.innerType) at = def.innerType;
    else return [];
  }
}

/** Whether a key cannot be left out. */
const isNeeded = (schema: z.core.$ZodType, path: Path): boolean => {
  const at = schemaAt(schema, path);
  return typeof path.at(-1) === 'string' && at !== undefined && !['optional', 'default'].includes(at._zod.def.type);
};
