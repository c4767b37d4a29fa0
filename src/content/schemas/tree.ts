import { z } from 'astro/zod';
import { directions, rungs, subjects } from '../../tree/engine/rungs.ts';
import { conditionSchema } from './condition.ts';
import { checkSchema, guideOfferSchema, scriptOfferSchema, stepSchema } from './counsel.ts';
import { aliases, asked, changes, draft, formerly, upkeep, id, line, refersTo } from './shared.ts';

const answerSchema = z.strictObject({
  id: id.describe('Part of links; never changes. Unique within its question.'),
  text: line.describe('What the reader chooses.'),
  help: line.optional().describe('A line below it that makes the choice clearer.'),
  to: refersTo('way', id).describe('The question or outcome it leads to.'),
  reason: asked(line.optional()).describe(
    'The answer as a fact, in one sentence: "They paid late more than once." The result and the memo give it as a reason.',
  ),
  means: z
    .array(refersTo('circumstance', id))
    .default([])
    .describe(
      'The circumstances that hold once this is answered. They bring what applies only then: steps, scripts, safeguards. Choose those that say the same as the answer. When none does, leave this empty.',
    ),
  speaks: asked(z.enum(directions).optional()).describe(
    'Whether the reason speaks for staying, for repairing or for leaving: the result sorts it into what is for it and what is against it. Goes with a reason.',
  ),
  seriousness: z
    .number()
    .int()
    .min(0)
    .max(9)
    .optional()
    .describe(
      'How serious the answer is, 0 to 9. All answers but "don\'t know" have one, or none has. When several are ticked the most serious decides the way.',
    ),
  unknown: z.boolean().default(false).describe('true for the "I don\'t know" answer.'),
  alone: z
    .boolean()
    .default(false)
    .describe('In a question with several answers: true when this one excludes the others ("none of these").'),
});

const questionSchema = z.strictObject({
  id: id.describe('Part of links; never changes. Unique in the tree, among questions and outcomes.'),
  ask: line.describe('The question, one sentence, ending in a question mark.'),
  why: line.describe('Why it is asked.'),
  find: line.describe('Where to find the answer out.'),
  kind: z.enum(['one', 'several']).default('one').describe('one answer, or several may be ticked.'),
  answers: z.array(answerSchema).min(2),
  asks: z
    .array(z.enum(subjects))
    .default([])
    .describe('danger, law, claims or harm: what has to be asked before not knowing may end the walk.'),
  noUnknown: line.optional().describe('When there is no "I don\'t know": the reason why not.'),
});

const outcomeSchema = z.strictObject({
  id: id.describe('Part of the address; never changes.'),
  rung: z.enum(rungs).describe('How far it goes, from carrying on to stopping now. The page shows it as a step on a ladder.'),
  noCall: conditionSchema
    .optional()
    .describe('Where it says to stop now: when the number to call in danger is left out, because no one is in danger.'),
  headline: line.describe('The action, in the imperative. Never a label for a person.'),
  why: line.describe('Why this is the way, in two or three sentences.'),
  steps: z.array(stepSchema).min(1).describe('What to do, in order.'),
  checks: z.array(checkSchema).default([]).describe('What to make sure of before acting.'),
  scripts: asked(z.array(scriptOfferSchema).default([])).describe('Scripts that help, the most useful first.'),
  noScript: asked(line.optional()).describe('When no script helps: the reason why not.'),
  guides: z.array(guideOfferSchema).min(1).describe('Guides to read, the most useful first.'),
  leadsTo: refersTo('tree', id).optional().describe('Another tree to walk next, if this outcome leads to one.'),
  lookAgain: z
    .strictObject({
      days: z.number().int().min(1).max(365).describe('In how many days to look again.'),
      at: line.describe('What to look at on that day.'),
    })
    .describe('When to come back to this decision.'),
  silentToClient: z.boolean().default(false).describe('true: it says to tell the client nothing for now.'),
  ends: z.boolean().default(false).describe('true: it ends the work with the client.'),
  refusesEnding: z.boolean().default(false).describe('true: it says not to end the work, or not yet.'),
  aliases,
  formerly,
});

/** One tree: `content/trees/<id>.yaml`. The first question is where it begins. */
export const treeSchema = z.strictObject({
  title: line.max(70).describe('The question the whole tree answers.'),
  summary: line.max(200).describe('What the reader gets from it, in a sentence or two.'),
  order: z.number().int().describe('Its place in the list of trees.'),
  version: z
    .number()
    .int()
    .min(1)
    .describe('Goes up by one when questions, answers or ways change. Stands in links and memos.'),
  minutes: z.number().int().min(1).max(30).describe('How long the walk takes, about.'),
  have: z.array(line).default([]).describe('What to have at hand before beginning.'),
  aliases,
  formerly,
  questions: z.array(questionSchema).min(1),
  outcomes: z.array(outcomeSchema).min(2),
  retired: z
    .array(
      z.strictObject({
        was: z.string().describe('The old id: question, or question/answer.'),
        became: z.string().optional().describe('The id it has now; leave out to have the question asked again.'),
      }),
    )
    .default([])
    .describe('Ids of earlier versions and what became of them, so that old links still open.'),
  ...changes,
  ...upkeep,
  ...draft,
});

/** The checked content of a tree file. */
export type TreeData = z.infer<typeof treeSchema>;
/** One question of a tree. */
export type QuestionData = z.infer<typeof questionSchema>;
/** One answer to a question. */
export type AnswerData = z.infer<typeof answerSchema>;
/** One outcome of a tree. */
export type OutcomeData = z.infer<typeof outcomeSchema>;
/** One step of an outcome or a safeguard. */
export type StepData = z.infer<typeof stepSchema>;

/** Worked cases of one tree: `content/cases/<tree>.yaml`. Published beside the tree, and walked by the check. */
export const casesSchema = z.array(
  z.strictObject({
    id: id.describe('Names the case in its address fragment.'),
    title: line.max(80).describe('A few words to recognise it by.'),
    story: line.describe('60 to 120 words, with invented names.'),
    answers: z
      .record(id, z.union([id, z.array(id).min(1)]))
      .describe('The answers in order: question id, then the answer id, or a list for several.'),
    outcome: refersTo('ending', id).describe('The outcome these answers must lead to.'),
  }),
);

/** The checked worked cases of one tree. */
export type CasesData = z.infer<typeof casesSchema>;
