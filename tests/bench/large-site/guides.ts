import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContent } from '../../../src/content/read-content.ts';
import type { Content } from '../../../src/content/content.ts';
import { seeded, type Text } from './texts.ts';
import { inTurn } from '../../support/must.ts';

/**
 * Any Markdown as text that MDX takes: nothing in it is code, a component, a link, a picture or a heading of the first
 * level. Code shows its entities as they are written, which changes a few bytes and nothing else.
 */
export const forMdx = (markdown: string): string =>
  markdown
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll('![', '[')
    .replaceAll('[^', '[ ^')
    .replaceAll('](', '] (')
    .replaceAll('][', '] [')
    .replace(/^(\[[^\]\n]+\]):/gm, '$1 :')
    .replace(/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm, (line) => line.replaceAll(':', '-'))
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replace(/^i(?=mport\b)/gm, '&#105;')
    .replace(/^e(?=xport\b)/gm, '&#101;')
    .replace(/^# /gm, '## ');

/** A text on one line, cut at a blank to at most so many characters. */
const cut = (text: string, most: number): string => {
  const line = text
    .replace(/[^\p{L}\p{N}.,;:'?!() -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most ? line : line.slice(0, most).replace(/ \S*$/, '');
};

/** One guide among many: front matter made up to fit src/content/schemas/guide.ts, every third with a script in its text. */
function guideFile(text: Text, place: number, refs: readonly string[], { scripts, sources }: Content): string {
  const round = <T>(list: readonly T[]): T => inTurn(list, place);
  const points = sources.flatMap((source) => source.points.map((point) => `${source.id}/${point.id}`));
  const words = text.markdown.match(/\p{L}{4,}/gu) ?? ['text'];
  const random = seeded(place);
  const any = (): string => inTurn(words, Math.floor(random() * words.length)).toLowerCase();
  const front = {
    // The number keeps titles apart when a text is used again.
    title: `${cut(text.title, 60)} ${place + 1}`,
    // As long as those of the guides are.
    summary: cut(text.markdown, 111) || 'A text.',
    order: 1000 + place,
    covers: [round(points)],
    aliases: Array.from({ length: 6 }, () => `${any()} ${any()}`),
    related: { guides: [1, 7, 31].map((far) => inTurn(refs, place + far)), outcomes: [] },
    owner: round(['Head of client services', 'Finance lead', 'Legal lead']),
    reviewed: `2026-${String(1 + (place % 11)).padStart(2, '0')}-15`,
    reviewEvery: 24,
  };
  const embed = place % 3 === 0 ? `\n\n<Script id="${round(scripts).id}" />` : '';
  // JSON is YAML.
  return `---\n${JSON.stringify(front, null, 1)}\n---\n\n${forMdx(text.markdown)}${embed}\n`;
}

/** The running text of all guides of a project, to take words from. */
export const textOfGuides = (project: string): string =>
  readContent(project)
    .content.guides.map(({ ref }) =>
      readFileSync(join(project, 'content/guides', `${ref}.mdx`), 'utf8').replace(/^---[\s\S]*?\n---/, ''),
    )
    .join('\n');

/**
 * Writes made-up guides beside the real ones, topics in turn, until there are so many. They are a company's: how long and
 * how easy a guide has to be is the playbook's own affair.
 * @param project a copy of the project
 * @param pages how many guides there are to be in all
 * @param texts what to fill them with; used again, with another number in the title, when there are too few
 * @returns how many were written
 */
export function writeGuides(project: string, pages: number, texts: readonly Text[]): number {
  const { content } = readContent(project);
  const amount = Math.max(0, pages - content.guides.length);
  const refs = Array.from({ length: amount }, (_, place) => `${inTurn(content.topics, place).id}/made-up-${place + 1}`);
  mkdirSync(join(project, 'company'), { recursive: true });
  writeFileSync(join(project, 'company/organisation.yaml'), 'prefix: made-up\n');
  refs.forEach((ref, place) => {
    const file = join(project, 'company/guides', `${ref}.mdx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, guideFile(inTurn(texts, place), place, refs, content));
  });
  return amount;
}
