import { z } from 'astro/zod';
import { conditionSchema, only } from './condition.ts';
import { guideRef, id, line, refersTo } from './shared.ts';

const script = refersTo('script', id);

/** What a step or a check does to the reader or the client, so that the check can keep it from those it must not reach. */
const marks = {
  silentToClient: z
    .boolean()
    .optional()
    .describe('true: it says to tell the client nothing, or not yet. Kept from those whom a circumstance forbids it.'),
  refusesEnding: z
    .boolean()
    .optional()
    .describe('true: it says not to end the work, or not yet. Kept from those whom a circumstance forbids it.'),
};

/** One thing to do. */
export const stepSchema = z.strictObject({
  do: line.describe('One thing to do.'),
  who: line.describe('Who does it.'),
  when: line.describe('By when, counted from today: "today", "within two working days".'),
  script: script.optional().describe('The script that has the words for it: one of those under scripts beside it.'),
  only,
  ...marks,
});

/** A script to offer, with the variant that fits. */
export const scriptOfferSchema = z.strictObject({
  id: script.describe('The script.'),
  variant: id.optional().describe('The wording to open, as the script names it, such as email-firm. Without it the first one.'),
  only,
});

/** A guide to read: its topic/file, or that with a condition. */
export const guideOfferSchema = z
  .union([guideRef, z.strictObject({ guide: guideRef.describe('The guide, as topic/file.'), only })])
  .transform((guide) => (typeof guide === 'string' ? { guide, only: undefined } : guide));

/** What to make sure of: a sentence, or that with a condition. */
export const checkSchema = z
  .union([line, z.strictObject({ says: line.describe('What to make sure of.'), only, ...marks })])
  .transform((check) =>
    typeof check === 'string' ? { says: check, only: undefined, silentToClient: undefined, refusesEnding: undefined } : check,
  );

/** What a circumstance is about. */
export const circumstanceKinds = ['case', 'reader', 'urgency'] as const;
/** What no result may do to somebody who answered so. */
export const forbidden = ['silence', 'refusal'] as const;

/** `content/circumstances.yaml`: what answers mean, named once for all trees. Conditions name these, not questions. */
export const circumstancesSchema = z.array(
  z.strictObject({
    id: id.describe('Named by answers under means, and by conditions. Never changes.'),
    says: line.describe('A sentence that states it as a fact. Shown after "because", and in the memo.'),
    kind: z
      .enum(circumstanceKinds)
      .default('case')
      .describe('case: a fact of the case; reader: who reads; urgency: how soon something is due.'),
    shared: z
      .boolean()
      .default(false)
      .describe('true: known in the next tree too, in the same tab. The kind reader always is.'),
    guarded: z
      .boolean()
      .default(false)
      .describe('true: wherever it is answered a safeguard that names it has to apply. The kind urgency always is.'),
    forbids: z
      .array(z.enum(forbidden))
      .default([])
      .describe('silence: no result says to say nothing to the client; refusal: no result says not to end it.'),
    excludes: z.array(refersTo('circumstance', id)).default([]).describe('Circumstances that cannot hold together with it.'),
  }),
);
/** The checked circumstances. */
export type CircumstancesData = z.infer<typeof circumstancesSchema>;
/** One circumstance. */
export type CircumstanceData = CircumstancesData[number];

/** `content/safeguards.yaml`: what has to happen whatever the result, because of an answer. Most urgent first. */
export const safeguardsSchema = z.array(
  z.strictObject({
    id: id.describe('Names the safeguard. Never changes.'),
    title: line.max(70).describe('The action, in the imperative.'),
    when: conditionSchema.describe('The circumstances under which it applies.'),
    why: line.describe('Why, in one or two sentences.'),
    leads: z
      .boolean()
      .optional()
      .describe('true: its first step is the first of the whole result, because the hour decides. Not when to stop now.'),
    steps: z.array(stepSchema).min(1).describe('What to do, in order.'),
    scripts: z.array(scriptOfferSchema).default([]).describe('Scripts that help, the most useful first.'),
    guides: z.array(guideOfferSchema).default([]).describe('Guides to read, the most useful first.'),
    holds: z
      .strictObject({
        scripts: z.array(script).default([]).describe('Scripts that are not offered while it applies.'),
        says: line.describe('What has to wait, and for what: "Admit nothing before …".'),
      })
      .optional()
      .describe('What has to wait while the safeguard applies.'),
  }),
);
/** The checked safeguards. */
export type SafeguardsData = z.infer<typeof safeguardsSchema>;
/** One safeguard. */
export type SafeguardData = SafeguardsData[number];

const need = {
  id: id.describe('Names the need. Unique among all needs.'),
  says: line.max(70).describe("What someone comes with, in the reader's words."),
  help: line.optional().describe('A line below it that makes the choice clearer.'),
};
const target = z
  .strictObject({
    tree: refersTo('tree', id).optional().describe('The tree that opens.'),
    answers: z
      .record(id, z.array(id).min(1))
      .optional()
      .describe('With a tree: what is answered already, question id and answer ids.'),
    guide: guideRef.optional().describe('The guide that opens.'),
  })
  .refine(({ tree, guide, answers }) => (tree === undefined) !== (guide === undefined) && (tree || !answers), {
    message: 'names neither a tree nor a guide, or both; name one of them, answers only with a tree',
  });
const leaf = z.strictObject({ ...need, to: target.describe('Where it leads.') });

/** `content/needs.yaml`: the front door. What people come with, in their words, at most two presses from the right place. */
export const needsSchema = z.array(
  z
    .strictObject({
      ...need,
      to: target.optional().describe('Where it leads. Either this or needs.'),
      needs: z.array(leaf).min(1).optional().describe('A second choice. Either this or to.'),
    })
    .refine(({ to, needs }) => (to === undefined) !== (needs === undefined), {
      message: 'has neither to nor needs, or both; write one of them',
    }),
);
/** The checked needs. */
export type NeedsData = z.infer<typeof needsSchema>;
/** Where a need leads. */
export type NeedTarget = z.infer<typeof target>;
