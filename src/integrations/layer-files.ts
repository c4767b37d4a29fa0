import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import sirv from 'sirv';
import { builtContent } from '../content/built-content.ts';
import { isPicture, placeOf } from '../content/layer-files.ts';
import { makePicture, shownSize } from '../content/make-picture.ts';
import { shownFiles } from '../content/shown-files.ts';
import { pictureFile } from '../routes.ts';

/**
 * Puts the pictures and the attachments of the content into the built site: those that its pages show or offer, and nothing
 * that belongs to a draft. Of a picture it makes what pages load. The development server has all of them, made when they are
 * asked for. Comes before everything that reads the built folder.
 */
export const layerFiles = (): AstroIntegration => {
  const root = process.cwd();
  let image: AstroConfig['image'];
  const make = async (place: string, isFine: boolean): Promise<Uint8Array> =>
    makePicture(await readFile(place), relative(root, place), isFine, image);
  return {
    name: 'layer-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        image = config.image;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          // The server has taken the base path off.
          const address = (request.url ?? '').replace(/\?.*/, '');
          const [, picture = '', fine] = /^(.+?)(\.2x)?\.webp$/.exec(address) ?? [];
          const made = isPicture(picture) ? placeOf(root, picture) : undefined;
          const place = placeOf(root, address);
          if (made !== undefined)
            make(made, fine !== undefined).then((bytes) => {
              response.setHeader('content-type', 'image/webp');
              response.end(bytes);
            }, next);
          else if (place !== undefined) {
            request.url = `/${basename(place)}`;
            sirv(dirname(place), { dev: true })(request, response, next);
          } else next();
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const addresses = new Set(shownFiles(builtContent(root)).map(({ address }) => address));
        for (const address of addresses) {
          const place = placeOf(root, address);
          if (place === undefined) continue;
          await mkdir(join(folder, dirname(address)), { recursive: true });
          if (pictureFile(address) === address || !isPicture(address)) {
            await copyFile(place, join(folder, address));
            continue;
          }
          const { isFine } = await shownSize(await readFile(place), relative(root, place));
          for (const fine of isFine ? [false, true] : [false])
            await writeFile(join(folder, pictureFile(address, fine)), await make(place, fine));
        }
        if (addresses.size > 0) logger.info(`${addresses.size} pictures and attachments.`);
      },
    },
  };
};
