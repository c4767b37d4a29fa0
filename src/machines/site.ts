import type { APIContext } from 'astro';
import { builtContent } from '../content/built-content.ts';
import { aboutAttachment, isAttachment, placeOf } from '../content/layer-files.ts';
import { siteContent } from '../content/site-content.ts';
import { attachments } from '../i18n/en.ts';
import { href } from '../site/href.ts';
import type { Site } from './prose.ts';

/**
 * What the pages for machines are written from.
 * @param origin the address of the server, if it is known: links then name it, so that a text taken out of the site keeps
 *   them whole
 */
export function machineSite(origin: APIContext['site']): Promise<Site> {
  const name = origin?.href ?? '';
  const site = sites.get(name) ?? readSite(origin);
  sites.set(name, site);
  return site;
}
// This module is evaluated anew when the content has changed.
const sites = new Map<string, Promise<Site>>();

async function readSite(origin: APIContext['site']): Promise<Site> {
  const root = process.cwd();
  const { files } = builtContent(root);
  const address = (path: string) => (origin ? new URL(href(path), origin).href : href(path));
  const about = (path: string) => {
    const place = isAttachment(path) ? placeOf(root, path) : undefined;
    return place === undefined ? undefined : aboutAttachment(place, attachments);
  };
  return { content: await siteContent(), files, address, about };
}

/** Whether the site has pages for machines: `forMachines` in organisation.yaml. */
export const isForMachines = async (): Promise<boolean> => (await siteContent()).organisation.forMachines;
