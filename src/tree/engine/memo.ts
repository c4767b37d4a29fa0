import { tree as words } from '../../i18n/en.ts';
import { flips, sortFlips, unknowns } from './sensitivity.ts';
import { lookAgain } from './look-again.ts';
import { circumstancesOf } from './circumstances.ts';
import { nextSteps, reasons } from './reasons.ts';
import type { OutcomeText, Tree } from './tree.ts';
import { walk, type Answers, type Path } from './walk.ts';
import { anyOf, becomes, conditions, oneOf, spoken } from './phrasing.ts';

/** What a memo needs beside the answers. */
export interface MemoAbout {
  /** The outcome that the answers lead to, with all that it says. */
  readonly outcome: OutcomeText;
  /** The day of the memo, written 2026-11-20. */
  readonly date: string;
  /** The address that opens these answers. */
  readonly link: string;
  /** Writes a day for people; as it stands when left out. */
  readonly day?: (iso: string) => string;
}

/** A piece of a memo. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly as: 'text' | 'list' | 'numbers';
}

/**
 * Writes the memo as plain text, for mail and chat.
 *
 * @param tree the tree
 * @param answers answers that lead to an outcome
 * @param about the outcome, the day and the link
 * @returns the text, or an empty one when the answers do not lead to that outcome
 * @throws RangeError when the date is no day
 */
export function memoText(tree: Tree, answers: Answers, about: MemoAbout): string {
  return sections(tree, answers, about)
    .map(({ title, lines, as }, place) => {
      const body = lines.map((line, index) =>
        as === 'text' ? line : `${as === 'list' ? '-' : `${index + 1}.`} ${line}`,
      );
      return [place === 0 ? title : title.toUpperCase(), ...body].join('\n');
    })
    .join('\n\n');
}

/**
 * Writes the memo as Markdown.
 *
 * @param tree the tree
 * @param answers answers that lead to an outcome
 * @param about the outcome, the day and the link
 * @returns the text, or an empty one when the answers do not lead to that outcome
 * @throws RangeError when the date is no day
 */
export function memoMarkdown(tree: Tree, answers: Answers, about: MemoAbout): string {
  return sections(tree, answers, about)
    .map(({ title, lines, as }, place) => {
      // An address is written as one, since a backslash in it would lead elsewhere.
      const plain = lines.map((line) =>
        line.replace(/https?:\S+|[\\*_`[\]<>#|]/g, (found) => (found.length > 1 ? `<${found}>` : `\\${found}`)),
      );
      const body = plain.map((line, index) =>
        as === 'text' ? line : `${as === 'list' ? '-' : `${index + 1}.`} ${line}`,
      );
      return [`${place === 0 ? '#' : '##'} ${title}`, '', body.join(as === 'text' ? '\n\n' : '\n')].join('\n');
    })
    .join('\n\n');
}

/** The memo, recommendation first, as an approver reads it. */
function sections(tree: Tree, answers: Answers, about: MemoAbout): readonly Section[] {
  const path = walk(tree, answers);
  const { outcome } = about;
  if (path.outcome?.id !== outcome.id) return [];
  const { headline, rung, why, checks } = outcome;
  const bearing = reasons(path);
  const again = lookAgain(outcome, about.date);
  const day = about.day ?? ((iso: string) => iso);
  const list = (title: string, lines: readonly string[], none = ''): Section[] =>
    lines.length > 0 ? [{ title, lines, as: 'list' }] : none ? [{ title, lines: [none], as: 'text' }] : [];

  return [
    {
      title: `Recommendation: ${headline}`,
      lines: [`${day(about.date)}. Rung: ${words.rungs[rung]}.`, why],
      as: 'text',
    },
    ...list(
      'What speaks for it',
      bearing.for.map(({ text }) => text),
      'Nothing beyond the answers below.',
    ),
    ...list(
      'What speaks against it',
      bearing.against.map(({ text }) => text),
      'None of the answers given.',
    ),
    ...list(
      'Also to be known',
      bearing.neither.map(({ text }) => text),
    ),
    ...list('What would change it', pivots(tree, path), 'No single answer.'),
    ...list('What is not known', gaps(tree, path), 'Every question was answered.'),
    {
      title: 'Next steps',
      lines: nextSteps(outcome.steps, circumstancesOf(path)).map(
        (step) => `${step.do} Who: ${step.who}. When: ${step.when}.`,
      ),
      as: 'numbers',
    },
    ...list(
      'Before acting, make sure',
      checks.map(({ says }) => says),
    ),
    { title: 'Look again', lines: [`On ${day(again.day)}: ${again.at}`], as: 'text' },
    ...list(
      'All answers',
      path.steps.map(({ question, given }) => `${question.ask} ${spoken(given)}`),
    ),
    {
      title: 'Decision',
      lines: [
        'Agreed / not agreed / agreed with changes: ______________________',
        'Name and date: ______________________',
        `From “${tree.text.title}”, version ${tree.text.version}. The same answers: ${about.link}`,
      ],
      as: 'text',
    },
  ];
}

/** The certain flips in full; of the others only where they lie, to keep the memo short. */
function pivots(tree: Tree, path: Path): readonly string[] {
  const { certain, open } = sortFlips(flips(tree, path));
  const elsewhere = new Set(open.flatMap(({ ways }) => ways.map(({ question }) => `“${question.ask}”`)));
  return [
    ...certain.map((group) => `${becomes(group)} ${anyOf(group.outcomes)} ${conditions(group.ways).join(', or ')}.`),
    ...(elsewhere.size > 0 ? [`Other answers to ${oneOf([...elsewhere])} could change it too.`] : []),
  ];
}

function gaps(tree: Tree, path: Path): readonly string[] {
  const { each, together } = unknowns(tree, path);
  if (each.length === 0) return [];
  const lines = each.map(({ step, outcomes, matters }) =>
    matters
      ? `${step.question.ask} It matters: the answer could lead to ${anyOf(outcomes)}. ${step.question.find}`
      : `${step.question.ask} On its own it does not change the outcome.`,
  );
  const settled = together.length === 1 && together[0] === path.outcome;
  if (each.length === 1) return lines;
  return [
    ...lines,
    settled
      ? 'Whatever the answers to all of these, the outcome stays.'
      : `All together, they could lead to ${anyOf(together)}.`,
  ];
}
