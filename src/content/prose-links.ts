import { defineHastPlugin } from 'satteri';
import { withBase } from '../site/href.ts';

/**
 * A plug-in of the Markdown engine: links in prose are written from the site's root and get the base
 * path here, because the engine leaves them as they are.
 * @param base the base path of this build
 */
export const proseLinks = (base: string) =>
  defineHastPlugin({
    name: 'prose-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const target = node.properties?.['href'];
        if (typeof target === 'string') context.setProperty(node, 'href', withBase(target, base));
      },
    },
  });
