import { picturesAddress } from '../../routes.ts';
import { didYouMean } from '../explain.ts';
import { rungs } from '../../tree/engine/rungs.ts';
import { allowedTags, type Picture } from '../prose/allowed.ts';
import type { MdastNode } from 'satteri';
import { attributeOf, lineOf, markupOf, tagsOf, wordsIn, type Tag } from '../mdx.ts';
import type { FileFault, ReadFile } from '../read-file.ts';
import { faultOn, known, fileOf, leadsNowhere, type Check, type Checked, type Known } from './check.ts';
import { namesLeftOut } from './references.ts';

/** Texts are data: only the components and elements there are, with their attributes as plain words; no code. */
export const tags: Check = (checked) => {
  const ids = known(checked);
  return [...checked.files.values()].flatMap((read) => {
    if (read.body === '') return [];
    const markup = markupOf(read);
    if (markup.fault) return [faultOn(read, markup.fault.line, markup.fault.what, markup.fault.mend)];
    const inParagraph = new Set(
      markup.nodes.flatMap((node) => (node.type === 'paragraph' || node.type === 'heading' ? node.children : [])),
    );
    return [
      ...markup.nodes.flatMap((node): FileFault[] => {
        const tell = (what: string, mend: string): FileFault[] => [faultOn(read, lineOf(node), what, mend)];
        switch (node.type) {
          case 'html':
            return tell(
              `Tags are not read in this file: ${shorten(node.value)}`,
              read.file.endsWith('.md') ? 'Say it in words and Markdown.' : 'Write a component or Markdown.',
            );
          case 'mdxjsEsm':
            return tell('A line that begins with import or export is code.', 'Take it out; components need no import. In a sentence, put another word first.');
          case 'mdxFlowExpression':
          case 'mdxTextExpression':
            return isNote(node.value)
              ? []
              : tell(`Curly brackets make code of what they hold: {${shorten(node.value)}}`, 'Write \\{ for a bracket, or say it in words. A marker of a script is written ((client name)).');
          case 'heading':
            return node.depth === 1
              ? tell('A heading with one # is that of the whole page, which is its title.', 'Write ## for a part of the page.')
              : [];
          case 'table':
            return node.align?.some((side) => side !== null)
              ? tell('The columns of this table are aligned with a colon, which the site cannot show.', 'Write --- without colons below the heads.')
              : [];
          default:
            return [];
        }
      }),
      ...tagsOf(markup).flatMap((tag) => tagFaults({ checked, ids, read, tag }, inParagraph.has(tag as never))),
    ];
  });
};

/** A tag, and what it is judged by. */
interface Judged {
  readonly checked: Checked;
  readonly ids: Known;
  readonly read: ReadFile;
  readonly tag: Tag;
}

/** A note that nobody sees is the one thing that may stand between curly brackets. */
const isNote = (code: string): boolean => /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(code);

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text).replace(/\s+/g, ' ');

function tagFaults(judged: Judged, inParagraph: boolean): FileFault[] {
  const { read, tag } = judged;
  const tell = (what: string, mend: string): FileFault[] => [faultOn(read, lineOf(tag), what, mend)];
  const name = tag.name ?? '';
  const allowed = Object.hasOwn(allowedTags, name) ? allowedTags[name] : undefined;
  if (!allowed) {
    if (name === 'a') return tell('A link is not written as <a> here.', 'Write [words](/address/).');
    if (name === 'img') return tell('A picture is not written as <img> here.', `Write ![what it shows](${picturesAddress}name.png).`);
    const meant = didYouMean(name, Object.keys(allowedTags));
    return tell(
      `<${name}> may not be used.`,
      `${meant.replace(/mean (\w+)/, 'mean <$1>')} Everything else is written in Markdown.`,
    );
  }
  const faults: FileFault[] = [];
  const given = tag.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : []));
  const twice = given.find((one, index) => given.indexOf(one) !== index);
  if (twice !== undefined) return tell(`<${name}> has its ${twice} twice.`, 'Remove one of them.');
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      faults.push(...tell(`<${name}> holds code in curly brackets.`, 'Write attributes as words in quotes, such as id="late-payment".'));
      continue;
    }
    const may = [...(allowed.needs ?? []), ...(allowed.may ?? [])];
    if (!may.includes(attribute.name))
      faults.push(
        ...tell(
          `<${name}> takes no ${attribute.name}.`,
          may.length > 0 ? `It takes ${may.join(' and ')}.` : `Write <${name}${allowed.holdsText ? '' : ' /'}>.`,
        ),
      );
    else if (typeof attribute.value !== 'string' || attribute.value.trim() === '')
      faults.push(
        ...tell(
          `The ${attribute.name} of <${name}> is ${typeof attribute.value === 'object' && attribute.value ? 'code in curly brackets' : 'empty'}.`,
          `Write it in quotes, such as ${attribute.name}="${attribute.name === 'role' ? 'manager' : name === 'Ladder' ? 'end-it' : name === 'Fact' ? 'limitation' : 'late-payment'}".`,
        ),
      );
  }
  for (const needed of allowed.needs ?? [])
    if (!given.includes(needed))
      faults.push(...tell(`<${name}> has no ${needed}.`, `Write <${name} ${needed}="…" />.`));
  const hasText = wordsIn(tag).trim() !== '' || tag.children.length > 0;
  if (hasText && !allowed.holdsText)
    faults.push(...tell(`<${name}> takes no text between its tags.`, `Write <${name} /> and the text below it.`));
  if (!hasText && allowed.holdsText)
    faults.push(...tell(`<${name}> has no text in it.`, `Put the text between <${name}> and </${name}>, or remove both.`));
  if (inParagraph && allowed.place === 'own line')
    faults.push(
      ...tell(`<${name}> stands in the middle of a paragraph.`, 'Put it on a line of its own, with an empty line above and below.'),
    );
  if (faults.length > 0) return faults;
  const badlyDrawn = allowed.picture && pictureFault(tag, allowed.picture);
  return badlyDrawn ? tell(badlyDrawn.what, badlyDrawn.mend) : named(judged, tell);
}

