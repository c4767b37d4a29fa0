import { z } from 'astro/zod';
import { channels, fieldKinds, fromResult, tones } from '../../script/engine/kinds.ts';
import { conditionSchema } from './condition.ts';
import { aliases, changes, draft, formerly, upkeep, id, line, pointRef, refersTo } from './shared.ts';

/** A field the writer fills in. Its name is the marker: a field `client name` is written ((client name)) in the text. */
export const fieldSchema = z
  .strictObject({
    kind: z.enum(fieldKinds).describe('text, long-text, choice, several, date, money or yes-or-no.'),
    label: line.describe('What the form calls it.'),
    gap: line
      .optional()
      .describe(
        'What a gap is called in the middle of a sentence, when the label does not read there: It was due on [due date].',
      ),
    help: line.optional().describe('A hint below the label: where to find it, or how to put it.'),
    example: line.optional().describe('An invented example, shown to the writer.'),
    fromResult: z
      .enum(fromResult)
      .optional()
      .describe(
        'What of the last result may be put in at one press: facts (what was answered, as sentences), headline, or reviewOn (the day to look again; only for a date). Only in a script that says internal: true.',
      ),
    choices: z.array(line).min(2).optional().describe('What can be chosen; only for the kinds choice and several.'),
  })
  .refine((field) => (field.kind === 'choice' || field.kind === 'several') === (field.choices !== undefined), {
    message: 'choices go with the kinds choice and several, and only with those',
  })
  .refine(
    ({ kind, fromResult }) =>
      fromResult === undefined || (fromResult === 'reviewOn' ? kind === 'date' : kind === 'text' || kind === 'long-text'),
    { message: 'fromResult goes with a text, and reviewOn with a date' },
  );

/** A field's name as it stands between the double brackets. */
export const fieldName = z
  .string()
  .regex(
    /^(?!(?:if|else|end)\b)[a-z0-9]+( [a-z0-9]+)*$/,
    'is no field name; use lower-case words with single spaces, not starting with if, else or end',
  );

/** `content/fields.yaml`: the case sheet. Fields that many scripts share, typed once and there in each of them. */
export const sharedFieldsSchema = z.record(fieldName, fieldSchema);

/** One wording of the message for one channel and tone. */
const variantSchema = z
  .strictObject({
    id: id.describe('Names this variant in links: usually channel-tone, such as email-firm.'),
    channel: z.enum(channels).describe('email, phone, in-person or chat.'),
    tone: z.enum(tones).describe('warm, firm or final.'),
    subject: line.optional().describe('The subject line; for email, and only for email.'),
    text: line.describe(
      'The words. Markers: ((field name)); ((if field name)) … ((else)) … ((end)); \\(( for the brackets themselves.',
    ),
    exactDates: z
      .boolean()
      .optional()
      .describe(
        'Every day carries its year, also one that is near: for notes on file and for notices that someone may rely on.',
      ),
    note: line.optional().describe('A word to the writer. Never part of what is copied or sent.'),
    ifTheySay: z
      .array(
        z.strictObject({
          they: line.describe('What the other side may answer.'),
          you: line.describe('What you say then.'),
        }),
      )
      .default([])
      .describe('For phone and in person: what they may say, and what you say then.'),
  })
  .refine((variant) => (variant.channel === 'email') === (variant.subject !== undefined), {
    message: 'an email has a subject, and only an email has one',
  });

/** One script: `content/scripts/<id>.yaml`. One message in several channels and tones over the same fields. */
export const scriptSchema = z.strictObject({
  title: line.max(70).describe('What the script does, starting with a verb: "Ask the person in charge for support".'),
  summary: line.max(200).describe('What it is for, in one sentence.'),
  topic: refersTo('topic', id).describe('The topic it belongs to.'),
  situations: z.array(refersTo('situation', id)).default([]).describe('The situations that it helps in.'),
  useWhen: z.array(line).min(1).describe('When to use it.'),
  doNotUseWhen: z.array(line).min(1).describe('When not to use it, and what to do instead.'),
  fits: conditionSchema
    .optional()
    .describe('The circumstances under which it may be offered. A result never offers it where this does not hold.'),
  internal: z
    .boolean()
    .optional()
    .describe('Whether it goes to one’s own side only. Only then may a field say fromResult.'),
  approve: line.describe('Who has to agree before it goes out, or that nobody has to.'),
  attach: z.array(line).default([]).describe('What to send along, or have in front of you.'),
  next: z.array(line).min(1).describe('What to do after it went out, and by when.'),
  covers: z.array(pointRef).default([]).describe('The points of the source documents that the wording follows.'),
  facts: z
    .array(refersTo('fact', id))
    .default([])
    .describe('Facts of law, money or safety to look at before it goes out.'),
  aliases,
  formerly,
  fields: z
    .record(fieldName, z.union([z.literal('shared'), fieldSchema]))
    .describe(
      'What the writer fills in, in the order of the form: a field that many scripts share, or one of its own.',
    ),
  variants: z.array(variantSchema).min(1).describe('The wordings. The first is the one shown first.'),
  samples: z
    .array(
      z.strictObject({
        name: line.describe('What this invented example shows.'),
        values: z
          .record(fieldName, z.union([z.string(), z.boolean(), z.array(z.string())]))
          .describe(
            'A value a field: text; a date as 2026-11-20; money as a number in quotes; true or false; a list for several.',
          ),
      }),
    )
    .min(2)
    .describe('At least two invented fillings. Tests fill every variant with each.'),
  ...changes,
  ...upkeep,
  ...draft,
});

/** The checked content of a script file. */
export type ScriptData = z.infer<typeof scriptSchema>;
/** One wording of a script. */
export type VariantData = z.infer<typeof variantSchema>;
/** The definition of a field. */
export type FieldData = z.infer<typeof fieldSchema>;
