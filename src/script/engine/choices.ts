import { script as words } from '../../i18n/en.ts';
import type { VariantData } from '../../content/schemas/script.ts';

/** The wordings of one channel, or of all. */
export interface Channel {
  /** What stands before them; empty when each goes by its channel. */
  readonly label: string;
  readonly wordings: readonly { readonly id: string; readonly label: string }[];
}

/**
 * Sorts the wordings of a script by channel, in the order of the script, each named by its tone. Where two would have the
 * same name, both go by the words of their id. Where no channel has two, the channel is name enough.
 *
 * @param variants All variants of a script.
 * @returns The channels. Never throws.
 */
export function channelsOf(variants: readonly Pick<VariantData, 'id' | 'channel' | 'tone'>[]): Channel[] {
  const channels = [...new Set(variants.map(({ channel }) => channel))];
  if (channels.length === variants.length)
    return [
      {
        label: '',
        wordings: variants.map(({ id, channel }) => ({ id, label: upperFirst(words.channels[channel]) })),
      },
    ];
  return channels.map((channel) => {
    const here = variants.filter((variant) => variant.channel === channel);
    return {
      label: upperFirst(words.channels[channel]),
      wordings: here.map(({ id, tone }) => ({
        id,
        label: upperFirst(
          here.filter((other) => other.tone === tone).length > 1
            ? id.replace(`${channel}-`, '').replaceAll('-', ' ')
            : words.tones[tone],
        ),
      })),
    };
  });
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
