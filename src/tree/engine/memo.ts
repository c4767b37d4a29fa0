import { treeResult as words } from '../../i18n/en.ts';
import { lookAgain } from './look-again.ts';
import { answerLine, changeLine, unknownLine, type Result, type ResultStep, type Sentence } from './result.ts';
import type { Reason } from './reasons.ts';
import type { Tree } from './tree.ts';
import type { Path } from './walk.ts';

/** What a memo needs beside the result. */
export interface MemoAbout {
  /** The day of the memo, written 2026-11-20. */
  readonly date: string;
  /** The address that opens these answers. */
  readonly link: string;
  /** Writes a day for people. */
  readonly day: (iso: string) => string;
}

/**
 * A part of a memo. Every sentence is carried by answers on the way; what nobody answered is a field to fill in.
 */
export interface MemoPart {
  readonly title: string;
  /** Labels with a blank behind them. */
  readonly fields: readonly string[];
  readonly sentences: readonly Sentence[];
  readonly as: 'text' | 'list' | 'numbers';
}

/** A memo: what fits on one page, and behind it every answer. */
export interface Memo {
  readonly title: Sentence;
  readonly parts: readonly MemoPart[];
  readonly answers: MemoPart;
  /** Which tree, which version, and the link. */
  readonly source: string;
}

/** So many words stand before the answers at most: one page. */
export const mostWords = 400;

/** How many sentences of a part there are at most; and at least, when the whole is too long. What comes first gives way first. */
const limits = {
  neither: [2, 0],
  unknowns: [2, 1],
  changes: [2, 1],
  for: [5, 3],
  against: [3, 2],
  safeguards: [6, 4],
  steps: [8, 3],
} as const;
type Limited = keyof typeof limits;

const blank = '______________________';

/**
 * Writes the memo of a result.
 *
 * @param tree the tree
 * @param path the path that ended in the result
 * @param result the result
 * @param about the day and the link
 * @returns the memo: before the answers at most {@link mostWords} words
 * @throws RangeError when the date is no day
 */
export function memoOf(tree: Tree, path: Path, result: Result, about: MemoAbout): Memo {
  const { outcome } = result;
  const decided = path.steps.map(({ question, decides }) => `${question.id}/${decides.id}`);
  const again = lookAgain(outcome, about.date);
  const reason = ({ text, question, answer }: Reason): Sentence => ({
    text,
    carriedBy: [`${question.id}/${answer.id}`],
  });
  const step = ({ do: what, by, carriedBy }: ResultStep): Sentence => ({ text: `${what} ${by}`, carriedBy });
  const all: Readonly<Record<Limited, readonly Sentence[]>> = {
    for: result.for.map(reason),
    against: result.against.map(reason),
    neither: result.neither.map(reason),
    safeguards: result.safeguards.map(({ title, because, wait, carriedBy }) => ({
      text: [`${title}.`, because, wait].filter(Boolean).join(' '),
      carriedBy,
    })),
    steps: [...(result.start ? [result.start] : []), ...result.then].map(step),
    changes: [...(result.change ? [result.change] : []), ...result.otherChanges].map((change) => ({
      text: `${changeLine(change)}.`,
      carriedBy: change.carriedBy,
    })),
    unknowns: result.unknowns.map((unknown) => ({ text: unknownLine(unknown), carriedBy: unknown.carriedBy })),
  };
  const write = (many: Readonly<Record<Limited, number>>): Memo => {
    const list = (name: Limited, title: string, as: MemoPart['as'] = 'list'): MemoPart[] => {
      const kept = all[name].slice(0, many[name]);
      const left = all[name].length - kept.length;
      const carriedBy = all[name].slice(kept.length).flatMap((sentence) => sentence.carriedBy);
      const more = left > 0 ? [{ text: words.moreInTheResult(left), carriedBy: [...new Set(carriedBy)] }] : [];
      return kept.length > 0 ? [{ title, fields: [], sentences: [...kept, ...more], as }] : [];
    };
    const fields = (title: string, labels: readonly string[]): MemoPart => ({
      title,
      fields: labels,
      sentences: [],
      as: 'text',
    });
    return {
      title: { text: words.recommendation(outcome.headline), carriedBy: decided },
      parts: [
        fields(words.memoFor, [words.memoClient, words.memoFrom, words.memoDecideBy]),
        ...list('for', words.reasonsFor),
        ...list('against', words.reasonsAgainst),
        ...list('neither', words.alsoRelevant),
        fields(words.memoFacts, [words.memoFiguresStay, words.memoFiguresLeave, words.memoTried, words.memoOurPart]),
        ...list('safeguards', words.safeguards),
        ...list('steps', words.nextSteps, 'numbers'),
        ...list('changes', words.whatWouldChange),
        ...list('unknowns', words.notKnown),
        {
          title: words.reviewDate,
          fields: [],
          sentences: [{ text: words.reviewOn(about.day(again.day), again.at), carriedBy: decided }],
          as: 'text',
        },
        fields(words.memoDecision, [words.memoAgreed, words.memoNameAndDate]),
      ],
      answers: {
        title: words.allAnswers,
        fields: [],
        sentences: path.steps.map((found) => ({
          text: answerLine(found),
          carriedBy: found.given.map(({ id }) => `${found.question.id}/${id}`),
        })),
        as: 'list',
      },
      source: words.memoSource(about.day(about.date), tree.text.title, tree.text.version, about.link),
    };
  };

  const names = Object.keys(limits) as Limited[];
  const many = Object.fromEntries(names.map((name) => [name, Math.min(limits[name][0], all[name].length)])) as Record<
    Limited,
    number
  >;
  let memo = write(many);
  // The same sentences are counted again and again while the memo is made shorter.
  const counted = new Map<string, number>();
  const wordsIn = (text: string): number => {
    const count = counted.get(text) ?? text.split(/\s+/).length;
    counted.set(text, count);
    return count;
  };
  const shorten = (name: Limited, least: number): void => {
    while (many[name] > least && countWords(memo, wordsIn) > mostWords) {
      many[name]--;
      memo = write(many);
    }
  };
  for (const name of names) shorten(name, limits[name][1]);
  // Texts of unusual length: then the link has the rest.
  for (const name of names) shorten(name, 0);
  return memo;
}

