import { z } from 'astro/zod';
import { id, refersTo } from './shared.ts';

const ids = z.array(refersTo('circumstance', id)).default([]);

/** When something applies, over circumstances: at least one of `any` (if there are any), all of `all`, none of `none`. */
export const conditionSchema = z
  .strictObject({
    any: ids.describe('At least one of these circumstances holds.'),
    all: ids.describe('All of these circumstances hold.'),
    none: ids.describe('None of these circumstances holds.'),
  })
  .refine(({ any, all, none }) => any.length + all.length + none.length > 0, {
    message: 'names no circumstance; choose some, or remove it',
  });

/** A condition over circumstances. */
export type ConditionData = z.infer<typeof conditionSchema>;

/** The condition of a step, a check, a script or a guide. */
export const only = conditionSchema.optional().describe('Show it only when these circumstances hold.');
