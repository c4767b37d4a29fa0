import { guideAddress, outcomeAddress, scriptAddress } from '../routes.ts';
import type { CircumstancesData, NeedsData, SafeguardsData } from './schemas/counsel.ts';
import type { CasesData, TreeData } from './schemas/tree.ts';
import type { FieldData, ScriptData } from './schemas/script.ts';
import type { FactData } from './schemas/fact.ts';
import type { GuideData } from './schemas/guide.ts';
import type { PageData } from './schemas/page.ts';
import type {
  BeyondData,
  OrganisationData,
  PlaybookData,
  SituationsData,
  TopicsData,
  DangerData,
  VocabularyData,
} from './schemas/site.ts';
import type { SourceData } from './schemas/source.ts';

/** What every page knows of its file. */
interface InFile {
  /** The file it is written in, from the project's root: in the playbook's folder or in the company's. */
  readonly file: string;
}

/** A guide with what its place and its text say about it. */
export interface Guide extends GuideData, InFile {
  /** `topic/slug`: how other files name it. */
  readonly ref: string;
  /** The folder it lies in. */
  readonly topic: string;
  readonly slug: string;
  /** The scripts embedded in its text, in order, each once. */
  readonly scripts: readonly string[];
  /** The trees embedded in its text. */
  readonly trees: readonly string[];
  /** The facts that its text shows, by id. */
  readonly facts: readonly string[];
  /** Whether it counts the months that the money lasts without one client. */
  readonly hasMonths: boolean;
}

/** A script with its id, which is its file name. */
export interface Script extends ScriptData, InFile {
  readonly id: string;
}

/** A tree with its id (its file name) and its worked cases. */
export interface Tree extends TreeData, InFile {
  readonly id: string;
  readonly cases: CasesData;
}

/** A source document with its id. */
export interface Source extends SourceData, InFile {
  readonly id: string;
}

/** A page outside the topics with its id. */
export interface Page extends PageData, InFile {
  readonly id: string;
}

/** A fact of law, money or safety, with the country it holds in. */
export interface Fact extends FactData, InFile {
  /** Its file name: the same in each country that has it. */
  readonly id: string;
  /** The folder it lies in: a country's code, such as gb. */
  readonly country: string;
}

/** The whole content of the site, checked, in the order in which the site lists it. */
export interface Content {
  readonly guides: readonly Guide[];
  readonly scripts: readonly Script[];
  readonly trees: readonly Tree[];
  readonly sources: readonly Source[];
  readonly pages: readonly Page[];
  /** Facts of all countries; the organisation's country says which show. */
  readonly facts: readonly Fact[];
  readonly situations: SituationsData;
  /** What answers mean, for all trees. */
  readonly circumstances: CircumstancesData;
  /** What has to happen whatever the result, most urgent first. */
  readonly safeguards: SafeguardsData;
  /** The front door. */
  readonly needs: NeedsData;
  readonly vocabulary: VocabularyData;
  readonly danger: DangerData;
  /** What people say when a page is the answer, by its address: `content/phrasings/`. */
  readonly phrasings: ReadonlyMap<string, readonly string[]>;
  readonly beyond: BeyondData;
  readonly topics: TopicsData;
  readonly playbook: PlaybookData;
  readonly organisation: OrganisationData;
  /** The case sheet: fields that scripts share, by name. */
  readonly fields: Readonly<Record<string, FieldData>>;
}

/** The content in the order in which the site lists it, whatever order it was read in. */
export function inOrder(content: Content): Content {
  const place = new Map(content.topics.map(({ id }, index) => [id, index]));
  const ofTopic = ({ topic }: Guide) => place.get(topic) ?? place.size;
  const byOrder = <T extends { readonly id: string; readonly order: number }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => a.order - b.order || byName(a.id, b.id));
  return {
    ...content,
    guides: content.guides.toSorted(
      (a, b) => ofTopic(a) - ofTopic(b) || a.order - b.order || a.slug.localeCompare(b.slug, 'en'),
    ),
    scripts: content.scripts.toSorted((a, b) => byName(a.id, b.id)),
    trees: byOrder(content.trees),
    sources: byOrder(content.sources),
    pages: content.pages.toSorted((a, b) => byName(a.id, b.id)),
  };
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Guides that carry a point, in order. @param point `source/point` */
export const guidesCovering = (content: Content, point: string): Guide[] =>
  content.guides.filter((guide) => guide.covers.includes(point));

