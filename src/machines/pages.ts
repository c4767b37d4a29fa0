import {
  factHere,
  guidesCovering,
  guidesWithScript,
  outcomesWithScript,
  relatedToGuide,
  type Guide,
  type Script,
  type Source,
  type Tree,
} from '../content/content.ts';
import type { OutcomeData } from '../content/schemas/tree.ts';
import {
  outcomeText,
  facts as factWords,
  machines,
  pages as words,
  script as scriptWords,
  treeResult,
  tree as treeWords,
  upkeep,
} from '../i18n/en.ts';
import { verbatim } from '../i18n/marks.ts';
import {
  guideAddress,
  outcomeAddress,
  pageAddresses,
  pointAddress,
  scriptAddress,
  sourceAddress,
  treeAddress,
  type PageKind,
} from '../routes.ts';
import { fieldDefinitions } from '../script/engine/check.ts';
import { fieldsOf, parseVariant } from '../script/engine/message.ts';
import { outcomeInWords, safeguardsInWords, type ResultSafeguard, type ResultStep } from '../tree/engine/result.ts';
import { counselOf, emergencyOf, safeguardsOf } from '../tree/walk-data.ts';
import { dayInWords } from '../upkeep/engine/day.ts';
import { code, heading, link, list, listed, paragraph, sentence, strong } from './blocks.ts';
import { factBlocks, gapOf, proseOf, variantBlocks, type Site } from './prose.ts';
import { writeMarkdown, type Block, type Inline } from './to-markdown.ts';

/** A page that is there as Markdown too. */
export interface MachinePage {
  /** From the site's root. */
  readonly address: string;
  readonly kind: Exclude<PageKind, 'list' | 'tool'>;
  readonly title: string;
  readonly summary: string;
  /** Of a guide or a script: its topic. */
  readonly topic?: string;
  /** Who keeps it, and when it was last read through. */
  readonly owner: string;
  readonly reviewed: string;
  /** Writes the whole page as Markdown. */
  readonly markdown: () => string;
}

/** What a page says of its upkeep. */
type Kept = Pick<MachinePage, 'owner' | 'reviewed'> & { readonly reviewEvery: number };

/** The pages of a site, once they were asked for: each is wanted by itself and as a part of the whole. */
const made = new WeakMap<Site, readonly MachinePage[]>();

/** Every page that is there as Markdown too, in the order in which the site lists them. */
export function machinePages(site: Site): readonly MachinePage[] {
  const all = made.get(site) ?? allPages(site);
  made.set(site, all);
  return all;
}

/** Writes a text when it is asked for, and keeps it. */
function once(write: () => string): () => string {
  let written: string | undefined;
  return () => (written ??= write());
}

function allPages(site: Site): MachinePage[] {
  const { guides, scripts, trees, sources, pages } = site.content;
  const page = (
    about: Omit<MachinePage, 'markdown' | 'owner' | 'reviewed'>,
    kept: Kept,
    blocks: () => Block[],
  ): MachinePage => ({
    ...about,
    owner: kept.owner,
    reviewed: kept.reviewed,
    markdown: once(() =>
      writeMarkdown([
        heading(1, about.title),
        paragraph(about.summary),
        paragraph(...sentence(machines.onTheSite, [site.address(about.address)])),
        ...blocks(),
        paragraph(
          ...sentence(
            upkeep.keptBy(
              verbatim(kept.owner),
              dayInWords(kept.reviewed, site.content.organisation.locale),
              kept.reviewEvery,
            ),
          ),
        ),
      ]),
    ),
  });
  return [
    ...guides.map((guide) => {
      const { title, summary, topic } = guide;
      return page({ address: guideAddress(guide.ref), kind: 'guide', title, summary, topic }, guide, () =>
        guideBlocks(guide, site),
      );
    }),
    ...scripts.map((script) => {
      const { title, summary, topic } = script;
      return page({ address: scriptAddress(script.id), kind: 'script', title, summary, topic }, script, () =>
        scriptBlocks(script, site),
      );
    }),
    ...trees.flatMap((tree) => {
      const { title, summary, id } = tree;
      return [
        page({ address: treeAddress(id), kind: 'decision', title, summary }, tree, () => treeBlocks(tree, site)),
        ...tree.outcomes.map((outcome) =>
          page(
            {
              address: outcomeAddress(`${id}/${outcome.id}`),
              kind: 'outcome',
              title: outcome.headline,
              summary: outcome.why,
            },
            tree,
            () => outcomeBlocks(tree, outcome, site),
          ),
        ),
      ];
    }),
    ...sources.map((source) => {
      const { title, author, about } = source;
      return page(
        { address: sourceAddress(source.id), kind: 'source', title, summary: words.byAuthor(author, about) },
        source,
        () => sourceBlocks(source, site),
      );
    }),
    ...pages.flatMap((other) => {
      const address = pageAddresses[other.id];
      if (address === undefined) return [];
      const { title, summary } = other;
      return page({ address, kind: 'page', title, summary }, other, () =>
        proseOf(`content/pages/${other.id}.mdx`, address, site),
      );
    }),
  ];
}

