import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { noticesFile } from '../routes.ts';

/** A package that readers get something of. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** The licence in short, as its package.json has it. */
  readonly identifier?: string;
  /** The text of its licence file. */
  readonly text?: string;
}

/** The file's name in the built folder. */
const noticesName = noticesFile.slice(1);

/** Where the builds of scripts leave what they took in, until the notices are written; below the built folder. */
export const partsName = 'third-party.json';

/** What readers get without an import: the start of islands, the search program, and the font of headlines. */
const alsoSent = ['astro', 'pagefind', '@fontsource/source-serif-4'];

/**
 * Writes whose code readers get, and under which licence, into the built folder. Licences ask for it. Comes after
 * everything that bundles scripts.
 */
export const thirdParty = (): AstroIntegration => ({
  name: 'third-party',
  hooks: {
    'astro:build:setup': ({ updateConfig }) => {
      updateConfig({ environments: { client: { build: { license: { fileName: partsName } } } } });
    },
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const parts = [...(await readParts(folder)), ...(await Promise.all(alsoSent.map(readPackage)))];
      await writeFile(join(folder, noticesName), tellParts(parts));
      await rm(join(folder, partsName));
      logger.info(`${noticesName} names ${new Set(parts.map(({ name }) => name)).size} packages.`);
    },
  },
});

/**
 * Keeps what a script was made of beside what the pages' scripts were made of, for the notices.
 * @param folder the built folder
 */
export async function addParts(folder: string, parts: readonly Part[]): Promise<void> {
  await writeFile(join(folder, partsName), JSON.stringify([...(await readParts(folder)), ...parts]));
}

const readParts = async (folder: string): Promise<readonly Part[]> =>
  JSON.parse(await readFile(join(folder, partsName), 'utf8')) as readonly Part[];

/** What a package says of its licence. */
async function readPackage(name: string): Promise<Part> {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const found = (await readdir(folder, { withFileTypes: true })).find(({ name }) => /^licen[cs]e/i.test(name));
  const files = found?.isDirectory() ? await readdir(join(folder, found.name)) : [''];
  const texts =
    found && (await Promise.all(files.sort().map((file) => readFile(join(folder, found.name, file), 'utf8'))));
  return {
    name,
    version,
    ...(license && { identifier: license }),
    ...(texts && { text: texts.map((text) => text.trim()).join('\n\n') }),
  };
}

/**
 * Writes the notices.
 * @param parts the packages, in any order, some perhaps twice
 * @returns plain text, each package once, in the order of their names
 */
export function tellParts(parts: readonly Part[]): string {
  const each = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
  const sorted = [...each].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'Good Terms is sent to your browser with parts of these packages, under their own licences.\n',
    ...sorted.map(
      ([title, { identifier, text }]) =>
        `${'-'.repeat(72)}\n${title}${identifier ? ` (${identifier})` : ''}\n${text ? `\n${text.replace(/\r\n?/g, '\n')}\n` : ''}`,
    ),
  ].join('\n');
}
