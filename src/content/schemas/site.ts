import { z } from 'astro/zod';
import { addressOf } from '../site-address.ts';
import { guideRef, id, line, refersTo } from './shared.ts';

/** `content/situations.yaml`: what brings people here, in their words. The home page lists them in this order, group by group. */
export const situationsSchema = z.array(
  z.strictObject({
    id: id.describe('Names the situation in filters and links.'),
    words: line.max(70).describe('What the reader would say: "They shout at my team".'),
    group: id.describe('The group it stands in on the home page.'),
    first: line.describe('The first thing to do, one or two short sentences.'),
    guide: guideRef.describe('The guide to read.'),
    script: refersTo('script', id).describe('The script to use.'),
    tree: refersTo('tree', id).describe('The tree to begin.'),
    aliases: z.array(line).default([]).describe('Other words for it, for search.'),
  }),
);
/** The checked situations. */
export type SituationsData = z.infer<typeof situationsSchema>;

/** `content/vocabulary.yaml`: how search understands people. */
export const vocabularySchema = z.strictObject({
  empty: z
    .array(line)
    .describe('Words that say nothing at all and are not compared: a, the, of … unless a question has no others.'),
  filler: z.array(line).describe('Words that say little and do not count in judging what a question is about: how, should, my …'),
  danger: z
    .array(
      z.strictObject({
        means: z.array(line).min(1).describe('What our pages call it, in titles or aliases.'),
        leads: z.array(line).default([]).describe('The addresses of the pages on it, first things first: /decide/safe/.'),
        words: z.array(line).describe('Words and short phrases that people have for it; inside one, "something" is any word.'),
        unless: z
          .array(line)
          .default([])
          .describe('Words that show that something else is meant, anywhere in the question: prospect, invoice …'),
        vague: z.boolean().default(false).describe('Whether it gives way when another group is spoken of too.'),
      }),
    )
    .describe('Danger, harassment, fear and despair. Pages that answer to one of these words stand before all others.'),
  people: z
    .array(line)
    .default([])
    .describe(
      'Whom something may happen to: in phrases of danger "hit me" is also "hit our cleaner". A question of danger with one of them leads to the tree first, as the danger may be theirs.',
    ),
  tellers: z
    .array(line)
    .default([])
    .describe('Words that tell of someone: they, me, customer. A question with one is answered although less of it is known.'),
  between: z
    .array(line)
    .default([])
    .describe('Words that may stand inside a phrase of danger: "nearly", "the", "was".'),
  harmless: z
    .array(line)
    .default([])
    .describe('Phrases of business that have a word of danger in them and mean no danger: kill fee, deadline.'),
  contractions: z.record(line, line).describe('Short forms and what they stand for: "won\'t" is "will not".'),
  synonyms: z
    .array(z.array(line).min(2))
    .describe('Groups of words or short phrases that mean the same here. The original word always ranks first.'),
  notCovered: z
    .array(
      z.strictObject({
        title: line.describe('The subject, in a few words.'),
        says: line.describe('What this playbook does not do about it, and whom to ask instead.'),
        see: line.optional().describe('The address of the nearest page, such as /guides/when-they-push/hold-your-ground/.'),
        words: z.array(line).min(1).describe('How people ask for it.'),
      }),
    )
    .default([])
    .describe('What people often ask and the playbook leaves alone. Search says so.'),
});
/** The checked vocabulary. */
export type VocabularyData = z.infer<typeof vocabularySchema>;

/** `content/danger.yaml`: how people tell of danger without a word for it, and what only sounds like it. Search learns from it. */
export const dangerSchema = z.strictObject({
  lead: line.describe('The address of the page that comes first then: /decide/safe/.'),
  told: z.array(line).min(1).describe('What people typed, or would, in danger or afraid: "he was by my car again". One is enough for each matter.'),
  harmless: z
    .array(line)
    .min(1)
    .describe('What people type in ordinary trouble, best with the same words: "left my bag in his car". As many as of the others.'),
});
/** The checked examples of danger. */
export type DangerData = z.infer<typeof dangerSchema>;

