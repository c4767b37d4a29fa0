import { z } from 'astro/zod';
import { day, id, line, refersTo } from './shared.ts';

/** Whether a source can be opened: an address on the web. */
const isWebAddress = (text: string): boolean => /^https:\/\/[^\s/]+\.[^\s]+$/.test(text) && URL.canParse(text);

/**
 * A fact of law, money or safety: `content/facts/<country>/<id>.yaml`. The folder is the country's code in two small
 * letters, the file's name is the id by which guides name the fact. The same id in another folder is the same question
 * answered for another country.
 */
export const factSchema = z.strictObject({
  title: line.max(70).describe('What it is about, as a reader would look for it, such as "Interest on a late invoice".'),
  says: line.max(400).describe('The rule or the figure in plain words, in two or three short sentences.'),
  points: z
    .array(line.max(300))
    .optional()
    .describe('What else belongs to the rule, one thing each: sums, deadlines, steps, exceptions.'),
  nations: z
    .array(
      z.strictObject({
        nation: line.describe('The part of the country, such as Scotland, or a state.'),
        says: line.max(300).describe('What holds there.'),
      }),
    )
    .optional()
    .describe('Where parts of the country have rules of their own, what holds in each.'),
  numbers: z
    .array(
      z.strictObject({
        name: line.describe('Who answers, such as Samaritans.'),
        number: z
          .string()
          .regex(/^\+?\d[\d ]*\d$/, 'is no number to call; write digits and blanks in quotes, such as "116 123"')
          .describe('The number to call, in quotes, such as "116 123".'),
        says: line.max(200).optional().describe('When to call it, what it costs, when it answers.'),
      }),
    )
    .optional()
    .describe('Numbers to call, the most urgent first. Pages make links of them.'),
  authorities: z
    .array(
      z.strictObject({
        name: line.describe('What says so: the law with its section, or the body and its page.'),
        address: z
          .string()
          .refine(isWebAddress, 'is no address; write one beginning with https://')
          .describe('Where it can be read, beginning with https://.'),
      }),
    )
    .min(1)
    .describe('Where the rule was read, the law itself first.'),
  checked: day.describe('The day someone last held the fact against its authority, written 2026-11-30.'),
  readIn: line
    .max(120)
    .optional()
    .describe('When it was not the authority of that day that was read: what was, such as "a copy of May 2026".'),
  confirm: refersTo('role', id).describe('Who confirms it before someone acts on it: a role of your organisation, such as legal.'),
  review: day.describe('The day by which it has to be looked up again: before a change that is known to come.'),
});

/** The checked data of a fact. */
export type FactData = z.infer<typeof factSchema>;
