import { z } from 'astro/zod';

/** What is said of a line with nothing in it. */
export const emptyLine = 'is empty; write something or remove the line';
/** A line of text with something in it. */
export const line = z.string().trim().min(1, emptyLine);

/** An id: lower-case letters, digits and hyphens. It is part of addresses and links, so it never changes once published. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'is no id; use lower-case letters, digits and single hyphens, such as late-payment',
  );

/**
 * What an id may refer to: the editor offers these to choose from. A way is a question or an outcome of the same tree, an
 * ending an outcome of the tree that the file belongs to.
 */
export type Reference =
  | 'guide'
  | 'script'
  | 'tree'
  | 'outcome'
  | 'situation'
  | 'topic'
  | 'role'
  | 'fact'
  | 'point'
  | 'subject'
  | 'circumstance'
  | 'way'
  | 'ending';

/** Says in the JSON Schema what an id refers to. The schema checks what it checked before. */
export const refersTo = <S extends z.ZodString>(to: Reference, schema: S): S => schema.meta({ refersTo: to });

/** Says in the JSON Schema that a form asks for it openly, though it may stay empty: what is good has it. */
export const asked = <S extends z.ZodType>(schema: S): S => schema.meta({ asked: true });

/** A guide's address: its topic folder and its file name, such as `when-they-push/paying-late`. */
export const guideRef = refersTo(
  'guide',
  z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'names no guide; write its topic, a slash and the name of its file, such as when-they-push/paying-late'),
);

/** A point of a source document, such as `terson/go-to-the-top`. */
export const pointRef = refersTo(
  'point',
  z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'names no point; write document/point, such as terson/go-to-the-top'),
);

/** An outcome of a tree, such as `fire/challenge`. */
export const outcomeRef = refersTo(
  'outcome',
  z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'names no outcome; write tree/outcome, such as fire/challenge'),
);

/**
 * A calendar day, written 2026-11-20. One YAML reader hands over text and the other a date, so both
 * are taken; a day that does not exist (2026-02-30) is refused.
 */
export const day = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value),
  z
    .string('is no date; write year-month-day, such as 2026-11-20')
    .refine(
      (text) =>
        /^\d{4}-\d{2}-\d{2}$/.test(text) &&
        !Number.isNaN(Date.parse(text)) &&
        new Date(text).toISOString().slice(0, 10) === text,
      'is no date; write year-month-day, such as 2026-11-20',
    ),
);

/** What every page says about its own upkeep. Spread into each schema. */
export const upkeep = {
  /** The role that keeps the page true, such as "Head of client services"; never a person's name. */
  owner: line.describe('The role that keeps this page true, such as "Head of client services". Not a person\'s name.'),
  /** The day somebody last read it through and found it right. */
  reviewed: day.describe('The day someone last read it through and found it right, written 2026-11-20.'),
  /** Months until it is to be read through again. */
  reviewEvery: z
    .number()
    .int()
    .min(1)
    .max(24)
    .describe('After how many months it is to be read through again: 1 to 24.'),
};

/**
 * Whether a page is begun and not written, or waits for its day: seen while editing, left out of a build. Spread into the
 * schemas of pages.
 */
export const draft = {
  draft: z
    .boolean()
    .optional()
    .describe('true as long as the page is not written: it shows in npm run dev and is left out of a build.'),
  publish: day
    .optional()
    .describe(
      'The day on which the page goes out, written 2026-11-20: a build on that day or later takes it in. A draft waits longer, until it is written.',
    ),
};

/** Words a reader might search for that the page itself does not use. Search data only, never shown. */
export const aliases = z
  .array(line)
  .default([])
  .describe('Words and phrases a reader in trouble might search for that the page does not use itself.');

/** Earlier addresses of a page. Readers who come by one are sent on, so that renaming a page breaks no link. */
export const formerly = z
  .array(
    z
      .string()
      .regex(
        /^\/([a-z0-9]+(-[a-z0-9]+)*\/)+$/,
        'is no address of this site; write it from the site\'s root, with a slash at both ends, such as /guides/when-they-push/paying-late/',
      ),
  )
  .optional()
  .describe(
    'Addresses that this page had before it was renamed or moved, such as /guides/when-they-push/late-bills/. Readers who come by one are sent on.',
  );

/** What changed on a page, for readers who know it. Spread into the schemas of pages. */
export const changes = {
  changes: z
    .array(
      z.strictObject({
        on: day.describe('The day of the change, written 2026-11-20.'),
        what: line.max(160).describe('What changed, in one line: "The last reminder names a date".'),
        why: line.max(300).optional().describe('Why, in a sentence.'),
      }),
    )
    .optional()
    .describe('What changed on this page, for readers who know it. Listed under What’s new; shown on the page for a month.'),
};
