import { labelOf, optionOf, tickHelp } from './field-words.ts';

/** What a form looks like: drawn from a JSON Schema, so that a key and its sentence have one home. */
export type Form = Group | List | FreeKeys | OneOf | Single;

/** Keys that are known beforehand. */
export interface Group {
  readonly kind: 'group';
  readonly fields: readonly Field[];
}
/** One key of a group. */
export interface Field {
  readonly key: string;
  readonly title: string;
  /** A sentence that says what it is; empty where its entries say it. */
  readonly help: string;
  readonly isRequired: boolean;
  /** Whether it is asked for openly though it may stay empty. */
  readonly isAsked: boolean;
  /** What counts when it is left out. */
  readonly otherwise?: unknown;
  readonly form: Form;
}
export interface List {
  readonly kind: 'list';
  readonly entry: Form;
  readonly atLeast: number;
}
/** Keys that the keeper chooses, such as the fields of a script. */
export interface FreeKeys {
  readonly kind: 'free keys';
  readonly entry: Form;
}
/** A value that can be written in more than one way. */
export interface OneOf {
  readonly kind: 'one of';
  readonly ways: readonly { readonly title: string; readonly form: Form }[];
}
/** One value. */
export type Single =
  | { readonly kind: 'text'; readonly isLong: boolean; readonly most?: number }
  | { readonly kind: 'number'; readonly least: number | undefined; readonly most: number | undefined }
  | { readonly kind: 'yes or no' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'fixed'; readonly value: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'reference'; readonly to: string };

/** Keys and places in lists, from the outside in. */
type Path = readonly (string | number)[];

/** What of a JSON Schema (draft 7) the schemas of the content use. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly refersTo?: string;
  readonly asked?: boolean;
}

/** Keys whose text takes more than a line, usually. */
const long =
  /^(text|body|why|story|says|summary|first|approve|do|note|you|they|find|reason|help|headline|useWhen|doNotUseWhen|next|attach|checks|points|steps)$/;
const dayPattern = '^\\d{4}-\\d{2}-\\d{2}$';

/**
 * The form for what a JSON Schema describes.
 * @param schema a draft 7 schema as `jsonSchemaOf` makes it
 * @param key the key that the value stands under; it tells long texts
 */
export function formOf(schema: object, key = ''): Form {
  const { type, properties, required = [], additionalProperties, items, anyOf, ...rest } = schema as Schema;
  if (rest.refersTo && type === 'string') return { kind: 'reference', to: rest.refersTo };
  if (anyOf) {
    const ways = anyOf.map((way) => formOf(way, key));
    return { kind: 'one of', ways: ways.map((form) => ({ title: wayTitle(form, ways), form })) };
  }
  if (rest.enum) return { kind: 'choice', of: rest.enum };
  if (rest.const !== undefined) return { kind: 'fixed', value: rest.const };
  if (items) return { kind: 'list', entry: formOf(items, key), atLeast: rest.minItems ?? 0 };
  if (typeof additionalProperties === 'object') return { kind: 'free keys', entry: formOf(additionalProperties) };
  if (properties) {
    const fields = Object.entries(properties).map(([name, inner]) => ({
      key: name,
      title: titleIn(name, inner),
      help: inner.type === 'boolean' ? tickHelp(inner.description ?? '') : (inner.description ?? ''),
      isRequired: required.includes(name),
      isAsked: inner.asked ?? false,
      otherwise: inner.default,
      form: formOf(inner, name),
    }));
    return { kind: 'group', fields };
  }
  if (type === 'boolean') return { kind: 'yes or no' };
  if (type === 'integer' || type === 'number') return { kind: 'number', ...limits(rest) };
  if (type === 'string' && rest.pattern === dayPattern) return { kind: 'date' };
  if (type === 'string')
    return {
      kind: 'text',
      isLong: long.test(key) && !rest.pattern,
      ...(rest.maxLength === undefined ? {} : { most: rest.maxLength }),
    };
  throw new Error(`There is no form for ${JSON.stringify(schema)} under "${key}".`);
}

/** What a field is called: an id that is chosen from a list by what it names. */
function titleIn(key: string, { refersTo, items }: Schema): string {
  if (key === 'id' && refersTo) return labelOf(refersTo);
  return key === 'means' && items?.refersTo ? `${labelOf(key)} (circumstances)` : labelOf(key);
}

/** Limits that somebody set; those of JavaScript's numbers tell nobody anything. */
function limits({ minimum, maximum }: Schema) {
  const said = (limit: number | undefined) =>
    limit !== undefined && Number.isSafeInteger(limit * 2) ? limit : undefined;
  return { least: said(minimum), most: said(maximum) };
}

