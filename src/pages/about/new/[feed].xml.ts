import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { news, site as siteWords } from '../../../i18n/en.ts';
import { newAddress } from '../../../routes.ts';
import { href } from '../../../site/href.ts';
import { changesOf } from '../../../upkeep/engine/changes.ts';

/** What has changed, as a feed. It names whole addresses, so there is one only where the site's own is known. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: 'feed' } }] : []);

export const GET: APIRoute = async ({ site }) => {
  const content = await siteContent();
  const { playbook, organisation } = content;
  const whole = (address: string) => new URL(href(address), site).href;
  return rss({
    title: siteWords.titleOn(
      news.title,
      organisation.company ? siteWords.nameAt(playbook.name, organisation.company) : playbook.name,
    ),
    description: news.summary,
    site: whole(newAddress),
    items: changesOf(content).map(({ on, what, why, title, address, key }) => ({
      title: `${title}: ${what}`,
      link: whole(address),
      pubDate: new Date(`${on}T00:00:00Z`),
      ...(why === undefined ? {} : { description: why }),
      // A page may change more than once; its address alone would be the same entry to a reader of feeds.
      customData: `<guid isPermaLink="false">${key}</guid>`,
    })),
  });
};
