import { machines, site as siteWords } from '../i18n/en.ts';
import { contentFile, contentSchemaFile, markdownFile } from '../routes.ts';
import { heading, link, list, paragraph, sentence } from './blocks.ts';
import { machinePages, type MachinePage } from './pages.ts';
import type { Site } from './prose.ts';
import { writeMarkdown } from './to-markdown.ts';

/**
 * The index for assistants, in the form of `llmstxt.org`: what this is, how to use it, and every page as Markdown.
 * @returns Markdown
 */
export function writeLlms(site: Site): string {
  const { playbook, organisation, topics } = site.content;
  const pages = machinePages(site);
  const part = (title: string, of: (page: MachinePage) => boolean) => {
    const here = pages.filter(of);
    if (here.length === 0) return [];
    const entry = ({ title, summary, address }: MachinePage) => [
      link(title, site.address(markdownFile(address))),
      `: ${summary}`,
    ];
    return [heading(2, title), list(here.map(entry))];
  };
  return writeMarkdown([
    heading(1, organisation.company ? siteWords.nameAt(playbook.name, organisation.company) : playbook.name),
    { type: 'blockquote', children: [paragraph(playbook.summary)] },
    paragraph(machines.howToUse(organisation.emergency)),
    paragraph(...sentence(machines.wholeContent, [contentFile, contentSchemaFile].map(site.address))),
    ...topics.flatMap((topic) =>
      part(machines.guidesOf(topic.title), (page) => page.kind === 'guide' && page.topic === topic.id),
    ),
    ...part(siteWords.scripts, ({ kind }) => kind === 'script'),
    ...part(machines.decisions, ({ kind }) => kind === 'decision'),
    ...part(machines.results, ({ kind }) => kind === 'outcome'),
    // What `llmstxt.org` calls "Optional" may be left out by whoever has little room.
    ...part(machines.optional, ({ kind }) => kind === 'source' || kind === 'page'),
  ]);
}