/** What one way of writing a value is called beside the others. */
function wayTitle(form: Form, ways: readonly Form[]): string {
  if (form.kind === 'fixed') return form.value === 'shared' ? 'as in other scripts' : form.value;
  if (form.kind === 'list') return 'several';
  if (form.kind === 'yes or no') return 'yes or no';
  const isConditional = (one: Form): boolean => one.kind === 'group' && one.fields.some(({ key }) => key === 'only');
  if (form.kind === 'group') return isConditional(form) ? 'with a condition' : 'of its own';
  return ways.some(isConditional)
    ? 'always'
    : form.kind === 'text' && ways.some(({ kind }) => kind === 'list')
      ? 'one'
      : 'as it is';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a form can show a value, judged by the value's outside: what is wrong within is told at its own field. */
export function shows(form: Form, value: unknown): boolean {
  switch (form.kind) {
    case 'group':
    case 'free keys':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'one of':
      return form.ways.some((way) => shows(way.form, value));
    case 'number':
      return typeof value === 'number';
    case 'yes or no':
      return typeof value === 'boolean';
    case 'fixed':
      return value === form.value;
    default:
      return typeof value === 'string';
  }
}

/** The form of a value that the schema does not foresee: by what it looks like, so that it can be seen and put right. */
export function formLike(value: unknown): Form {
  if (typeof value === 'boolean') return { kind: 'yes or no' };
  if (typeof value === 'number') return { kind: 'number', least: undefined, most: undefined };
  if (Array.isArray(value)) return { kind: 'list', entry: formLike(value[0]), atLeast: 0 };
  if (isObject(value)) return { kind: 'free keys', entry: formLike(Object.values(value)[0]) };
  return { kind: 'text', isLong: false };
}

/** Which of the ways a value is written in. The first when it is none of them. */
export const wayTaken = ({ ways }: OneOf, value: unknown): number =>
  Math.max(
    0,
    ways.findIndex(({ form }) => shows(form, value)),
  );

/** The paths of all values that a form has no control for. */
export function withoutControl(form: Form, value: unknown, path: Path = []): readonly Path[] {
  if (!shows(form, value)) return [path];
  const within = (inner: Form, key: string | number, at: unknown) => withoutControl(inner, at, [...path, key]);
  if (form.kind === 'one of') return withoutControl(form.ways[wayTaken(form, value)]?.form ?? form, value, path);
  if (form.kind === 'list' && Array.isArray(value)) return value.flatMap((at, key) => within(form.entry, key, at));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, at]) => {
    const inner =
      form.kind === 'free keys'
        ? form.entry
        : form.kind === 'group'
          ? form.fields.find((field) => field.key === key)?.form
          : undefined;
    return inner ? within(inner, key, at) : [[...path, key]];
  });
}

/**
 * A value to begin with: what is required is there, and empty. Nothing is chosen for the keeper, and no number is made up.
 * @param today the day that a date begins with
 */
export function blank(form: Form, today: string): unknown {
  switch (form.kind) {
    case 'group':
      return Object.fromEntries(
        form.fields
          .filter(({ isRequired, form }) => isRequired && form.kind !== 'number')
          .map(({ key, form }) => [key, blank(form, today)]),
      );
    case 'list':
      return Array.from({ length: form.atLeast }, () => blank(form.entry, today));
    case 'free keys':
      return {};
    case 'one of':
      return form.ways[0] ? blank(form.ways[0].form, today) : '';
    case 'number':
      return form.least ?? 0;
    case 'yes or no':
      return false;
    case 'fixed':
      return form.value;
    case 'date':
      return today;
    default:
      return '';
  }
}

/** The key whose text says what an entry is: its words where it has some, otherwise the first text that it must have. */
export function namingKey(form: Form): string | undefined {
  if (form.kind !== 'group') return undefined;
  const keys = new Set(form.fields.filter((field) => field.form.kind === 'text').map(({ key }) => key));
  return ['title', 'ask', 'headline', 'text', 'words', 'says', 'name', 'do', 'they', 'label', 'what'].find((key) =>
    keys.has(key),
  );
}

/** One line that tells an entry from its neighbours: its title, words or text, and what else names it. */
export function lineOf(form: Form, value: unknown): string {
  if (form.kind === 'one of') {
    const way = form.ways[wayTaken(form, value)];
    return way?.form.kind === 'fixed' ? way.title : lineOf(way?.form ?? form, value);
  }
  if (Array.isArray(value)) return value.map((entry) => lineOf({ kind: 'free keys', entry: form }, entry)).join(', ');
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value ?? '').replace('""', '');
  // The wordings of a script begin alike.
  const spoken = ['channel', 'tone'].flatMap((key) => {
    const option = value[key];
    return typeof option === 'string' && option !== '' ? [optionOf(key, option)] : [];
  });
  // Of two in one tone the id says what is different.
  const { id } = value;
  const rest =
    typeof id === 'string' ? id.split('-').filter((word) => !spoken.join(' ').split(' ').includes(word)) : [];
  if (spoken.length > 0) return [...spoken, ...(rest.length > 0 ? [rest.join(' ')] : [])].join(', ');
  const named = [namingKey(form), 'id', 'was', 'guide', 'nation'].map((key) => key && value[key]);
  const first = [...named, ...Object.values(value)].find((text) => typeof text === 'string' && text !== '');
  return typeof first === 'string' ? first : '';
}
