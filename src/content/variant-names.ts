import { script as words } from '../i18n/en.ts';
import type { VariantData } from './schemas/script.ts';

/**
 * Names each variant for people: its channel and tone, such as "Email, firm". Where two would have the
 * same name, both go by the words of their id.
 *
 * @param variants All variants of a script.
 * @returns The names in the order of the variants. Never throws.
 */
export function variantNames(variants: readonly Pick<VariantData, 'id' | 'channel' | 'tone'>[]): string[] {
  const names = variants.map(({ channel, tone }) =>
    upperFirst(words.variant(words.channels[channel], words.tones[tone])),
  );
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : upperFirst((variants[i]?.id ?? '').replaceAll('-', ' ')),
  );
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
