import { factHere, byId, type Content, type Script } from '../content/content.ts';
import { isPicture } from '../content/layer-files.ts';
import { attributeOf, markupOf, type Tag } from '../content/mdx.ts';
import { personInWords } from '../content/person.ts';
import type { ReadFile } from '../content/read-file.ts';
import type { VariantData } from '../content/schemas/script.ts';
import { variantNames } from '../content/variant-names.ts';
import { facts as factWords, prose as words, machines, script as scriptWords } from '../i18n/en.ts';
import { verbatim } from '../i18n/marks.ts';
import { guideAddress, pictureFile, scriptAddress, treeAddress } from '../routes.ts';
import { fieldDefinitions } from '../script/engine/check.ts';
import type { Piece } from '../script/engine/fill.ts';
import { fillVariant, parseVariant } from '../script/engine/message.ts';
import { dayInWords } from '../upkeep/engine/day.ts';
import { link, list, paragraph, sentence, strong, verbatimText } from './blocks.ts';
import type { Block, Inline } from './to-markdown.ts';

/** What the pages are written from. */
export interface Site {
  readonly content: Content;
  /** Every content file, by its name in the playbook. */
  readonly files: ReadonlyMap<string, ReadFile>;
  /** Makes the address that a reader comes by of one that counts from the site's root. */
  readonly address: (path: string) => string;
  /** Says what an attachment is and how large, by its address; undefined for anything else. */
  readonly about: (path: string) => string | undefined;
}

/** Any part of a text as the engine of the site reads it. */
type Part = ReturnType<typeof markupOf>['nodes'][number];

/**
 * The text of a guide, page or source in plain Markdown: components say what they show on the page, notes are gone, links
 * lead from the server's root.
 * @param file its name in the playbook, such as `content/guides/when-they-push/paying-late.mdx`
 * @param page the address of the page, for links within it
 */
export function proseOf(file: string, page: string, site: Site): Block[] {
  const read = site.files.get(file);
  const root = read && markupOf(read).nodes[0];
  return root ? (partsIn(root, page, site) as Block[]) : [];
}

/** What is in a part, each as it is written here. Neighbouring words become one. */
function partsIn(part: Part, page: string, site: Site): (Block | Inline)[] {
  const parts = 'children' in part ? part.children.flatMap((child) => written(child, page, site)) : [];
  return parts.reduce<(Block | Inline)[]>((done, next) => {
    const last = done.at(-1);
    if (last?.type !== 'text' || next.type !== 'text') return [...done, next];
    return [...done.slice(0, -1), { type: 'text', value: last.value + next.value }];
  }, []);
}

function written(part: Part, page: string, site: Site): (Block | Inline)[] {
  switch (part.type) {
    // Notes that nobody sees.
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(part, partsIn(part, page, site), site);
    default: {
      const { position: _, data: _data, ...rest } = part;
      const url = 'url' in part ? { url: targetOf(part.url, page, site) } : {};
      const children = 'children' in part ? { children: partsIn(part, page, site) } : {};
      const about = part.type === 'link' ? site.about(part.url) : undefined;
      // The engine's parts are those of Markdown; only what they hold was changed.
      return [
        { ...rest, ...url, ...children } as Block | Inline,
        ...(about === undefined ? [] : [{ type: 'text' as const, value: ` ${about}` }]),
      ];
    }
  }
}

const targetOf = (url: string, page: string, { address }: Site): string =>
  url.startsWith('#')
    ? address(page) + url
    : url.startsWith('/')
      ? address(isPicture(url) ? pictureFile(url) : url)
      : url;

