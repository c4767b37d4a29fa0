import type { VariantData } from '../../content/schemas/script.ts';
import { script as words } from '../../i18n/en.ts';
import { fill } from './fill.ts';
import type { Piece } from './fill.ts';
import { gaps } from './gaps.ts';
import { html } from './html.ts';
import { mailLink } from './mailto.ts';
import type { MailLink } from './mailto.ts';
import { nameUses } from './names.ts';
import type { ScriptNode } from './nodes.ts';
import { parse } from './parse.ts';
import { oneLine, plain } from './plain.ts';
import type { Fields, Settings, Values } from './values.ts';

/** A variant's texts, parsed once and filled at every keystroke. */
export interface ParsedVariant {
  readonly subject?: readonly ScriptNode[];
  readonly text: readonly ScriptNode[];
  readonly ifTheySay: readonly { readonly they: readonly ScriptNode[]; readonly you: readonly ScriptNode[] }[];
  /** Whether every day carries its year. */
  readonly exactDates?: boolean | undefined;
}

/** A variant with the values in it. */
export interface Message {
  /** Only an email has one. */
  readonly subject?: readonly Piece[];
  readonly text: readonly Piece[];
  readonly ifTheySay: readonly { readonly they: readonly Piece[]; readonly you: readonly Piece[] }[];
  /** The fields missing in the subject and the text. */
  readonly gaps: readonly string[];
}

/**
 * Reads the texts of a variant. Its note is left behind: it is for the writer only.
 *
 * @param variant The variant as the content file has it.
 * @returns Its parsed texts; syntax faults were told when the site was built. Never throws.
 */
export function parseVariant(
  variant: Pick<VariantData, 'subject' | 'text' | 'ifTheySay' | 'exactDates'>,
): ParsedVariant {
  return {
    ...(variant.subject !== undefined && { subject: parse(variant.subject).nodes }),
    text: parse(variant.text).nodes,
    ifTheySay: variant.ifTheySay.map(({ they, you }) => ({ they: parse(they).nodes, you: parse(you).nodes })),
    exactDates: variant.exactDates,
  };
}

/**
 * Puts the values into every text of a variant. What has no subject is no email, so its days are written as they are said.
 *
 * @param variant The parsed variant.
 * @param fields The fields, for their kinds.
 * @param values What is filled in so far.
 * @param settings The locale and currency, and the day on which it is written.
 * @returns The message. Never throws.
 */
export function fillVariant(variant: ParsedVariant, fields: Fields, values: Values, settings: Settings): Message {
  const today = variant.exactDates ? undefined : settings.today;
  const how = { ...settings, today, spoken: variant.subject === undefined };
  const filled = (nodes: readonly ScriptNode[]): Piece[] => fill(nodes, fields, values, how);
  const subject = variant.subject && filled(variant.subject);
  const text = filled(variant.text);
  return {
    ...(subject && { subject }),
    text,
    ifTheySay: variant.ifTheySay.map(({ they, you }) => ({ they: filled(they), you: filled(you) })),
    gaps: gaps([...(subject ?? []), ...text]),
  };
}

/**
 * Names the fields a variant uses.
 *
 * @param variant The parsed variant.
 * @returns For each field whether the message is complete without it. Never throws.
 */
export function fieldsOf(variant: ParsedVariant): Map<string, { readonly optional: boolean }> {
  const spoken = variant.ifTheySay.flatMap(({ they, you }) => [...they, ...you]);
  const needed = new Set(
    nameUses([...(variant.subject ?? []), ...variant.text]).flatMap((use) => (use.guarded ? [] : [use.name])),
  );
  const all = nameUses([...(variant.subject ?? []), ...variant.text, ...spoken]);
  return new Map(all.map(({ name }) => [name, { optional: !needed.has(name) }]));
}

/**
 * Gives the words of a script that make sense with nothing filled in.
 *
 * @param variants The variants of the script.
 * @param settings The locale and currency.
 * @returns The text of the first such variant, one that is sent before one that is said; undefined when there is none.
 *   Never throws.
 */
export function readyWords(variants: readonly VariantData[], settings: Settings): string | undefined {
  const ready = variants.flatMap((variant) => {
    const message = fillVariant(parseVariant(variant), {}, {}, settings);
    const spoken = variant.channel === 'phone' || variant.channel === 'in-person';
    return message.gaps.length === 0 ? { spoken, text: plain(message.text) } : [];
  });
  return (ready.find(({ spoken }) => !spoken) ?? ready[0])?.text;
}

/**
 * Gives what is copied: the text without the subject, in both forms.
 *
 * @param message The message.
 * @returns Plain text and HTML. Never throws.
 */
export function toCopy(message: Message): { plain: string; html: string } {
  return { plain: plain(message.text), html: html(message.text) };
}

/**
 * Gives the content of a .txt file: the subject, if there is one, and the text.
 *
 * @param message The message.
 * @returns Plain text that ends with a line break. Never throws.
 */
export function toTextFile(message: Message): string {
  const subject = message.subject ? `${words.subject} ${oneLine(message.subject)}\n\n` : '';
  return `${subject}${plain(message.text)}\n`;
}

/**
 * Gives the link that opens the message in a mail program.
 *
 * @param message The message.
 * @returns The link, or undefined when the message is no email. Never throws.
 */
export function toMailLink(message: Message): MailLink | undefined {
  return message.subject && mailLink(oneLine(message.subject), plain(message.text));
}
