import type { APIContext } from 'astro';
import { builtContent } from '../content/built-content.ts';
import { siteContent } from '../content/site-content.ts';
import { href } from '../site/href.ts';
import type { Site } from './prose.ts';

/**
 * What the pages for machines are written from.
 * @param origin the address of the server, if it is known: links then name it, so that a text taken out of the site keeps
 *   them whole
 */
export async function machineSite(origin: APIContext['site']): Promise<Site> {
  const { files } = builtContent(process.cwd());
  const address = (path: string) => (origin ? new URL(href(path), origin).href : href(path));
  return { content: await siteContent(), files, address };
}

/** Whether the site has pages for machines: `forMachines` in organisation.yaml. */
export const isForMachines = async (): Promise<boolean> => (await siteContent()).organisation.forMachines;
