import type { FieldData, ScriptData } from '../../content/schemas/script.ts';
import type { Fault } from '../../content/fault.ts';
import { checkSamples } from './check-samples.ts';
import { nameUses } from './names.ts';
import { nearMisses } from './near-misses.ts';
import type { SyntaxFault } from './nodes.ts';
import { parse } from './parse.ts';
import { asName, nearest } from './suggest.ts';

/** The definitions of a script's fields, those of the case sheet included. */
export type FieldDefinitions = Readonly<Record<string, FieldData>>;

interface MarkedText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/**
 * Puts a script's own fields and those it takes from the case sheet into one record.
 *
 * @param script The script.
 * @param shared The case sheet, `content/fields.yaml`.
 * @returns The definitions in the order of the form; a field that says "shared" and is not on the case
 *   sheet is left out. Never throws.
 */
export function fieldDefinitions(script: Pick<ScriptData, 'fields'>, shared: FieldDefinitions): FieldDefinitions {
  return Object.fromEntries(
    Object.entries(script.fields).flatMap(([name, field]) => {
      const definition = field === 'shared' ? shared[name] : field;
      return definition ? [[name, definition]] : [];
    }),
  );
}

/**
 * Checks everything about a script that its schema cannot see: markers, fields, ids and samples.
 *
 * @param script The script.
 * @param shared The case sheet, `content/fields.yaml`.
 * @returns Every fault, each with where it is and what to do; none when the script is sound. Never throws.
 */
export function checkScript(script: ScriptData, shared: FieldDefinitions): Fault[] {
  const declared = Object.keys(script.fields);
  const definitions = fieldDefinitions(script, shared);
  const texts = markedTexts(script);
  return [
    ...checkDeclarations(script, shared),
    ...checkVariantIds(script),
    ...checkFromResult(script, definitions),
    ...texts.flatMap((text) => checkText(text, declared, definitions)),
    ...checkNotes(script),
    ...checkUnused(declared, texts),
    ...checkSamples(script, definitions),
  ];
}

/** Every text of a script that may hold markers. */
function markedTexts(script: ScriptData): MarkedText[] {
  return script.variants.flatMap(({ subject, text, ifTheySay }, i): MarkedText[] => [
    ...(subject === undefined ? [] : [{ path: ['variants', i, 'subject'], text: subject }]),
    { path: ['variants', i, 'text'], text },
    ...ifTheySay.flatMap(({ they, you }, j): MarkedText[] => [
      { path: ['variants', i, 'ifTheySay', j, 'they'], text: they },
      { path: ['variants', i, 'ifTheySay', j, 'you'], text: you },
    ]),
  ]);
}

function checkDeclarations(script: ScriptData, shared: FieldDefinitions): Fault[] {
  return Object.entries(script.fields).flatMap(([name, field]): Fault[] => {
    if (field !== 'shared' || shared[name]) return [];
    const meant = nearest(name, Object.keys(shared));
    return [
      {
        path: ['fields', name],
        what: `"${name}" is said to be shared, and the case sheet does not have it.`,
        mend: meant
          ? `Did you mean "${meant}"? Otherwise add "${name}" to fields.yaml, or define it here.`
          : `Add "${name}" to fields.yaml, or define it here.`,
      },
    ];
  });
}

/** A judgement about a client never gets into a text for them. */
function checkFromResult(script: ScriptData, definitions: FieldDefinitions): Fault[] {
  if (script.internal) return [];
  return Object.entries(definitions).flatMap(([name, field]): Fault[] =>
    field.fromResult === undefined
      ? []
      : [
          {
            path: ['fields', name],
            what: `The field "${name}" takes something of a result, and the script may go to a client.`,
            mend: 'Let the field take nothing of a result (fromResult). If the script goes to your own side only, say so (internal: true).',
          },
        ],
  );
}

function checkVariantIds(script: ScriptData): Fault[] {
  const ids = script.variants.map(({ id }) => id);
  return ids.flatMap((id, i): Fault[] =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            path: ['variants', i, 'id'],
            what: `Two variants are called "${id}".`,
            mend: 'Give each variant an id of its own; links lead to it.',
          },
        ],
  );
}

