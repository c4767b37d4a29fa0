import type { FieldData } from '../../content/schemas/script.ts';
import type { Value } from './values.ts';

/** What of a result may stand in a text. */
interface Result {
  readonly headline: string;
  readonly facts: readonly string[];
  readonly reviewOn?: string;
}

/**
 * Says what the last result would put into the fields of a script.
 *
 * @param fields The fields with their names.
 * @param result The last result of this tab, if there is one.
 * @returns A text or a day for each field that takes something of a result that has it. Never throws.
 */
export function fromAnswers(
  fields: readonly (Pick<FieldData, 'fromResult'> & { readonly name: string })[],
  result: Result | undefined,
): ReadonlyMap<string, Value> {
  return new Map(
    fields.flatMap(({ name, fromResult: part }): [string, string][] => {
      const text = part && (part === 'facts' ? result?.facts.join(' ') : result?.[part]);
      return text ? [[name, text]] : [];
    }),
  );
}
