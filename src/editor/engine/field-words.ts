import { script, tree } from '../../i18n/en.ts';
import type { Path } from '../api.ts';

/** What fields are called whose key says too little. */
const labels: Readonly<Record<string, string>> = {
  rung: 'Step on the ladder',
  noCall: 'Leave the number to call in danger out',
  noUnknown: 'If you don’t offer “I don’t know”: why',
  speaks: 'Which way it points',
  at: 'What to look at then',
  means: 'What it means',
  covers: 'Points of the documents it carries',
  beyond: 'Subjects it answers',
  formerly: 'Earlier addresses',
  aliases: 'Other words people search with',
  noScript: 'If no script helps: why',
  to: 'Where it leads',
  find: 'Where to find it out',
  only: 'Only when',
  any: 'At least one of these',
  all: 'All of these',
  none: 'None of these',
  asks: 'What it asks about',
  unknown: '“I don’t know”',
  alone: 'Excludes the other answers',
  seriousness: 'How serious (0 to 9)',
  have: 'What to have at hand',
  leadsTo: 'Another tree to go on with',
  silentToClient: 'Tells the client nothing for now',
  ends: 'Ends the work',
  refusesEnding: 'Says not to end the work',
  order: 'Place in its list',
  reviewed: 'Last read through on',
  reviewEvery: 'Read through again after so many months',
  publish: 'Goes out on',
  changes: 'What changed',
  was: 'The old id',
  became: 'The id it has now',
  edit: 'Where pages are edited',
  framedBy: 'Sites that may show pages in a frame',
};

/** The options of choices whose keys say too little, by the field that they are chosen in. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rung: tree.rungs,
  channel: script.channels,
  tone: script.tones,
  speaks: { stay: 'to stay', repair: 'to repair', leave: 'to leave' },
  asks: { danger: 'danger', law: 'the law', claims: 'claims', harm: 'harm' },
  forbids: { silence: 'saying nothing to the client', refusal: 'saying not to end it' },
  kind: {
    one: 'one answer',
    several: 'several may be ticked',
    text: 'a line of text',
    'long-text': 'a longer text',
    choice: 'one of several choices',
    date: 'a date',
    money: 'an amount of money',
    'yes-or-no': 'yes or no',
    case: 'a fact of the case',
    reader: 'who reads',
    urgency: 'how soon something is due',
  },
  fromResult: { facts: 'what was answered', headline: 'the headline', reviewOn: 'the day to look again' },
};

/** The title of a key: "doNotUseWhen" becomes "Do not use when". */
export function titleOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/[-_]/g, ' ');
  return capitalised(words);
}

/** Whether a key says so little that its field is called otherwise. */
export const hasLabel = (key: string): boolean => Object.hasOwn(labels, key);

/** What the field of a key is called in a form. */
export const labelOf = (key: string): string => labels[key] ?? titleOf(key);

/** Where a path leads: Questions › 2 › Why. */
export const placeInWords = (path: Path): string =>
  path.map((key) => (typeof key === 'number' ? String(key + 1) : labelOf(key))).join(' › ');

/** What one option of a choice is called, in the field of a key. */
export const optionOf = (key: string, option: string): string => options[key]?.[option] ?? option;

/** The sentence about a box to tick. Files say true or false; who ticks it does not. */
export const tickHelp = (help: string): string =>
  capitalised(help.replace(/^true:? /, '').replace(/: true when /, ': when '));

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
