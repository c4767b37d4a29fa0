import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dayInWords } from '../upkeep/engine/day.ts';
import { contentsAddress, homeAddress, iconFile, singleFileAddress, themeFile } from '../routes.ts';
import { buildDay } from '../site/build-day.ts';
import { bundle } from './bundle.ts';
import { addParts } from './third-party.ts';
import { loadStrings } from './language.ts';
import { pack, unpack, type Packed } from '../search/query/packed.ts';
import { writeDocument } from '../single-file/build/document.ts';
import { readPage, takePages, type TakenPage } from '../single-file/build/pages.ts';

/** The file's name in the built folder. */
export const fileName = singleFileAddress.slice(1);

/** The file is to be sent by mail: beyond so many bytes some mail servers refuse it. */
export const mostBytes = 10_000_000;

/**
 * Writes the whole playbook as one file beside the built site, to be taken along where the intranet cannot be reached.
 * It takes the text of the pages from the built site, so that nothing is written twice, and comes after search, since
 * it has search as well.
 */
export const singleFile = (): AstroIntegration => {
  let base = '/';
  let site: string | undefined;
  return {
    name: 'single-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
        site = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        let document = await makeFile(folder, base, site, true);
        // Rather without its pictures than too large.
        if (Buffer.byteLength(document) > mostBytes && document.includes('<img '))
          document = await makeFile(folder, base, site, false);
        writeFileSync(join(folder, fileName), document);
        const bytes = Buffer.byteLength(document);
        const tell = `${fileName}: ${Math.round(bytes / 1000)} KB.`;
        if (bytes > mostBytes)
          logger.warn(`${tell} That is more than ${mostBytes / 1_000_000} MB and may be too much to mail.`);
        else logger.info(tell);
      },
    },
  };
};

async function makeFile(
  folder: string,
  base: string,
  site: string | undefined,
  holdsPictures: boolean,
): Promise<string> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const strings = await loadStrings();
  const pages = takePages(folder, base, site, holdsPictures ? undefined : strings.singleFile.picture);
  // `#search-source`: what the pages of the site fetch for search, the file has in itself.
  const code = await bundle('src/single-file/runtime/main.ts', { conditions: ['single-file'] });
  await addParts(folder, code.parts);
  const taken = new Set([...pages.map(({ address }) => address), contentsAddress]);
  const byAddress = <T>(part: (page: TakenPage) => T | undefined): Readonly<Record<string, T>> =>
    Object.fromEntries(
      pages.flatMap((page) => {
        const value = part(page);
        return value ? [[page.address, value]] : [];
      }),
    );
  return writeDocument({
    pages,
    home: readPage(folder, homeAddress),
    theme: read(themeFile),
    icon: read(iconFile),
    code,
    data: {
      walks: byAddress(({ tree }) => tree),
      forms: byAddress(({ form }) => form),
      search: inFile(JSON.parse(read('search.json')) as Packed, taken),
    },
    made: dayInWords(buildDay(process.env, process.cwd()), strings.language),
    site: site && new URL(base, site).href,
    frame: { base, taken },
    strings,
  });
}

/** What people say of the pages that the file holds. */
function inFile(packed: Packed, taken: ReadonlySet<string>): Packed {
  const data = unpack(packed);
  return pack({ ...data, pages: data.pages.filter(({ kind, url }) => kind === 'gap' || taken.has(url)) });
}
