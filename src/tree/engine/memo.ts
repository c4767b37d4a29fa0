import { treeResult as words } from '../../i18n/en.ts';
import { lookAgain } from './look-again.ts';
import { changeLine, unknownLine, type CarrierId, type Result, type ResultStep, type Sentence } from './result.ts';
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
  /** The client and who writes, where the case says them; otherwise they are lines to fill in. */
  readonly client?: string;
  readonly author?: string;
}

/** Something that the software does not know: a line to fill in. */
export interface MemoField {
  readonly label: string;
  /** What is known already, or empty. */
  readonly value: string;
}

/** A step: what to do is its text. */
export interface MemoStep extends Sentence {
  readonly who: string;
  readonly when: string;
}

/**
 * A part of a memo, in this order: sentences, lines to fill in, steps. Every sentence is carried by answers on the way.
 */
export interface MemoPart {
  readonly title: string;
  readonly sentences: readonly Sentence[];
  readonly fields: readonly MemoField[];
  readonly steps: readonly MemoStep[];
}

/** A memo: one page. The link behind it opens every answer. */
export interface Memo {
  readonly title: Sentence;
  readonly parts: readonly MemoPart[];
  /** Which tree, and which version. */
  readonly source: string;
  readonly link: string;
}

/** So many words a memo has at most: what fits on one page of A4 with lines to write on. */
export const mostWords = 330;

/** How many of each there are at most; and at least, when the whole is too long. What comes first gives way first. */
const limits = {
  changes: [2, 1],
  safeguards: [6, 3],
  against: [3, 1],
  for: [5, 3],
  steps: [7, 3],
} as const;
type Limited = keyof typeof limits;

const blank = '______________________';

/**
 * Writes the memo of a result.
 *
 * @param tree the tree
 * @param path the path that ended in the result
 * @param result the result
 * @param about the day, the link, and what is known of the case
 * @returns the memo, of at most {@link mostWords} words
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
  const step = ({ do: text, who, when, carriedBy }: ResultStep): MemoStep => ({ text, who, when, carriedBy });
  // Where little speaks for it, what was found besides tells at least what the matter is.
  const found = result.for.length < limits.for[1] ? [...result.for, ...result.neither] : result.for;
  const all: Readonly<Record<Exclude<Limited, 'steps'>, readonly Sentence[]>> & {
    readonly steps: readonly MemoStep[];
  } = {
    for: found.map(reason),
    against: result.against.map(reason),
    safeguards: result.safeguards.map(({ title, wait, carriedBy }) => ({
      text: [`${title}.`, wait].filter(Boolean).join(' '),
      carriedBy,
    })),
    steps: [...(result.start ? [result.start] : []), ...result.then].map(step),
    // One line for what is not known, so that the other is left for what is.
    changes: [
      ...result.unknowns.slice(0, 1).map((unknown) => ({ text: unknownLine(unknown), carriedBy: unknown.carriedBy })),
      ...[...(result.change ? [result.change] : []), ...result.otherChanges].map((change) => ({
        text: `${changeLine(change)}.`,
        carriedBy: change.carriedBy,
      })),
    ],
  };
  const write = (many: Readonly<Record<Limited, number>>): Memo => {
    const first = (name: 'for' | 'against' | 'safeguards'): readonly Sentence[] =>
      all[name].length > 0 ? [...all[name].slice(0, many[name]), ...more(all[name].slice(many[name]))] : [];
    const part = (title: string, what: Partial<MemoPart>): MemoPart => ({
      title,
      sentences: [],
      fields: [],
      steps: [],
      ...what,
    });
    const parts = [
      part(words.memoAbout, {
        fields: [
          { label: words.memoClient, value: about.client ?? '' },
          { label: words.memoBy, value: about.author ?? '' },
          { label: words.memoDate, value: about.day(about.date) },
          { label: words.memoDecideBy, value: '' },
        ],
      }),
      part(words.why, { sentences: first('for'), fields: toFillIn(words.memoEvidence) }),
      part(words.memoCosts, { fields: toFillIn(words.memoStaying, words.memoLeaving) }),
      part(words.memoSoFar, { fields: toFillIn(words.memoTried, words.memoOurPart) }),
      part(words.reasonsAgainst, { sentences: first('against') }),
      part(words.safeguards, { sentences: first('safeguards') }),
      // Two lines: the rest is only what might be.
      part(words.whatWouldChange, { sentences: all.changes.slice(0, many.changes) }),
      part(words.nextSteps, {
        steps: all.steps.slice(0, many.steps),
        sentences: more(all.steps.slice(many.steps)),
      }),
      part(words.memoDecision, {
        sentences: [{ text: words.memoReview(about.day(again.day), again.at), carriedBy: decided }],
        fields: toFillIn(words.memoAgreed, words.memoNameAndDate),
      }),
    ];
    return {
      title: { text: words.recommendation(outcome.headline), carriedBy: decided },
      parts: parts.filter(({ sentences, fields, steps }) => sentences.length + fields.length + steps.length > 0),
      source: words.memoSource(tree.text.title, tree.text.version),
      link: about.link,
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

/** Lines on which nothing stands yet. */
const toFillIn = (...labels: readonly string[]): readonly MemoField[] => labels.map((label) => ({ label, value: '' }));

