import { z } from 'astro/zod';
import { line } from './shared.ts';

/**
 * `content/phrasings/<address>.yaml`: what people say when the page of that address is the answer, one a line, in their own
 * words. Compared by search and never shown.
 */
export const phrasingsSchema = z.array(line).min(1);

/** Where they lie, in a layer. */
export const phrasingsFolder = 'content/phrasings/';

/**
 * The address of the page that a file of phrasings belongs to.
 * @param file such as `content/phrasings/scripts/late-payment.yaml`
 */
export const addressOfPhrasings = (file: string): string =>
  `/${file.slice(phrasingsFolder.length).replace(/\.yaml$/, '')}/`;
