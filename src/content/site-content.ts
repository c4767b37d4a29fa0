import { getCollection } from 'astro:content';
import { inOrder, type Content } from './content.ts';
import type { ToldFaults } from './loader.ts';

// This module is evaluated anew when the content has changed, as is all that imports from astro:content.
let whole: Promise<Content> | undefined;

/**
 * The whole content as the collections hold it, in the order in which the site lists it.
 * @throws {Error} in the development server, with all faults told, as long as there are any
 */
export const siteContent = (): Promise<Content> => (whole ??= collect());

async function collect(): Promise<Content> {
  const site = Object.fromEntries((await getCollection('site')).map(({ id, data }) => [id, (data as { readonly value: unknown }).value]));
  const { faults, ...lists } = site as unknown as Content & { readonly faults?: ToldFaults };
  if (faults) throw asError(faults);
  const pages = async <T>(kind: 'guides' | 'scripts' | 'trees' | 'sources' | 'pages' | 'facts') =>
    (await getCollection(kind)).map(({ data }) => data as T);
  return inOrder({
    ...lists,
    guides: await pages<Content['guides'][number]>('guides'),
    scripts: await pages<Content['scripts'][number]>('scripts'),
    trees: await pages<Content['trees'][number]>('trees'),
    sources: await pages<Content['sources'][number]>('sources'),
    pages: await pages<Content['pages'][number]>('pages'),
    facts: await pages<Content['facts'][number]>('facts'),
  });
}

/** An error whose screen opens the file at the line of the first fault. */
function asError({ text, file, line }: ToldFaults): Error {
  const error = new Error(text);
  error.name = 'Content';
  return Object.assign(error, { loc: { file, line, column: 1 }, stack: text });
}