/** A picture draws one list or one table of the size it has room for. */
function pictureFault(tag: Tag, picture: Picture): { what: string; mend: string } | undefined {
  const name = tag.name ?? '';
  const many = picture.from === picture.to ? String(picture.from) : `${picture.from} to ${picture.to}`;
  const nodes = tag.children as readonly MdastNode[];
  const [node] = nodes;
  if ('columns' in picture) {
    const mend = `Write a table of ${picture.columns} columns and ${many} rows below its heads.`;
    if (nodes.length !== 1 || node?.type !== 'table') return { what: `<${name}> holds something other than one table.`, mend };
    const [heads, ...rows] = node.children;
    const columns = heads?.children.length ?? 0;
    return columns === picture.columns && rows.length >= picture.from && rows.length <= picture.to
      ? undefined
      : { what: `The table in <${name}> has ${columns} columns and ${rows.length} rows.`, mend };
  }
  const mend = `Write a ${picture.list} list of ${many} entries, each beginning with **bold words**.`;
  if (nodes.length !== 1 || node?.type !== 'list' || (node.ordered === true) !== (picture.list === 'numbered'))
    return { what: `<${name}> holds something other than one ${picture.list} list.`, mend };
  const count = node.children.length;
  if (count < picture.from || count > picture.to) return { what: `The list in <${name}> has ${count} entries.`, mend };
  const plain = node.children.findIndex((entry) => {
    const [paragraph] = entry.children;
    return paragraph?.type !== 'paragraph' || paragraph.children[0]?.type !== 'strong';
  });
  return plain === -1 ? undefined : { what: `Entry ${plain + 1} of the list in <${name}> does not begin with bold words.`, mend };
}

/** What a component names is there, and is published if the page is. */
function named(
  { checked, ids, read, tag }: Judged,
  tell: (what: string, mend: string) => FileFault[],
): FileFault[] {
  const look = (property: string, kind: string, there: readonly string[]): FileFault[] => {
    const value = attributeOf(tag, property) ?? '';
    return there.includes(value)
      ? []
      : tell(
          `<${tag.name}> names the ${kind} ${value}, which does not exist.`,
          `Correct it, or add the ${kind}. ${didYouMean(value, there)}`,
        );
  };
  if (tag.name === 'Who') {
    const roles = Object.keys(checked.content.organisation.people);
    return checked.unsoundLists.has('organisation.yaml') ? [] : look('role', 'role', roles);
  }
  if (tag.name === 'Ladder') return attributeOf(tag, 'at') === undefined ? [] : look('at', 'rung', rungs);
  if (tag.name === 'Fact') return look('id', 'fact', [...ids.fact]);
  if (tag.name !== 'Script' && tag.name !== 'Tree') return [];
  const kind = tag.name === 'Script' ? 'script' : 'tree';
  const missing = look('id', kind, [...ids[kind]]);
  const id = attributeOf(tag, 'id') ?? '';
  if (missing.length > 0) return missing;
  if (leadsNowhere(checked, fileOf[kind](id), read.file)) {
    const { what, mend } = namesLeftOut(checked, kind, id, fileOf[kind](id));
    return tell(what, mend);
  }
  const script = tag.name === 'Script' ? checked.content.scripts.find((one) => one.id === id) : undefined;
  return script && attributeOf(tag, 'variant') !== undefined
    ? look(
        'variant',
        'variant',
        script.variants.map((variant) => variant.id),
      )
    : [];
}
