import type { Content, Script } from '../domain/content.ts';
import { fieldDefinitions } from '../domain/script/check.ts';
import type { FormProps } from '../islands/script/ScriptForm.tsx';

/** What the form of a script needs: its fields with those of the case sheet filled in, its variants, and how the house writes dates and money. */
export const formOf = (script: Script, { fields, house }: Pick<Content, 'fields' | 'house'>): FormProps => ({
  script: {
    id: script.id,
    title: script.title,
    fields: Object.entries(fieldDefinitions(script, fields)).map(([name, field]) => ({
      ...field,
      name,
      shared: script.fields[name] === 'shared',
    })),
    variants: script.variants,
  },
  locale: house.locale,
  currency: house.currency,
});
