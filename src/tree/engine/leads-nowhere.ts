import type { Fault } from '../../content/fault.ts';

/**
 * Tells of an answer of a tree that leads to nothing there is.
 *
 * @param answer what the answer says
 * @param meant the id of what was probably meant, if that can be told
 * @returns what is wrong, and what to do about it
 */
export const leadsNowhere = (answer: string, meant?: string): Pick<Fault, 'what' | 'mend'> => ({
  what: `The answer "${answer}" leads nowhere.`,
  mend: `Choose a question or an outcome.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
});