function checkText({ path, text }: MarkedText, declared: readonly string[], definitions: FieldDefinitions): Fault[] {
  const { nodes, faults } = parse(text);
  const undeclared = new Map<string, number>();
  const shown: Fault[] = [];
  for (const { name, line, decides } of nameUses(nodes)) {
    if (!declared.includes(name)) undeclared.set(name, undeclared.get(name) ?? line);
    else if (!decides && definitions[name]?.kind === 'yes-or-no') {
      shown.push({
        path,
        lineInText: line,
        what: `((${name})) would write yes or no into the message.`,
        mend: `Write the words for yes between ((if ${name})) and ((end)).`,
      });
    }
  }
  return [
    ...faults.map((fault): Fault => ({ path, lineInText: fault.line, ...tellSyntax(fault, declared) })),
    ...[...undeclared].map(([name, line]): Fault => ({ path, lineInText: line, ...tellUndeclared(name, declared) })),
    ...shown,
    ...nearMisses(nodes, declared).map(({ line, source, inside }): Fault => ({
      path,
      lineInText: line,
      what: `${source} looks like a marker and is none.`,
      mend: mendMarker(inside, declared),
    })),
  ].sort((a, b) => (a.lineInText ?? 0) - (b.lineInText ?? 0));
}

function checkNotes(script: ScriptData): Fault[] {
  return script.variants.flatMap(({ note }, i): Fault[] =>
    note?.includes('((')
      ? [
          {
            path: ['variants', i, 'note'],
            what: 'A note to the writer is shown as it stands; markers in it are not filled in.',
            mend: 'Say it without the double brackets.',
          },
        ]
      : [],
  );
}

function checkUnused(declared: readonly string[], texts: readonly MarkedText[]): Fault[] {
  const used = new Set(texts.flatMap(({ text }) => nameUses(parse(text).nodes).map(({ name }) => name)));
  return declared.flatMap((name): Fault[] =>
    used.has(name)
      ? []
      : [
          {
            path: ['fields', name],
            what: `No variant uses the field "${name}".`,
            mend: `Write ((${name})) where it belongs, or remove the field.`,
          },
        ],
  );
}

function tellUndeclared(name: string, declared: readonly string[]): Pick<Fault, 'what' | 'mend'> {
  const meant = nearest(name, declared);
  return {
    what: `The script has no field "${name}".`,
    mend: meant
      ? `Did you mean ((${meant}))? Otherwise add "${name}" under fields.`
      : `Add "${name}" under fields, or correct the name.`,
  };
}

function tellSyntax({ kind, source }: SyntaxFault, declared: readonly string[]): Pick<Fault, 'what' | 'mend'> {
  switch (kind) {
    case 'not closed':
      return {
        what: `A marker is opened and not closed on the same line: ${source}`,
        mend: 'Close it with )), with no brackets inside. For the brackets themselves write \\((.',
      };
    case 'not a marker':
      return { what: `${source} is no marker.`, mend: mendMarker(source.slice(2, -2), declared) };
    case 'else alone':
      return {
        what: 'An ((else)) stands outside an optional part.',
        mend: 'Put ((if field name)) before it, or remove it.',
      };
    case 'second else':
      return { what: 'An optional part has a second ((else)).', mend: 'Keep one, and close the part with ((end)).' };
    case 'end alone':
      return { what: 'An ((end)) closes nothing.', mend: 'Put ((if field name)) before it, or remove it.' };
    case 'no end':
      return { what: `${source} has no ((end)).`, mend: 'Write ((end)) where the optional part ends.' };
  }
}

/** Says how the marker that was probably meant is written. */
function mendMarker(inside: string, declared: readonly string[]): string {
  const words = asName(inside.replace(/^\s*[#/]/, (sign) => (sign.includes('/') ? 'end ' : '')));
  if (/^(end ?if|end)\b/.test(words)) return 'An optional part ends with ((end)).';
  if (/^(else|otherwise)$/.test(words)) return 'The other case starts with ((else)).';
  if (/^(else if|elseif|elsif)\b/.test(words))
    return 'There is no else if: write ((else)), then ((if field name)), and two ((end)).';
  const condition = /^(?:if|when) (.+)/.exec(words)?.[1];
  const wanted = condition ?? words;
  const meant = nearest(wanted, declared);
  if (meant) return `Write ((${condition ? 'if ' : ''}${meant})).`;
  if (wanted === '') return 'Write a field between double brackets, such as ((client name)).';
  return `If it is to be filled in, declare the field "${wanted}" and write ((${condition ? 'if ' : ''}${wanted})). Otherwise put it in other words.`;
}