/**
 * Counts the words of a memo before its answers.
 *
 * @param memo the memo
 * @param wordsIn counts the words of a text
 * @returns how many words, titles and labels included
 */
export function countWords(
  { title, parts }: Memo,
  wordsIn = (text: string): number => text.split(/\s+/).length,
): number {
  const texts = [
    title.text,
    ...parts.flatMap((part) => [part.title, ...part.fields, ...part.sentences.map(({ text }) => text)]),
  ];
  return texts.reduce((sum, text) => sum + wordsIn(text), 0);
}

/** Every part of a memo in the order in which it is read. */
const partsOf = (memo: Memo): readonly MemoPart[] => [...memo.parts, memo.answers];

/** The lines of a part, numbered or with a dash. */
const linesOf = ({ fields, sentences, as }: MemoPart, write: (text: string) => string): readonly string[] => [
  ...fields.map((label) => `${write(label)}: ${write(blank)}`),
  ...sentences.map(
    ({ text }, place) => `${as === 'text' ? '' : as === 'list' ? '- ' : `${place + 1}. `}${write(text)}`,
  ),
];

/**
 * Writes a memo as plain text, for mail and chat.
 *
 * @param memo the memo
 * @returns the text
 */
export function memoText(memo: Memo): string {
  return [
    memo.title.text,
    ...partsOf(memo).map((part) => [part.title.toUpperCase(), ...linesOf(part, (text) => text)].join('\n')),
    memo.source,
  ].join('\n\n');
}

/**
 * Writes a memo as Markdown.
 *
 * @param memo the memo
 * @returns the text
 */
export function memoMarkdown(memo: Memo): string {
  // An address is written as one, since a backslash in it would lead elsewhere.
  const plain = (text: string): string =>
    text.replace(/https?:\S+|[\\*_`[\]<>#|]/g, (found) => (found.length > 1 ? `<${found}>` : `\\${found}`));
  return [
    `# ${plain(memo.title.text)}`,
    ...partsOf(memo).map((part) =>
      [`## ${plain(part.title)}`, '', linesOf(part, plain).join(part.as === 'text' ? '\n\n' : '\n')].join('\n'),
    ),
    plain(memo.source),
  ].join('\n\n');
}

/**
 * Writes a memo as rich text, for mail and word processors. Fields are a table, so that there is room to type.
 *
 * @param memo the memo
 * @returns HTML without a document around it
 */
export function memoHtml(memo: Memo): string {
  const escape = (text: string): string =>
    text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[found] ?? '&quot;');
  const items = ({ sentences, as }: MemoPart): string => {
    if (sentences.length === 0) return '';
    if (as === 'text') return sentences.map(({ text }) => `<p>${escape(text)}</p>`).join('');
    const name = as === 'list' ? 'ul' : 'ol';
    return `<${name}>${sentences.map(({ text }) => `<li>${escape(text)}</li>`).join('')}</${name}>`;
  };
  const rows = ({ fields }: MemoPart): string =>
    fields.length === 0
      ? ''
      : `<table>${fields.map((label) => `<tr><td>${escape(label)}</td><td>${blank}</td></tr>`).join('')}</table>`;
  return [
    `<h1>${escape(memo.title.text)}</h1>`,
    ...partsOf(memo).map((part) => `<h2>${escape(part.title)}</h2>${rows(part)}${items(part)}`),
    `<p>${escape(memo.source)}</p>`,
  ].join('\n');
}
