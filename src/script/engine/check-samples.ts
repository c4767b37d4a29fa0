import type { FieldData, ScriptData } from '../../content/schemas/script.ts';
import type { Fault } from '../../content/fault.ts';
import { nearest } from './suggest.ts';
import { isDay, isPlainNumber } from './values.ts';
import type { Value } from './values.ts';

/**
 * Checks that each sample names fields of the script and holds values that fit their kinds.
 *
 * @param script The script.
 * @param definitions Its fields, those of the case sheet included.
 * @returns Every fault. Never throws.
 */
export function checkSamples(
  script: Pick<ScriptData, 'samples' | 'fields'>,
  definitions: Readonly<Record<string, FieldData>>,
): Fault[] {
  const declared = Object.keys(script.fields);
  return script.samples.flatMap(({ values }, i) =>
    Object.entries(values).flatMap(([name, value]): Fault[] => {
      const path = ['samples', i, 'values', name];
      if (!declared.includes(name)) {
        const meant = nearest(name, declared);
        return [
          {
            path,
            what: `The sample fills in "${name}", which the script does not have.`,
            mend: meant ? `Did you mean "${meant}"?` : 'Correct the name, or remove the line.',
          },
        ];
      }
      const field = definitions[name];
      const mend = field && misfit(field, value);
      return mend
        ? [{ path, what: `The sample's "${name}" does not fit a field of the kind ${field.kind}.`, mend }]
        : [];
    }),
  );
}

/** Says what a value should be, when it does not fit its field. */
function misfit(field: FieldData, value: Value): string | undefined {
  const choices = field.choices ?? [];
  switch (field.kind) {
    case 'yes-or-no':
      return typeof value === 'boolean' ? undefined : 'Write true or false, without quotes.';
    case 'several':
      return typeof value === 'object' && value.every((one) => choices.includes(one))
        ? undefined
        : `Write a list of some of: ${choices.join('; ')}.`;
    case 'choice':
      return typeof value === 'string' && choices.includes(value) ? undefined : `Write one of: ${choices.join('; ')}.`;
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? undefined
        : 'Write a day that exists, in quotes: "2026-11-20".';
    case 'money':
      return typeof value === 'string' && isPlainNumber(value)
        ? undefined
        : 'Write a plain number in quotes: "1200" or "49.50".';
    default:
      return typeof value === 'string' ? undefined : 'Write text.';
  }
}