const guideLink = ({ title, ref }: Guide, { address }: Site): Inline => link(title, address(guideAddress(ref)));

const outcomeEntry = (tree: Tree, outcome: OutcomeData, { address }: Site): Inline[] =>
  sentence(words.outcomeOf(verbatim(tree.title), verbatim(outcome.headline)), [
    address(outcomeAddress(`${tree.id}/${outcome.id}`)),
  ]);

function guideBlocks(guide: Guide, site: Site): Block[] {
  const { content, address } = site;
  const points = content.sources.flatMap((source) =>
    source.points
      .filter((point) => guide.covers.includes(`${source.id}/${point.id}`))
      .map(({ id, says }) => [`${says} `, link(source.author ?? source.title, address(pointAddress(source.id, id)))]),
  );
  const law = guide.facts.flatMap((id) => factHere(content, id).here ?? []);
  return [
    ...proseOf(`content/guides/${guide.ref}.mdx`, guideAddress(guide.ref), site),
    ...listed(
      words.whereNext,
      relatedToGuide(content, guide).map((page) => [
        'ref' in page ? guideLink(page, site) : link(page.title, address(treeAddress(page.id))),
      ]),
    ),
    ...listed(words.comesFrom, [
      ...points,
      [`${words.ownPractice}: ${words.practiceOf(guide.owner, points.length + law.length === 0)}`],
      ...law.map(({ title, authorities, country, checked, readIn }) =>
        sentence(
          words.fact(
            verbatim(title),
            authorities.map(({ name }) => verbatim(name)),
            verbatim(factWords.country(country)),
            dayInWords(checked, content.organisation.locale),
            readIn && verbatim(readIn),
          ),
          authorities.map((authority) => authority.address),
        ),
      ),
    ]),
  ];
}

function scriptBlocks(script: Script, site: Site): Block[] {
  const lines = (texts: readonly string[]) => texts.map((text) => [text]);
  const parsed = script.variants.map((variant) => fieldsOf(parseVariant(variant)));
  // A detail that any wording needs is needed.
  const isOptional = (name: string) => parsed.every((fields) => fields.get(name)?.optional ?? true);
  const fields = Object.entries(fieldDefinitions(script, site.content.fields));
  return [
    ...listed(words.useItWhen, lines(script.useWhen)),
    ...listed(words.doNotUseItWhen, lines(script.doNotUseWhen)),
    paragraph(...sentence(words.whoApproves(verbatim(script.approve)))),
    heading(2, words.theWords),
    ...(fields.length > 0 ? [paragraph(machines.gaps)] : []),
    ...script.variants.flatMap((variant) => variantBlocks(script, variant, site)),
    ...listed(
      machines.details,
      fields.map(([name, { label, help, example }]) => [
        code(gapOf(name)),
        ` ${[
          isOptional(name) ? `${label} ${scriptWords.optional}` : label,
          ...(help === undefined ? [] : [help.replace(/\.$/, '')]),
          ...(example === undefined ? [] : [scriptWords.suchAs(example)]),
        ].join('. ')}`,
      ]),
    ),
    ...listed(words.haveReady, lines(script.attach)),
    ...(script.facts.length > 0 ? [heading(2, factWords.beforeYouSend)] : []),
    ...script.facts.flatMap((id) => factBlocks(id, site)),
    ...listed(words.whatNext, lines(script.next)),
    ...listed(words.whereThisBelongs, [
      ...guidesWithScript(site.content, script.id).map((guide) => [guideLink(guide, site)]),
      ...outcomesWithScript(site.content, script.id).map(({ tree, outcome }) => outcomeEntry(tree, outcome, site)),
    ]),
  ];
}

const stepsOf = (steps: readonly ResultStep[]): Block =>
  list(
    steps.map((step) => [[step.only, step.do, step.by].filter(Boolean).join(' ')]),
    true,
  );

const safeguardBlocks = (safeguards: readonly ResultSafeguard[]): Block[] =>
  safeguards.flatMap(({ title, because, why, wait, steps }) => [
    heading(3, title),
    paragraph([because, why, wait].filter(Boolean).join(' ')),
    stepsOf(steps),
  ]);

