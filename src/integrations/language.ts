import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Strings } from '../i18n/strings.ts';

/** The file with the words of the software: src/i18n/en.ts, or the one that LANGUAGE_FILE names. */
const languageFile = resolve(process.env['LANGUAGE_FILE'] || 'src/i18n/en.ts');

/** The words of the software for what is written at the end of a build, outside Vite. */
export const loadStrings = async (): Promise<Strings> => (await import(pathToFileURL(languageFile).href)) as Strings;

/** Modules of which every page's scripts need a little, each something else. */
const inParts = /\b(i18n\/en|routes)\.ts/;
/** An import from one of them: `import { tree, site as words } from '../../i18n/en.ts'`. */
const imports = /import\s*\{([^{}]*)\}\s*from\s*(['"])([^'"]*\b(?:i18n\/en|routes)\.ts)\2;?/g;

/** Puts the chosen language in the place of English. */
export const language = (): Plugin => ({
  name: 'language',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\bi18n\/en\.ts(\?.*)?$/ },
    handler(id, importer) {
      // A language may take from English what it does not say itself.
      if (importer?.replace(/\?.*/, '') === languageFile) return null;
      return languageFile + (/\?.*$/.exec(id)?.[0] ?? '');
    },
  },
});

/**
 * Makes of each export of the words and of the addresses a module of its own in what browsers load. Otherwise all that
 * any page's scripts take of them would stand in one file, and every page would load it.
 */
export const partsForBrowsers = (): Plugin => ({
  name: 'parts-for-browsers',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /\.tsx?$/, code: inParts },
    handler(code) {
      const parts = (names: string, from: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .map((name) => `import { ${name} } from '${from}?part=${/^\w+/.exec(name)?.[0] ?? ''}';`)
          .join(' ');
      return {
        code: code.replace(imports, (_, names: string, _quote: string, from: string) => parts(names, from)),
        map: null,
      };
    },
  },
});

/** What Vite puts around each `import()`. */
const helper = { id: /^\0vite\/preload-helper/ };

/**
 * Leaves `import()` as it stands. Vite puts a helper around each, which loads ahead what a module needs; it would be a
 * tenth of what the code of a page to read weighs. No module here brings a style sheet (they are named by address). What
 * is left of it is written into each module: a file of its own would be one more to load.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : null),
  // In figures, so that nothing else takes it for the module itself.
  resolveId: { filter: helper, handler: (id, importer = '') => `${id}?of=${Buffer.from(importer).toString('hex')}` },
  load: {
    filter: helper,
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
