import { upkeep } from '../../i18n/en.ts';
import type { Alias } from './aliases.ts';
import { dayInWords } from './day.ts';
import { soonDays, type UpkeepReport, type DuePage, type Override, type Point } from './report.ts';

/** How long ago or how far off a page's day is: "12 days ago", "today", "in 1 day". */
export function whenDue({ days }: Pick<DuePage, 'days'>): string {
  if (days === 0) return upkeep.today;
  return days < 0 ? upkeep.daysAgo(-days) : upkeep.inDays(days);
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
    upkeep.dueLine(due.title, upkeep.kinds[due.kind], day(due.due), whenDue(due)),
    `  ${upkeep.fileKeptBy(due.file, due.owner)}`,
  ];
  const point = ({ ref, says, guides }: Point) => [
    upkeep.pointLine(ref, says),
    ...guides.map((guide) => `  ${upkeep.onlyIn(guide.file)}`),
  ];
  const { overdue, soon, uncovered, thin, notLedTo } = report;
  const parts = [
    part(upkeep.overdue, upkeep.pages(overdue.length), overdue.map(page), upkeep.readEachThrough),
    part(upkeep.dueSoon(soonDays), upkeep.pages(soon.length), soon.map(page)),
    part(upkeep.noGuideCarries, upkeep.points(uncovered.length), uncovered.map(point), upkeep.nameThePoint),
    part(upkeep.oneGuideOnly, upkeep.points(thin.length), thin.map(point)),
    part(
      upkeep.nothingLeadsTo,
      upkeep.guides(notLedTo.length),
      notLedTo.map((guide) => [guide.title, `  ${guide.file}`]),
      upkeep.nameTheGuide,
    ),
    ...(report.overrides.length > 0 ? [overridesInWords(report.overrides)] : []),
    lost === undefined
      ? upkeep.aliasesNotLookedAt
      : part(
          upkeep.aliasesFindingNothing,
          upkeep.aliases(lost.length),
          lost.map(({ words, of, file }) => [upkeep.aliasOf(words, of), `  ${file}`]),
          upkeep.useOtherWords,
        ),
  ];
  return [upkeep.upkeepOn(day(report.on)), ...parts].join('\n\n');
}

/** What to know of a company's file that stands in for one of the playbook's. */
export const overrideInWords = ({ beneath, state }: Pick<Override, 'beneath' | 'state'>): string =>
  upkeep.overrides[state](beneath);

const overridesInWords = (overrides: readonly Override[]): string =>
  part(
    upkeep.inPlace,
    upkeep.files(overrides.length),
    overrides.map((one) => [one.file, `  ${overrideInWords(one)}`]),
    upkeep.takeOver,
  );

/** One part of the report: how many, the entries, and what to do about them. */
function part(name: string, count: string, entries: readonly (readonly string[])[], todo?: string): string {
  if (entries.length === 0) return upkeep.part(name, upkeep.none);
  return [upkeep.part(name, count), ...entries.flat().map((line) => `  ${line}`), ...(todo ? [todo] : [])].join('\n');
}