/** `content/beyond.yaml`: the subjects that none of the documents covers and the site answers all the same. */
export const beyondSchema = z.array(
  z.strictObject({
    id: id.describe('Guides name the subject by it. Never changes.'),
    title: line.describe('The subject, in a few words.'),
  }),
);
/** The checked subjects beyond the documents. */
export type BeyondData = z.infer<typeof beyondSchema>;

/** `content/topics.yaml`: the topics in order. A guide's topic is the folder it lies in. */
export const topicsSchema = z.array(
  z.strictObject({
    id: id.describe('Its part of addresses, and the name of its folder of guides. Never changes.'),
    title: line.max(70).describe('What the site calls it.'),
    says: line.max(200).describe('What is in it, in one sentence.'),
  }),
);
/** The checked topics. */
export type TopicsData = z.infer<typeof topicsSchema>;

/** `content/playbook.yaml`: what the software needs to know of the playbook as a whole. */
export const playbookSchema = z.strictObject({
  name: line.max(40).describe('What stands at the top of every page, before the name of your company.'),
  summary: line.max(200).describe('What it is, for search engines and the first page.'),
  danger: z
    .strictObject({
      guide: guideRef.describe('The guide on what to do then.'),
      script: refersTo('script', id).describe('The script for leaving or ending a call.'),
      tell: z.array(refersTo('role', id)).min(1).describe('Whom they tell afterwards: roles of the organisation.'),
      leave: z
        .strictObject({
          guides: z.array(guideRef).default([]).describe('Guides, as topic/file.'),
          scripts: z.array(refersTo('script', id)).default([]).describe('Scripts.'),
        })
        .default({ guides: [], scripts: [] })
        .describe(
          'Pages that somebody may have to leave before they are seen reading them: they have a button for it. The guide and the script above and results that say to stop always have it.',
        ),
    })
    .describe('Where every page leads whoever is in danger or afraid.'),
  situationGroups: z
    .array(
      z.strictObject({
        id: id.describe('Situations name their group by it.'),
        title: line.max(40).describe('What stands above its situations on the home page.'),
      }),
    )
    .min(1)
    .describe('The groups of situations on the home page, in this order.'),
  firstTree: refersTo('tree', id).describe('The tree that the home page offers first.'),
  newPagesGoTo: refersTo('topic', id).describe('The topic of a new guide or script when none is named.'),
  guideForm: z
    .boolean()
    .default(false)
    .describe('Whether all guides have the parts of docs/guide-format.md, under its English headings.'),
});
/** The checked facts about the playbook as a whole. */
export type PlaybookData = z.infer<typeof playbookSchema>;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const contactSchema = z.strictObject({
  role: line.describe('What pages call them when no name is given: "your manager".'),
  name: z.string().default('').describe('Their name or team; may stay empty.'),
  contact: z.string().default('').describe('Phone, mail address or room; may stay empty.'),
});
/** Somebody to turn to: a role, with name and contact as far as the organisation has filled them in. */
export type Contact = z.infer<typeof contactSchema>;

/** Whether days and money can be written by it: a language that is known here, and a country. */
function isLocale(tag: string): boolean {
  const country = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(tag)?.[1];
  return (
    country !== undefined &&
    country !== 'ZZ' &&
    regions.of(country) !== undefined &&
    Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  );
}

/** Whether a link may lead there: a page on the web, or a mail to somebody. */
const isAddress = (text: string): boolean =>
  /^mailto:[^\s@?]+@[^\s@?]+$/.test(text) || (/^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text));

/** Whether it is a country's code as folders of facts have it: gb, not uk. */
export const isCountry = (code: string): boolean =>
  /^[a-z]{2}$/.test(code) &&
  code !== 'zz' &&
  regions.of(code.toUpperCase()) !== undefined &&
  // Codes that are none any more, such as dd, and uk, which never was one, stand for others.
  new Intl.Locale(`und-${code}`).region === code.toUpperCase();

