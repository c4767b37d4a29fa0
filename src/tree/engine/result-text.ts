import { outcomeText, tree, treeResult as words } from '../../i18n/en.ts';
import { answerLine, changeLine, unknownLine, type Result, type ResultStep } from './result.ts';
import type { Path } from './walk.ts';

/** What a text of a result has to be told: names of pages, and the day to look again. */
export interface TextAbout {
  readonly script: (id: string, variant: string) => string;
  readonly guide: (ref: string) => string;
  readonly tree: (id: string) => string;
  /** Whom to call when somebody is in danger, and whom to tell. */
  readonly emergency: { readonly number: string; readonly contact: string };
  /** The day to look again, for people. */
  readonly review: string;
}

/** A part of a result as text. */
interface TextPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * Writes a result as plain text, in the order and in the words of its page.
 *
 * @param result the result
 * @param path the path that led to it
 * @param about the names of pages, and the day to look again
 * @returns the text
 */
export function resultText(result: Result, path: Path, about: TextAbout): string {
  const { outcome, start, then } = result;
  const step = ({ do: what, by, only }: ResultStep): string => [only, what, by].filter(Boolean).join(' ');
  const numbered = (list: readonly ResultStep[]): readonly string[] =>
    list.map((found, place) => `${place + 1}. ${step(found)}`);
  const reasons = (list: Result['for']): readonly string[] => list.map(({ text }) => text);
  const parts: readonly TextPart[] = [
    {
      title: result.isStop ? words.whatToDo : words.startHere,
      lines: result.isStop ? numbered([...(start ? [start] : []), ...then]) : start ? [step(start)] : [],
    },
    { title: words.notKnown, lines: result.unknowns.map(unknownLine) },
    {
      title: words.safeguards,
      lines: result.safeguards.flatMap(({ title, because, why, wait, steps, guides }) => [
        title.toUpperCase(),
        `  ${because}`,
        `  ${why}`,
        ...(wait ? [`  ${wait}`] : []),
        ...steps.map((found) => `  - ${step(found)}`),
        ...guides.map((ref) => `  ${words.guideToRead(about.guide(ref))}`),
      ]),
    },
    { title: words.then, lines: result.isStop ? [] : numbered(then) },
    { title: words.leadsTo, lines: outcome.leadsTo ? [about.tree(outcome.leadsTo)] : [] },
    ...(result.isStop
      ? []
      : [
          { title: words.why, lines: [outcome.why] },
          { title: words.reasonsFor, lines: reasons(result.for) },
          { title: words.reasonsAgainst, lines: reasons(result.against) },
          { title: outcomeText.alsoRelevant, lines: reasons(result.neither) },
          {
            title: words.whatWouldChange,
            lines: result.change ? [result.change, ...result.otherChanges].map(changeLine) : [words.nothingWould],
          },
        ]),
    { title: words.checks, lines: result.checks.map(({ text }) => `- ${text}`) },
    {
      title: words.scripts,
      lines:
        result.scripts.length > 0
          ? result.scripts.map(({ id, variant }) => `- ${about.script(id, variant)}`)
          : [outcome.noScript ?? words.noScript],
    },
    { title: words.guides, lines: result.guides.map(({ guide }) => `- ${about.guide(guide)}`) },
    { title: outcomeText.reviewDate, lines: [outcomeText.reviewOn(about.review, outcome.lookAgain.at)] },
    { title: tree.yourAnswers, lines: path.steps.map((found) => `- ${answerLine(found)}`) },
  ];
  const { number, contact } = about.emergency;
  const call = `${words.callNow(number)} ${outcomeText.ifAnyoneInDanger} ${words.thenTell(contact)}`;
  return [
    [
      tree.rungs[outcome.rung].toUpperCase(),
      outcome.headline,
      ...(result.calls ? [call] : []),
      ...(result.isStop ? [outcome.why] : []),
    ].join('\n'),
    ...parts.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => [title, ...lines].join('\n')),
  ].join('\n\n');
}
