import { defineHastPlugin } from 'satteri';
import { withBase } from '../site/href.ts';

/**
 * A plug-in of the Markdown engine: links and pictures in prose are written from the site's root and get the base
 * path here, because the engine leaves them as they are.
 * @param base the base path of this build
 */
export const proseLinks = (base: string) =>
  defineHastPlugin({
    name: 'prose-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const name = node.tagName === 'a' ? 'href' : 'src';
        const target = node.properties?.[name];
        if (typeof target === 'string') context.setProperty(node, name, withBase(target, base));
      },
    },
  });
