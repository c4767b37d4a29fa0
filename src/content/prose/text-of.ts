import type { MarkdownHeading, SSRResult } from 'astro';
import { Fragment, jsx } from 'astro/jsx-runtime';
import { createComponent, renderJSX, renderTemplate, unescapeHTML } from 'astro/runtime/server/index.js';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { evaluate, markdownToHtml } from 'satteri';
import { attachments } from '../../i18n/en.ts';
import { guideParts } from '../guide-parts.ts';
import { proseLinks } from '../prose-links.ts';
import { readFrontMatter } from '../read-file.ts';
import { proseComponents } from './index.ts';

const root = process.cwd();
const plugins = [
  proseLinks(import.meta.env.BASE_URL, root, () => Promise.resolve({ attachments })),
  guideParts,
  satteriHeadingIdsPlugin(),
];

const element = (type: unknown, props: unknown) => jsx(type, props as Record<string, unknown>);
const components = { Fragment, ...proseComponents };

/** What a text in MDX becomes: a function that draws it with the components it names. */
type Draw = (props: { readonly components: Readonly<Record<string, unknown>> }) => unknown;

/**
 * The text of a guide, page or source, to be put on its page. It is read and drawn when its page asks for it: as modules of
 * the bundler, which a site has by the hundreds, texts would take a fifth of a build.
 * @param page what the content says of the page
 * @throws when the text has a fault; the check tells those before any page is made
 */
export async function textOf({ file }: { readonly file: string }) {
  const { body } = readFrontMatter(root, file, []);
  const headings: MarkdownHeading[] = [];
  const astro = { frontmatter: {}, headings, localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
  const options = { hastPlugins: plugins, features: { smartPunctuation: true }, data: { astro } };
  if (!file.endsWith('.mdx')) {
    const { html } = await markdownToHtml(body, options);
    return { Content: createComponent(() => renderTemplate`${unescapeHTML(html)}`), headings: astro.headings };
  }
  const { default: draw } = await evaluate(body, {
    ...options,
    Fragment,
    jsx: element,
    jsxs: element,
    elementAttributeNameCase: 'html',
  });
  const Content = createComponent(
    (result: SSRResult) => renderTemplate`${renderJSX(result, (draw as Draw)({ components }))}`,
  );
  return { Content, headings: astro.headings };
}