/** Says how many sentences were left out. */
function more(left: readonly Sentence[]): readonly Sentence[] {
  const carriedBy: CarrierId[] = [...new Set(left.flatMap((sentence) => sentence.carriedBy))];
  return left.length > 0 ? [{ text: words.moreInTheResult(left.length), carriedBy }] : [];
}

/**
 * Counts the words of a memo.
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
    ...parts.flatMap((part) => [
      part.title,
      ...part.sentences.map(({ text }) => text),
      ...part.fields.flatMap(({ label, value }) => [label, value]),
      ...part.steps.flatMap(({ text, who, when }) => [text, who, when]),
    ]),
  ];
  return texts.filter(Boolean).reduce((sum, text) => sum + wordsIn(text), 0);
}

/**
 * Writes a memo as plain text, for mail and chat.
 *
 * @param memo the memo
 * @returns the text
 */
export function memoText(memo: Memo): string {
  return [
    memo.title.text,
    ...memo.parts.map(({ title, sentences, fields, steps }) =>
      [
        title.toUpperCase(),
        ...steps.map(({ text, who, when }, place) => `${place + 1}. ${text} ${words.whoAndWhen(who, when)}`),
        ...sentences.map(({ text }) => `- ${text}`),
        ...fields.map(({ label, value }) => `${label}: ${value || blank}`),
      ].join('\n'),
    ),
    `${memo.source} ${words.memoLink(memo.link)}`,
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
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `# ${plain(memo.title.text)}`,
    ...memo.parts.map(({ title, sentences, fields, steps }) =>
      [
        `## ${plain(title)}`,
        ...(steps.length > 0
          ? [
              [
                row(words.memoColumns),
                row(words.memoColumns.map(() => '---')),
                ...steps.map(({ text, who, when }) => row([text, who, when].map(plain))),
              ].join('\n'),
            ]
          : []),
        ...(sentences.length > 0 ? [sentences.map(({ text }) => `- ${plain(text)}`).join('\n')] : []),
        ...fields.map(({ label, value }) => `${plain(label)}: ${plain(value || blank)}`),
      ].join('\n\n'),
    ),
    plain(`${memo.source} ${words.memoLink(memo.link)}`),
  ].join('\n\n');
}

/**
 * Writes a memo as rich text, for mail and word processors. Lines to fill in are a table, so that there is room to type.
 *
 * @param memo the memo
 * @returns HTML without a document around it
 */
export function memoHtml(memo: Memo): string {
  const escape = (text: string): string =>
    text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[found] ?? '&quot;');
  const row = (cells: readonly string[], cell = 'td'): string =>
    `<tr>${cells.map((text) => `<${cell} align="left" valign="top">${escape(text)}</${cell}>`).join('')}</tr>`;
  const table = (rows: readonly string[]): string =>
    `<table border="1" cellpadding="5" cellspacing="0">${rows.join('')}</table>`;
  return [
    `<h1>${escape(memo.title.text)}</h1>`,
    ...memo.parts.map(({ title, sentences, fields, steps }) =>
      [
        `<h2>${escape(title)}</h2>`,
        steps.length > 0
          ? table([row(words.memoColumns, 'th'), ...steps.map(({ text, who, when }) => row([text, who, when]))])
          : '',
        sentences.length > 0 ? `<ul>${sentences.map(({ text }) => `<li>${escape(text)}</li>`).join('')}</ul>` : '',
        fields.length > 0 ? table(fields.map(({ label, value }) => row([label, value || blank]))) : '',
      ].join(''),
    ),
    `<p>${escape(`${memo.source} ${words.memoLink(memo.link)}`)}</p>`,
  ].join('\n');
}
