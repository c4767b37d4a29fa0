import type { Question, Tree } from './tree.ts';
import { choice, keep, type Answers } from './walk.ts';

/** A part of a link that did not count, and why. */
export interface Dropped {
  /** The part as it stood in the link. */
  readonly part: string;
  /**
   * - unreadable: no question with answers
   * - unknown: names a question or an answer that never was in this tree
   * - asked again: names what an earlier version had; the question has to be answered anew
   * - no answer: these answers do not go together, or the question came twice
   * - off the way: a fair answer, but the other answers do not lead to its question
   */
  readonly why: 'unreadable' | 'unknown' | 'asked again' | 'no answer' | 'off the way';
}

/** What a link says. */
export interface Opened {
  readonly answers: Answers;
  /** The question the link shows although it is answered, so that the answer can be changed. */
  readonly at: string | null;
  /** The version of the tree the link was made with, or null when it does not say. */
  readonly version: number | null;
  /** Circumstances known from another tree, which this link carries along. */
  readonly known: readonly string[];
  /** What a colleague answered, carried along unseen until this walk has ended; null when nobody asked. */
  readonly apart: Answers | null;
  /** Whether it comes from the front door, so that what is known may be added. */
  readonly isNew: boolean;
  readonly dropped: readonly Dropped[];
}

/** Names in a link that are no questions, so no question may bear them. */
export const reservedIds: readonly string[] = ['v', 'at', 'known', 'need', 'apart'];

/** Longer text is no link of ours; the rest is not read. */
const longest = 4000;

/**
 * Writes answers as a fragment, such as `#v=3&danger=no&keeps=late+rude`. Browsers never send a fragment to a server.
 *
 * @param tree the tree
 * @param answers what was answered
 * @param at the question to show although it is answered, if any
 * @param known circumstances known from another tree
 * @param apart what a colleague answered, to be shown when this walk has ended. It is packed so that nobody reads it by
 *   chance; whoever wants to can
 * @returns the fragment, with its `#`
 */
export function writeLink(
  tree: Tree,
  answers: Answers,
  at: string | null = null,
  known: readonly string[] = [],
  apart: Answers | null = null,
): string {
  const parts = (given: Answers): readonly string[] =>
    Object.entries(keep(tree, given)).map(([question, ids]) => `${question}=${ids.join('+')}`);
  const carried = known.length > 0 ? [`known=${known.join('+')}`] : [];
  const packed = apart ? [`apart=${pack(parts(apart).join('&'))}`] : [];
  return `#${[`v=${tree.text.version}`, ...carried, ...packed, ...parts(answers), ...(at ? [`at=${at}`] : [])].join('&')}`;
}

/** Packs a text of plain letters so that nobody reads it by chance, and no mail program breaks it. */
const pack = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function unpack(packed: string): string | null {
  try {
    return atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/**
 * Reads a link, however damaged, old or foreign. Answers that hold are kept; a question with a hole in its answers is
 * asked again, since half an answer would be another answer.
 *
 * @param tree the tree
 * @param text an address or a fragment
 * @returns the answers, and every part that did not count; never throws
 */
export function readLink(tree: Tree, text: string): Opened {
  const read: Record<string, readonly string[]> = {};
  const dropped: Dropped[] = [];
  const parts = new Map<string, string>();
  const known = new Set<string>();
  let isNew = false;
  let apart: Answers | null = null;
  let [at, version]: [string | null, number | null] = [null, null];
  for (const part of unwrap(text).split('&').filter(Boolean)) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=');
    if (name === 'v' && /^\d{1,9}$/.test(value)) version = Number(value);
    else if (name === 'at') at = rename(tree, value).id;
    else if (name === 'need') isNew = true;
    else if (name === 'apart') {
      const inside = unpack(value);
      const theirs = inside === null ? {} : readLink(tree, inside).answers;
      if (Object.keys(theirs).length > 0) apart = theirs;
      else dropped.push({ part, why: 'unreadable' });
    } else if (name === 'known') {
      for (const id of value.split('+'))
        if (tree.text.shared.some((circumstance) => circumstance.id === id)) known.add(id);
        else dropped.push({ part: id, why: 'unknown' });
    } else {
      const answered = readPart(tree, name, value);
      if (typeof answered === 'string') dropped.push({ part, why: answered });
      else if (parts.has(answered.question.id)) dropped.push({ part, why: 'no answer' });
      else {
        read[answered.question.id] = answered.ids;
        parts.set(answered.question.id, part);
      }
    }
  }
  const answers = keep(tree, read);
  for (const [id, part] of parts) if (!Object.hasOwn(answers, id)) dropped.push({ part, why: 'off the way' });
  return {
    answers,
    at: at !== null && Object.hasOwn(answers, at) ? at : null,
    version,
    known: [...known],
    apart,
    isNew,
    dropped,
  };
}

/** The question a part of a link answers and the ids of its answers, or why it does not count. */
function readPart(
  tree: Tree,
  name: string,
  value: string,
): { question: Question; ids: readonly string[] } | Dropped['why'] {
  if (!name || !value) return 'unreadable';
  const { id, retired } = rename(tree, name);
  const question = id === null ? undefined : tree.questions.get(id);
  if (!question) return retired ? 'asked again' : 'unknown';
  const found = value.split('+').map((answerId) => {
    if (question.answers.some((answer) => answer.id === answerId)) return { id: answerId, retired: false };
    const here = rename(tree, `${question.id}/${answerId}`);
    return here.retired ? here : rename(tree, `${name}/${answerId}`);
  });
  if (found.some((answer) => answer.retired && answer.id === null)) return 'asked again';
  const ids = found.map((answer) => answer.id?.split('/').at(-1) ?? '');
  if (ids.some((answerId) => !question.answers.some((answer) => answer.id === answerId))) return 'unknown';
  return choice(question, ids) ? { question, ids } : 'no answer';
}

/** Follows an id through the versions to what it is now; null when it has no successor. */
function rename(tree: Tree, was: string): { id: string | null; retired: boolean } {
  let id: string | null = was;
  let retired = false;
  // A chain takes at most as many steps as there are entries; more would be a circle.
  for (let left = tree.text.retired.length; left > 0; left--) {
    const entry = tree.text.retired.find((candidate) => candidate.was === id);
    if (!entry) break;
    retired = true;
    id = entry.became ?? null;
  }
  return { id, retired };
}

/** The fragment in a text, behind its last #, without what mail and chat programs do to it: percent signs, entities, spaces, a full stop behind it. */
function unwrap(text: string): string {
  return text
    .slice(0, longest)
    .trim()
    .replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/^.*#/s, '')
    .replaceAll('&amp;', '&')
    .replace(/[\s.,;:!)>\]"']+$/, '')
    .replace(/\s/g, '+');
}