function treeBlocks(tree: Tree, { content, address }: Site): Block[] {
  const counsel = counselOf(content);
  const applying = new Set([...safeguardsOf(tree, content).values()].flat());
  const safeguards = content.safeguards.filter((safeguard) => applying.has(safeguard));
  const number = new Map(tree.questions.map(({ id }, index) => [id, index + 1]));
  const outcomes = new Map(tree.outcomes.map((outcome) => [outcome.id, outcome]));
  const toOutcome = (outcome: OutcomeData): Inline =>
    link(outcome.headline, address(outcomeAddress(`${tree.id}/${outcome.id}`)));
  return [
    ...listed(
      words.haveAtHand,
      tree.have.map((thing) => [thing]),
    ),
    heading(2, words.questions),
    ...tree.questions.flatMap((question) => [
      heading(3, words.numbered(number.get(question.id) ?? 0, question.ask)),
      paragraph(...sentence(words.whyAndWhere(verbatim(question.why), verbatim(question.find)))),
      ...(question.kind === 'several' ? [paragraph(words.tickAll)] : []),
      list(
        question.answers
          .toSorted((a, b) => (question.kind === 'several' ? (b.seriousness ?? -1) - (a.seriousness ?? -1) : 0))
          .map((answer) => {
            const outcome = outcomes.get(answer.to);
            return [
              strong(answer.text),
              `${answer.help === undefined ? '' : ` ${answer.help}`} → `,
              outcome ? toOutcome(outcome) : words.goToQuestion(number.get(answer.to) ?? 0),
            ];
          }),
      ),
      ...(question.noUnknown === undefined ? [] : [paragraph(question.noUnknown)]),
    ]),
    ...listed(
      words.outcomes,
      tree.outcomes.map((outcome) => [
        strong(`${treeWords.rungs[outcome.rung]}:`),
        ' ',
        toOutcome(outcome),
        ` ${outcome.why}`,
      ]),
    ),
    ...(safeguards.length > 0 ? [heading(2, treeResult.safeguards), paragraph(words.safeguardsLead)] : []),
    ...safeguardBlocks(safeguardsInWords(safeguards, counsel)),
  ];
}

function outcomeBlocks(tree: Tree, outcome: OutcomeData, site: Site): Block[] {
  const { content, address } = site;
  const counsel = counselOf(content);
  const safeguards = safeguardsOf(tree, content).get(outcome.id) ?? [];
  const { aliases: _, ...text } = outcome;
  const result = outcomeInWords(text, counsel, safeguards);
  const emergency = emergencyOf(content);
  const next = content.trees.find(({ id }) => id === outcome.leadsTo);
  const only = (words: string) => (words === '' ? [] : [` ${words}`]);
  return [
    paragraph(strong(treeWords.rungs[outcome.rung])),
    ...(result.calls
      ? [
          paragraph(
            strong(treeResult.callNow(emergency.number)),
            ` ${outcomeText.ifAnyoneInDanger} ${treeResult.thenTell(emergency.contact)}`,
          ),
        ]
      : []),
    heading(2, result.isStop ? treeResult.whatToDo : treeResult.nextSteps),
    stepsOf([...(result.start ? [result.start] : []), ...result.then]),
    ...(result.safeguards.length > 0 ? [heading(2, treeResult.safeguards)] : []),
    ...safeguardBlocks(result.safeguards),
    ...(next ? [paragraph(`${treeResult.leadsTo}: `, link(next.title, address(treeAddress(next.id))))] : []),
    ...listed(
      treeResult.checks,
      result.checks.map((check) => [[check.only, check.text].filter(Boolean).join(' ')]),
    ),
    heading(2, treeResult.scripts),
    result.scripts.length > 0
      ? list(
          result.scripts.map((offer) => [
            link(
              content.scripts.find(({ id }) => id === offer.id)?.title ?? offer.id,
              `${address(scriptAddress(offer.id))}#${offer.variant}`,
            ),
            ...only(offer.only),
          ]),
        )
      : paragraph(outcome.noScript ?? treeResult.noScript),
    ...listed(
      treeResult.guides,
      result.guides.map((offer) => [
        ...content.guides.filter(({ ref }) => ref === offer.guide).map((guide) => guideLink(guide, site)),
        ...only(offer.only),
      ]),
    ),
    heading(2, outcomeText.reviewDate),
    paragraph(outcomeText.reviewIn(outcome.lookAgain.days, outcome.lookAgain.at)),
    paragraph(
      ...sentence(words.oneOfOutcomes(tree.outcomes.length, verbatim(tree.title)), [address(treeAddress(tree.id))]),
    ),
  ];
}

const sourceBlocks = (source: Source, site: Site): Block[] => [
  ...listed(
    words.whatItTeaches,
    source.points.map(({ id, says }) => [
      says,
      ...guidesCovering(site.content, `${source.id}/${id}`).flatMap((guide) => [' ', guideLink(guide, site)]),
    ]),
  ),
  ...proseOf(`content/sources/${source.id}.md`, sourceAddress(source.id), site),
];
