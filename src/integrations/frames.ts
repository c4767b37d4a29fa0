import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readFramedBy } from '../content/framed-by.ts';
import { routes, type Route } from '../routes.ts';
import { frameAncestors } from './policy.ts';

/** The configurations of deploy/ that send the policy, and what they are called in the built site. */
export const withPolicy = {
  'nginx.conf': 'nginx/snippets/good-terms.conf',
  'apache.conf': 'apache/good-terms-rules.conf',
  'iis.config': 'iis/web.config',
  'cloudfront.json': 's3-cloudfront/response-headers-policy.json',
} as const;

/** The folder of the built site with those configurations, where other sites may show pages in a frame. */
const folder = 'headers';

/**
 * Makes the pages for frames, and the configurations of servers that let other sites show them. Where the setting
 * `framedBy` names nobody, it does nothing at all.
 */
export const frames = (): AstroIntegration => {
  const framedBy = readFramedBy(process.cwd());
  return {
    name: 'frames',
    hooks: {
      'astro:config:setup': ({ injectRoute, config }) => {
        if (framedBy.length === 0) return;
        for (const { pattern, ifFramed } of routes as readonly Route[]) {
          if (!ifFramed) continue;
          const entrypoint = new URL(`./src/embed/pages${pattern.slice(0, -1)}.astro`, config.root);
          injectRoute({ pattern, entrypoint: fileURLToPath(entrypoint), prerender: true });
        }
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (framedBy.length === 0) return;
        const path = join(fileURLToPath(dir), folder);
        await mkdir(path, { recursive: true });
        for (const [name, file] of Object.entries(withPolicy)) {
          const shipped = await readFile(new URL(`deploy/${file}`, pathToFileURL(`${process.cwd()}/`)), 'utf8');
          await writeFile(join(path, name), letFrame(shipped, framedBy));
        }
        logger.info(`${framedBy.length} other sites may show pages: ${folder}/ has what servers send.`);
      },
    },
  };
};

/**
 * A server's configuration that lets other sites show pages in a frame.
 * @param shipped a configuration of deploy/, which lets none
 * @param framedBy the sites
 * @throws when it sends no policy that says who may
 */
export function letFrame(shipped: string, framedBy: readonly string[]): string {
  const none = frameAncestors([]);
  if (!shipped.includes(none)) throw new Error(`The configuration does not say ${none}:\n${shipped}`);
  return shipped.replaceAll(none, frameAncestors(framedBy));
}