/** Whether a text names a site as `frame-ancestors` does, and nothing else: it becomes a part of a header. */
const isSite = (text: string): boolean =>
  /^https?:\/\/(?:[a-z0-9-]+|\*\.[a-z0-9-]+\.[a-z0-9-]+)(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/.test(text);

/** Which other sites may show pages in a frame. */
export const framedBySchema = z
  .array(
    z
      .string()
      // What is copied from a browser ends in a slash.
      .transform((site) => site.replace(/(?<=[^/])\/$/, ''))
      .refine(
        isSite,
        'is no address of a site; write it without a path, such as https://intranet.example or https://*.intranet.example',
      ),
  )
  .default([])
  .describe(
    'Other sites that may show pages of this one in a frame, as addresses without a path: https://intranet.example. Empty: none, and there are no pages for frames.',
  );

/** `content/organisation.yaml`: all that belongs to this company. Most values may stay empty; pages then name the role. */
export const organisationSchema = z.strictObject({
  company: z.string().default('').describe("The company's name; may stay empty."),
  prefix: id
    .optional()
    .describe("The addresses of your own pages begin with it, so that none is ever the same as one of the playbook's."),
  people: z
    .record(id, contactSchema)
    .describe('Whom to turn to, by role. Pages write <Who role="…" /> and name the role until there is a name.'),
  emergency: z
    .string()
    .trim()
    .min(1, 'is empty; write the number to call when a life is in danger, such as 112')
    .refine(
      (text) => text === '' || /\d/.test(text),
      'is no number; write the one to call when a life is in danger, such as 112',
    )
    .describe('The number for danger to life, such as 112 or 999.'),
  country: z
    .string()
    .refine(isCountry, 'is no country; write its code in two small letters, such as gb, ie or us')
    .describe(
      'The country whose law holds for your people, in two small letters: gb, ie, us. Pages show the facts that were checked for it.',
    ),
  address: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || addressOf(text) !== undefined,
      'is no address of a site; write it from https:// on, in small letters, such as https://intranet.example/playbook/, or leave it empty',
    )
    .describe('Where readers open the site, such as https://intranet.example/playbook/. Empty: at an address without a folder, such as https://playbook.example/.'),
  harmlessPage: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || (/^https?:/.test(text) && isAddress(text)),
      'is no address of a page; write one beginning with https://, such as the first page of your intranet, or leave it empty',
    )
    .describe('The page that “Leave this page” opens in place of one about danger. Best: the first page of your intranet. Empty: a weather forecast.'),
  feedback: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || isAddress(text),
      'is no address; write mailto: and a mail address, or an address beginning with https://, or leave it empty',
    )
    .describe('Where readers report what is wrong: a mailto: or https: address. Empty: no link.'),
  edit: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || (/^https?:\/\//.test(text) && text.includes('{path}')),
      'does not say where the path of a file goes; write the address with {path} in that place, such as https://git.example.com/edit/main/{path}, or leave it empty',
    )
    .describe('The address of a file in your repository, with {path} where the path goes. Empty: no link.'),
  locale: z
    .string()
    .refine(isLocale, 'is no language and country; write them with a hyphen, such as en-GB')
    .describe(
      "How days and money are written: a language and a country, such as en-GB for English as in the United Kingdom. Scripts use the reader's own English, if their browser names one.",
    ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no currency; write three capital letters, such as GBP')
    .refine((code) => !/^[A-Z]{3}$/.test(code) || Intl.supportedValuesOf('currency').includes(code), {
      message: 'is no currency that exists; write its three capital letters, such as GBP or EUR',
    })
    .describe('The currency of money fields, such as GBP.'),
  framedBy: framedBySchema,
  forMachines: z
    .boolean()
    .default(true)
    .describe(
      'Whether every page is there as Markdown and the whole content as JSON too, for a search or a chat of your own.',
    ),
});
/** The checked data of the organisation. */
export type OrganisationData = z.infer<typeof organisationSchema>;