/** What a component or an element of HTML says. `allowed.ts` has the list of them. */
function component(tag: Tag, inside: (Block | Inline)[], site: Site): (Block | Inline)[] {
  const { organisation, scripts, trees } = site.content;
  const id = attributeOf(tag, 'id') ?? '';
  const inSentence = (text: string): (Block | Inline)[] =>
    tag.type === 'mdxJsxFlowElement' ? [paragraph(text)] : [{ type: 'text', value: text }];
  switch (tag.name) {
    case 'Who': {
      const person = organisation.people[attributeOf(tag, 'role') ?? ''];
      return inSentence(person ? personInWords(person) : '');
    }
    case 'Emergency':
      return inSentence(organisation.emergency);
    case 'Fact':
      return factBlocks(id, site);
    case 'Danger':
      return dangerBlocks(site);
    case 'Script': {
      const script = byId(scripts, id);
      const variant = attributeOf(tag, 'variant');
      const shown = script.variants.find((one) => one.id === variant) ?? script.variants[0];
      return [
        paragraph(strong(machines.script), ' ', link(script.title, site.address(scriptAddress(id)))),
        ...(shown ? variantBlocks(script, shown, site) : []),
      ];
    }
    case 'Tree': {
      const tree = byId(trees, id);
      const entry = link(tree.title, site.address(treeAddress(id)));
      return [paragraph(strong(machines.questions), ' ', entry, ' ', tree.summary)];
    }
    case 'Why':
      return [paragraph(strong(words.why)), ...inside];
    case 'Example':
      return [paragraph(strong(words.example)), ...inside];
    case 'br':
      return [{ type: 'break' }];
    case 'abbr': {
      const title = attributeOf(tag, 'title');
      return title === undefined ? inside : [...inside, { type: 'text', value: ` (${title})` }];
    }
    default:
      return inside;
  }
}

/** Where somebody in danger is told what to do. */
function dangerBlocks({ content: { organisation, playbook }, address }: Site): Block[] {
  const tell = playbook.danger.tell.flatMap((role) => organisation.people[role] ?? []).map(personInWords);
  return [
    paragraph(strong(words.inDanger)),
    paragraph(
      ...sentence(words.whatToDo(verbatim(organisation.emergency), tell.map(verbatim)), [
        address(guideAddress(playbook.danger.guide)),
      ]),
    ),
  ];
}

/**
 * A fact as the organisation's country has it, with its authority and the day it was checked; or whom to ask.
 * @throws {Error} when there is none of this id
 */
export function factBlocks(id: string, { content }: Pick<Site, 'content'>): Block[] {
  const { organisation } = content;
  const { here, elsewhere } = factHere(content, id);
  const fact = here ?? elsewhere;
  if (!fact) throw new Error(`There is no fact "${id}".`);
  const country = factWords.country(organisation.country);
  const person = organisation.people[fact.confirm];
  const whom = person ? personInWords(person) : factWords.someoneWhoKnows;
  const title = paragraph(strong(fact.title));
  if (!here)
    return [
      title,
      paragraph(
        fact.numbers
          ? factWords.numbersNotChecked(country, organisation.emergency)
          : factWords.notChecked(country, whom),
      ),
    ];
  const entries = [
    ...(here.numbers ?? []).map(({ name, number, says }) => [
      strong(`${name}: ${number}`),
      ...(says === undefined ? [] : [` ${says}`]),
    ]),
    ...(here.points ?? []).map((point) => [point]),
    ...(here.nations ?? []).map(({ nation, says }) => [strong(`${nation}:`), ` ${says}`]),
  ];
  return [
    title,
    paragraph(here.says),
    ...(entries.length > 0 ? [list(entries)] : []),
    paragraph(
      ...sentence(
        factWords.from(
          verbatim(country),
          here.authorities.map(({ name }) => verbatim(name)),
        ),
        here.authorities.map(({ address }) => address),
      ),
      ' ',
      ...sentence(factWords.checkedOn(dayInWords(here.checked, organisation.locale))),
      ...(here.numbers ? [] : [` ${factWords.beforeYouAct(whom)}`]),
    ),
  ];
}

/** One wording of a script as its page shows it before anything is typed: what is missing stands in square brackets. */
export function variantBlocks(script: Script, variant: VariantData, { content }: Pick<Site, 'content'>): Block[] {
  const { locale, currency } = content.organisation;
  const fields = fieldDefinitions(script, content.fields);
  const message = fillVariant(parseVariant(variant), fields, {}, { locale, currency });
  const name = variantNames(script.variants)[script.variants.indexOf(variant)] ?? variant.id;
  const subject = message.subject ? `${scriptWords.subject} ${withGaps(message.subject)}\n\n` : '';
  return [
    paragraph(strong(name)),
    verbatimText(subject + withGaps(message.text)),
    ...(variant.note === undefined ? [] : [paragraph(scriptWords.forYouOnly, ' ', variant.note)]),
    ...message.ifTheySay.flatMap(({ they, you }) => [
      paragraph(strong(scriptWords.ifTheySay), ' ', withGaps(they)),
      verbatimText(withGaps(you)),
    ]),
  ];
}

/** How a detail that is missing is written. */
export const gapOf = (name: string): string => `[${name}]`;

const withGaps = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'gap' ? gapOf(piece.name) : piece.text)).join('');
