import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import type { Strings } from '../i18n/strings.ts';
import { pictureFile } from '../routes.ts';
import { withBase } from '../site/href.ts';
import { aboutAttachment, isAttachment, isPicture, kindOf, placeOf } from './layer-files.ts';
import { shownSize } from './make-picture.ts';

/**
 * A plug-in of the Markdown engine: links and pictures in prose are written from the site's root and get the base path here,
 * because the engine leaves them as they are. Pictures of the content say how large they are, so that nothing moves when
 * they come; links to attachments say what comes.
 * @param base the base path of this build
 * @param root the project's root folder
 * @param words the words of the software, which are loaded once a text needs them
 */
export const proseLinks = (base: string, root: string, words: () => Promise<Pick<Strings, 'attachments'>>) =>
  defineHastPlugin({
    name: 'prose-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const name = node.tagName === 'a' ? 'href' : 'src';
        const target = node.properties?.[name];
        if (typeof target !== 'string') return undefined;
        context.setProperty(node, name, withBase(target, base));
        const place = placeOf(root, target);
        if (place === undefined) return undefined;
        if (node.tagName === 'img' && isPicture(target)) return drawPicture(target, place);
        return node.tagName === 'a' && isAttachment(target) ? tellAttachment(place) : undefined;

        async function drawPicture(address: string, place: string): Promise<void> {
          const { isFine, ...size } = await shownSize(readFileSync(place), relative(root, place));
          const file = (fine: boolean) => withBase(pictureFile(address, fine), base);
          setAll(node, context, {
            src: file(false),
            ...(isFine && file(true) !== file(false) ? { srcSet: `${file(true)} 2x` } : {}),
            ...size,
            loading: 'lazy',
            decoding: 'async',
          });
        }

        async function tellAttachment(place: string): Promise<void> {
          // Browsers show a PDF. Whatever they do with others, to have the file is what the reader wants.
          if (kindOf(place) !== 'pdf') context.setProperty(node, 'download', true);
          context.insertAfter(node, { type: 'text', value: ` ${aboutAttachment(place, (await words()).attachments)}` });
        }
      },
    },
  });

const setAll = (node: HastNode, context: HastVisitorContext, properties: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(properties)) context.setProperty(node, name, value);
};