/** Guides that answer a subject none of the documents covers. */
export const guidesBeyond = (content: Content, subject: string): Guide[] =>
  content.guides.filter((guide) => guide.beyond.includes(subject));

/** Guides whose text embeds a script. */
export const guidesWithScript = (content: Content, script: string): Guide[] =>
  content.guides.filter((guide) => guide.scripts.includes(script));

/**
 * A fact as the organisation's country has it.
 * @returns the fact and, when its country has none, the same of another country: what it is about and whom to ask stand there
 */
export const factHere = ({ facts, organisation }: Pick<Content, 'facts' | 'organisation'>, id: string) => {
  const same = facts.filter((fact) => fact.id === id);
  return { here: same.find(({ country }) => country === organisation.country), elsewhere: same[0] };
};

/**
 * The addresses of the pages that somebody may have to leave before they are seen reading them: those on danger that the
 * playbook names, and results that say to stop.
 */
export function pagesToLeave({ playbook, trees }: Pick<Content, 'playbook' | 'trees'>): ReadonlySet<string> {
  const { guide, script, leave } = playbook.danger;
  const stops = trees.flatMap(({ id, outcomes }) =>
    outcomes.flatMap((outcome) => (outcome.rung === 'stop-now' ? `${id}/${outcome.id}` : [])),
  );
  return new Set([
    ...[guide, ...leave.guides].map(guideAddress),
    ...[script, ...leave.scripts].map(scriptAddress),
    ...stops.map(outcomeAddress),
  ]);
}

/** Outcomes that offer a script, as `tree/outcome` with the outcome itself. */
export const outcomesWithScript = (content: Content, script: string) =>
  content.trees.flatMap((tree) =>
    tree.outcomes
      .filter((outcome) => outcome.scripts.some(({ id }) => id === script))
      .map((outcome) => ({ ref: `${tree.id}/${outcome.id}`, tree, outcome })),
  );

/** An entry that another one names, as the check has made sure. @throws {Error} when there is none */
export function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

/** A page outside the topics that the site itself leads to, such as `about`. @throws {Error} when its file is missing */
export function pageOf({ pages }: Content, id: string): Page {
  const found = pages.find((page) => page.id === id);
  if (!found) throw new Error(`content/pages/${id}.mdx is missing. Put it back; the site links to it.`);
  return found;
}

/** Outcomes that the guide names itself, then those that send the reader to it. */
export const outcomesOfGuide = (content: Content, guide: Guide) => {
  const named = (ref: string) => guide.related.outcomes.includes(ref);
  return content.trees
    .flatMap((tree) => tree.outcomes.map((outcome) => ({ ref: `${tree.id}/${outcome.id}`, tree, outcome })))
    .filter(({ ref, outcome }) => named(ref) || outcome.guides.some((offer) => offer.guide === guide.ref))
    .sort((a, b) => Number(named(b.ref)) - Number(named(a.ref)));
};

/** What stands at the end of a guide as related: the guides it names, then each tree whose results lead to it, five in all. */
export function relatedToGuide(content: Content, guide: Guide): readonly (Guide | Tree)[] {
  const guides = guide.related.guides.flatMap((ref) => content.guides.filter((other) => other.ref === ref));
  // Each tree once: which of its results lead here is a matter of the answers. A tree inside the guide is no more related.
  const trees = [...new Set(outcomesOfGuide(content, guide).map(({ tree }) => tree))];
  return [...guides, ...trees.filter(({ id }) => !guide.trees.includes(id))].slice(0, 5);
}

/** A guide with the one before and the one after it in its topic, if there are any. */
export interface GuideInTopic {
  readonly guide: Guide;
  readonly previous: Guide | undefined;
  readonly next: Guide | undefined;
}

/** Every guide with its neighbours. The guides of a topic stand together, in order. */
export const guidesInTopics = ({ guides }: Pick<Content, 'guides'>): GuideInTopic[] =>
  guides.map((guide, at) => {
    const beside = (other: Guide | undefined) => (other?.topic === guide.topic ? other : undefined);
    return { guide, previous: beside(guides[at - 1]), next: beside(guides[at + 1]) };
  });
