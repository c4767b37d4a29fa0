import { upkeep } from '../../i18n/en.ts';
import { dayInWords } from './day.ts';
import { soonDays, type UpkeepReport, type DuePage, type Override, type Point } from './report.ts';

/** How well readers' own words lead to pages, as search sees it. */
export interface Said {
  /** Pages that few ways of saying lead to. */
  readonly sparse: readonly {
    readonly page: { readonly title: string; readonly url: string };
    readonly said: number;
  }[];
  /** Pairs of pages that people say much the same for. */
  readonly rivals: readonly { readonly pages: readonly { readonly title: string }[]; readonly alike: number }[];
}

/** How long ago or how far off a page's day is: "12 days ago", "today", "in 1 day". */
export function whenDue({ days }: Pick<DuePage, 'days'>): string {
  if (days === 0) return upkeep.today;
  return days < 0 ? upkeep.daysAgo(-days) : upkeep.inDays(days);
}

/**
 * The report in plain words, for somebody at a terminal.
 *
 * @param report what needs upkeep
 * @param said how well readers' words lead to pages
 * @param locale a language tag for days, such as en-GB
 */
export function tellUpkeep(report: UpkeepReport, { sparse, rivals }: Said, locale: string): string {
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
    // What a release has changed beneath is looked for by name, and nothing else waits for it.
    ...(report.overrides.length > 0 ? [overridesInWords(report.overrides)] : []),
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
    part(
      upkeep.factsByDay,
      upkeep.facts(report.facts.length),
      report.facts.map((fact) => [
        upkeep.factLine(fact.title, day(fact.reviewed), day(fact.due), fact.readIn),
        `  ${upkeep.fileKeptBy(fact.file, fact.owner)}`,
      ]),
      upkeep.lookUpAgain,
    ),
    ...(report.waiting.length > 0
      ? [
          part(
            upkeep.waiting,
            upkeep.pages(report.waiting.length),
            report.waiting.map(({ title, kind, publish, file, owner }) => [
              upkeep.waitingLine(title, upkeep.kinds[kind], day(publish)),
              `  ${upkeep.fileKeptBy(file, owner)}`,
            ]),
            upkeep.buildThen,
          ),
        ]
      : []),
    part(
      upkeep.fewWaysOfSaying,
      upkeep.pages(sparse.length),
      sparse.map(({ page, said }) => [
        upkeep.saidOf(page.title, said),
        `  content/phrasings${page.url.replace(/\/$/, '')}.yaml`,
      ]),
      upkeep.addPhrasings,
    ),
    part(
      upkeep.sameWords,
      upkeep.pairs(rivals.length),
      rivals.map(({ pages, alike }) => [
        upkeep.alike(
          pages.map(({ title }) => title),
          alike,
        ),
      ]),
      upkeep.ownWords,
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
