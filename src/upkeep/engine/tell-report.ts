import type { Alias } from './aliases.ts';
import { dayInWords } from './day.ts';
import { soonDays, type UpkeepReport, type DuePage, type Point } from './report.ts';

/** "1 page", "3 pages". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How long ago or how far off a page's day is: "12 days ago", "today", "in 1 day". */
export function whenDue({ days }: Pick<DuePage, 'days'>): string {
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`;
}

/**
 * The report in plain words, for somebody at a terminal.
 *
 * @param report what needs upkeep
 * @param lost aliases that find nothing, or undefined when nobody could look
 * @param locale a language tag for days, such as en-GB
 */
export function tellUpkeep(report: UpkeepReport, lost: readonly Alias[] | undefined, locale: string): string {
  const day = (text: string) => dayInWords(text, locale);
  const page = (due: DuePage) => [
    `${due.title} (${due.kind}), due on ${day(due.due)}, ${whenDue(due)}`,
    `  ${due.file}, kept by: ${due.owner}`,
  ];
  const point = ({ ref, says, guides }: Point) => [
    `${ref}: ${says}`,
    ...guides.map((guide) => `  only in ${guide.file}`),
  ];
  const parts = [
    part(
      'Overdue',
      counted(report.overdue.length, 'page'),
      report.overdue.map(page),
      'Read each through and mend it. Then write the day on which you read it under "reviewed".',
    ),
    part(`Due within ${soonDays} days`, counted(report.soon.length, 'page'), report.soon.map(page)),
    part(
      'No guide carries',
      counted(report.uncovered.length, 'point'),
      report.uncovered.map(point),
      'Name the point under "covers" or "beyond" in the guide that treats it, or write one.',
    ),
    part('One guide only', counted(report.thin.length, 'point'), report.thin.map(point)),
    part(
      'Nothing leads to',
      counted(report.notLedTo.length, 'guide'),
      report.notLedTo.map((guide) => [`${guide.title}`, `  ${guide.file}`]),
      'Name the guide under "related" in another one, or in an outcome or a situation.',
    ),
    lost === undefined
      ? 'Aliases that find nothing: not looked at, as there is no built site in dist. Run npm run build, then this again.'
      : part(
          'Aliases that find nothing',
          counted(lost.length, 'alias', 'aliases'),
          lost.map(({ words, of, file }) => [`"${words}", an alias of "${of}"`, `  ${file}`]),
          'Use words that stand on the page, or add the word to content/vocabulary.yaml. Then build again.',
        ),
  ];
  return [`Upkeep on ${day(report.on)}`, ...parts].join('\n\n');
}

/** One part of the report: how many, the entries, and what to do about them. */
function part(name: string, count: string, entries: readonly (readonly string[])[], todo?: string): string {
  if (entries.length === 0) return `${name}: none`;
  return [`${name}: ${count}`, ...entries.flat().map((line) => `  ${line}`), ...(todo ? [todo] : [])].join('\n');
}
