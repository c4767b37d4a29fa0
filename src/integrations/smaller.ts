import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minify } from 'vite';
import { themeFile } from '../routes.ts';

/** Elements that begin and end a line wherever they stand: no blank beside one is ever seen. */
const ownLine =
  '(?:html|head|meta|title|link|body|header|main|footer|nav|section|article|aside|div|h[1-6]|p|ul|ol|li|dl|dt|dd|blockquote|details|summary|dialog|form|option)';
const blankBefore = new RegExp(`\\s+(?=</?${ownLine}\\b)`, 'g');
const blankBehind = new RegExp(`(</?${ownLine}\\b[^>]*>)\\s+`, 'g');

/** What the index of the text has taken from the page by then. */
const forIndex = / data-pagefind-(?:meta|filter)="[^"]*"/g;

/**
 * Takes out of the built pages the blanks that nobody sees and what was for the index of their text, and out of the script
 * of the theme its names: 200 bytes that each first visit loads. Comes after everything that reads the text of pages, since
 * there a blank keeps two words apart.
 */
export const smaller = (): AstroIntegration => ({
  name: 'smaller',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/(^|\/|\\)(index|404)\.html$/.test(name)) continue;
        writeFileSync(join(folder, name), smallerPage(readFileSync(join(folder, name), 'utf8')));
      }
      const theme = join(folder, themeFile);
      writeFileSync(theme, (await minify(themeFile, readFileSync(theme, 'utf8'))).code);
    },
  },
});

/**
 * A page without what no browser needs.
 * @param page its HTML, without elements that keep blanks
 */
export const smallerPage = (page: string): string =>
  page.replace(forIndex, '').replace(blankBefore, '').replace(blankBehind, '$1');
