import { z } from 'astro/zod';
import { guideRef, id, line } from './shared.ts';

/** `content/situations.yaml`: what brings people here, in their words. The home page lists them in this order. */
export const situationsSchema = z.array(
  z.strictObject({
    id: id.describe('Names the situation in filters and links.'),
    words: line.max(70).describe('What the reader would say: "They shout at my team".'),
    first: line.describe('The first thing to do, one or two short sentences.'),
    guide: guideRef.describe('The guide to read.'),
    script: id.describe('The script to use.'),
    tree: id.describe('The tree to begin.'),
    aliases: z.array(line).default([]).describe('Other words for it, for search.'),
  }),
);
/** The checked situations. */
export type SituationsData = z.infer<typeof situationsSchema>;

/** `content/vocabulary.yaml`: how search understands people. */
export const vocabularySchema = z.strictObject({
  filler: z.array(line).describe('Words that carry no meaning in a question and are left out: how, do, my …'),
  danger: z
    .array(
      z.strictObject({
        means: z.array(line).min(1).describe('What our pages call it, in titles or aliases.'),
        words: z.array(line).describe('Words and short phrases that people have for it.'),
      }),
    )
    .describe('Danger, harassment, fear and despair. Pages that answer to one of these words stand before all others.'),
  ours: z
    .array(line)
    .describe('What the playbook is about. A question with one of these words is never sent away for its other words.'),
  contractions: z.record(line, line).describe('Short forms and what they stand for: "won\'t" is "will not".'),
  synonyms: z
    .array(z.array(line).min(2))
    .describe('Groups of words or short phrases that mean the same here. The original word always ranks first.'),
});
/** The checked vocabulary. */
export type VocabularyData = z.infer<typeof vocabularySchema>;

/** `content/beyond.yaml`: the subjects that none of the documents covers and the site answers all the same. */
export const beyondSchema = z.array(
  z.strictObject({
    id: id.describe('The id that guides name under beyond.'),
    title: line.describe('The subject, in a few words.'),
  }),
);
/** The checked subjects beyond the documents. */
export type BeyondData = z.infer<typeof beyondSchema>;

const contactSchema = z.strictObject({
  role: line.describe('What pages call them when no name is given: "your manager".'),
  name: z.string().default('').describe('Their name or team; may stay empty.'),
  contact: z.string().default('').describe('Phone, mail address or room; may stay empty.'),
});

/** The roles that organisation.yaml fills, and what each is for. */
export const organisationRoles = ['manager', 'exit', 'legal', 'hr', 'security', 'crisis', 'finance'] as const;
/** A role of the organisation. */
export type OrganisationRole = (typeof organisationRoles)[number];

/** `content/organisation.yaml`: all that belongs to this company. Every value may stay empty; pages then name the role. */
export const organisationSchema = z.strictObject({
  company: z.string().default('').describe("The company's name; may stay empty."),
  people: z
    .strictObject({
      manager: contactSchema.describe("The reader's own manager."),
      exit: contactSchema.describe('Who approves ending a client relationship.'),
      legal: contactSchema.describe('Who looks after contracts and claims.'),
      hr: contactSchema.describe('Who looks after people.'),
      security: contactSchema.describe('Whom to call when somebody is in danger at work.'),
      crisis: contactSchema.describe('Whom to call when somebody speaks of suicide: a crisis line of your country.'),
      finance: contactSchema.describe('Who sends invoices and follows them up.'),
    })
    .describe('Whom to turn to.'),
  emergency: line.describe('The number for danger to life, such as 112 or 999.'),
  feedback: z
    .string()
    .default('')
    .describe('Where readers report what is wrong: a mailto: or https: address. Empty: no link.'),
  edit: z
    .string()
    .default('')
    .describe('The address of a file in your repository, with {path} where the path goes. Empty: no link.'),
  locale: line.describe(
    "How days and money are written: the tag of a language and a country, such as en-GB. In scripts the reader's own English counts, if their browser names one.",
  ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no currency; write three capital letters, such as GBP')
    .describe('The currency of money fields, such as GBP.'),
});
/** The checked data of the organisation. */
export type OrganisationData = z.infer<typeof organisationSchema>;
