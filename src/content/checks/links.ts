import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  addressesOf,
  attachmentsAddress,
  casesAddress,
  decideAddress,
  guideAddress,
  mapAddress,
  noticesFile,
  outcomeAddress,
  pageAddresses,
  pointAnchor,
  scriptAddress,
  singleFileAddress,
  sourceAddress,
  treeAddress,
  worksheetAddress,
} from '../../routes.ts';
import { movedPages } from '../../site/moved.ts';
import { didYouMean } from '../explain.ts';
import { isAttachment, isPicture } from '../layer-files.ts';
import { lineOf, markupOf } from '../mdx.ts';
import type { FileFault, ReadFile } from '../read-file.ts';
import { faultOn, fileOf, folderOf, known, leadsNowhere, undecided, type Check, type Checked, type Known } from './check.ts';
import { namesLeftOut } from './references.ts';

/** What is wrong with a link, and the mend. */
type Verdict = Pick<FileFault, 'what' | 'mend'> | undefined;

/** Links in texts lead somewhere: to a page, to a heading of a page, to a file, to another site or to somebody by mail. */
export const links: Check = (checked) => {
  const judge = judgeOf(checked);
  return [...checked.files.values()].flatMap((read) =>
    markupOf(read).nodes.flatMap((node): FileFault[] => {
      const tell = (verdict: Verdict): FileFault[] =>
        verdict ? [faultOn(read, lineOf(node), verdict.what, verdict.mend)] : [];
      if (node.type === 'link')
        return tell(
          node.children.every((child) => child.type === 'text' && child.value.trim() === '')
            ? { what: `The link to ${node.url} has no words.`, mend: 'Write them between the square brackets.' }
            : judge(node.url, read),
        );
      if (node.type === 'definition') return tell(judge(node.url, read));
      return node.type === 'text' ? tell(lostIn(node.value)) : [];
    }),
  );
};

/** What looks like a link or a footnote in plain words: it was meant to be one. */
function lostIn(text: string): Verdict {
  const reference = /\[[^\]]+\]\[([^\]]*)\]/.exec(text);
  if (reference)
    return {
      what: `Nothing says where ${reference[0]} leads.`,
      mend: `Add a line "[${reference[1] ?? ''}]: /address/", or write [words](/address/).`,
    };
  const note = /\[\^[^\]\s]+\]/.exec(text);
  if (note) return { what: `Nothing says what the footnote ${note[0]} is.`, mend: `Add a line "${note[0]}: its words".` };
  const link = /\[[^\]]+\]\([^)]*\)?/.exec(text);
  return link
    ? { what: `${link[0]} is no link: its address has a blank in it, or no end.`, mend: 'Write [words](/address/) without blanks.' }
    : undefined;
}

/** Makes a judge of links: it gets an address and the file that it stands in. */
export function judgeOf(checked: Checked): (link: string, from: ReadFile) => Verdict {
  const { files } = checked;
  const ids = known(checked);
  const pages = pagesOf(checked, ids);
  const moved = movedTo(checked);
  return (link, from) => {
    if (!link.startsWith('/') || link.startsWith('//')) {
      if (link.startsWith('#')) return judgeAnchor(link.slice(1), from, 'This page');
      return isElsewhere(link)
        ? undefined
        : {
            what: `The link "${link}" is no address.`,
            mend: 'Begin with / for a page of this site, such as /scripts/late-payment/, with https:// for another site.',
          };
    }
    const [path = '', anchor] = link.split('#');
    const [address = ''] = path.split('?');
    const now = moved.get(address);
    if (now !== undefined) return { what: `The page ${address} has moved.`, mend: `Write ${now}.` };
    if (!pages.has(address)) return judgeUnknown(address, from, pages, checked, ids);
    const page = files.get(pages.get(address) ?? '');
    if (page && leadsNowhere(checked, page.file, from.file)) return namesLeftOut(checked, 'page', address, page.file);
    return anchor && page && /\.mdx?$/.test(page.file) ? judgeAnchor(anchor, page, address) : undefined;
  };
}

/** Every address that a link may lead to, with the file that its page is written in, if it is one. */
function pagesOf({ content }: Checked, ids: Known): ReadonlyMap<string, string | undefined> {
  const written = [
    ...Object.entries(pageAddresses).map(([page, address]) => [address, fileOf.page(page)] as const),
    ...[...ids.guide].map((ref) => [guideAddress(ref), fileOf.guide(ref)] as const),
    ...[...ids.script].map((id) => [scriptAddress(id), fileOf.script(id)] as const),
    ...[...ids.source].map((id) => [sourceAddress(id), fileOf.source(id)] as const),
    ...[...ids.tree].flatMap((tree) =>
      [treeAddress, worksheetAddress, mapAddress, casesAddress].map((page) => [page(tree), fileOf.tree(tree)] as const),
    ),
    ...[...ids.outcome].map((ref) => [outcomeAddress(ref), fileOf.tree(ref.split('/')[0] ?? '')] as const),
  ];
  const all = addressesOf({
    topics: content.topics.map(({ id }) => id),
    guides: ids.guide,
    scripts: ids.script,
    trees: ids.tree,
    outcomes: ids.outcome,
    sources: ids.source,
  });
  return new Map([...[...all, singleFileAddress, noticesFile].map((address) => [address, undefined] as const), ...written]);
}

/** The addresses that pages had before, with those that they have now. */
const movedTo = ({ content }: Checked): ReadonlyMap<string, string> =>
  new Map(movedPages(content).map(({ from, to }) => [from, to] as const));

function judgeUnknown(
  address: string,
  from: ReadFile,
  pages: ReadonlyMap<string, unknown>,
  checked: Checked,
  ids: Known,
): Verdict {
  if (undecided(checked, ids, address.replace(decideAddress, ''))) return undefined;
  // Whether there is such a topic nobody can say.
  if (checked.unsoundLists.has('topics.yaml') && /^\/guides\/[^/]+\/$/.test(address)) return undefined;
  if (/\.[a-z0-9]+$/i.test(address)) return isPublicFile(checked.root, address) ? undefined : judgeFile(address, from, checked);
  if (pages.has(`${address}/`))
    return { what: `The link ${address} lacks its last slash.`, mend: `Write ${address}/.` };
  return { what: `The link ${address} leads nowhere.`, mend: `Correct the address. ${nearestAddress(address, pages)}` };
}

function judgeFile(address: string, from: ReadFile, checked: Checked): Verdict {
  if (isPicture(address))
    return { what: `${address} is a picture, which a link cannot lead to.`, mend: `Write ![what it shows](${address}).` };
  if (!isAttachment(address))
    return { what: `There is no file public${address}.`, mend: 'Put it there, or correct the address.' };
  const there = addressesIn(checked, attachmentsAddress);
  return there.includes(address)
    ? undefined
    : {
        what: `There is no file ${folderOf(checked, from)}${address}.`,
        mend: `Put it there, or correct the address. ${didYouMean(address, there, 'files')}`,
      };
}

/** The addresses of the files that all layers have in a folder. @param folder its address, such as `/files/` */
export const addressesIn = ({ playbookFiles, companyFiles }: Checked, folder: string): string[] => [
  ...new Set([...playbookFiles, ...companyFiles].map((file) => `/${file}`).filter((file) => file.startsWith(folder))),
];

function nearestAddress(address: string, pages: ReadonlyMap<string, unknown>): string {
  const folder = /^\/[^/]*\//.exec(address)?.[0] ?? '/';
  const meant = didYouMean(
    address,
    [...pages.keys()].filter((page) => page.startsWith(folder)),
    'addresses',
  );
  return meant.startsWith('Did') ? meant : 'It begins and ends in a slash, such as /scripts/late-payment/.';
}

/** Whether a file lies where it is copied to the site as it is. */
export function isPublicFile(root: string, address: string): boolean {
  try {
    return existsSync(join(root, 'public', decodeURIComponent(address)));
  } catch {
    return false;
  }
}

/** Headings that the layout of a guide adds to those of its text. */
const added = new Set(['page_next', 'page_sources']);

function judgeAnchor(anchor: string, page: ReadFile, name: string): Verdict {
  const { anchors, fault } = markupOf(page);
  // As written: a source with faults has told them, and its points may be anything.
  const { points } = (page.data ?? {}) as { readonly points?: unknown };
  const ofPoints = Array.isArray(points)
    ? points.map((point: { readonly id?: unknown } | null) => pointAnchor(String(point?.id)))
    : [];
  const all = [...anchors, ...added, ...ofPoints];
  if (fault || anchor === '' || all.includes(anchor)) return undefined;
  return {
    what: `${name} has no heading #${anchor}.`,
    mend: `A heading's address is its words in lower case with hyphens. ${didYouMean(anchor, [...anchors], 'headings')}`,
  };
}

/** Whether a link leads to another site, or to somebody by mail or telephone. */
const isElsewhere = (link: string): boolean =>
  (/^https?:\/\/[^/]/i.test(link) && URL.canParse(link)) || /^mailto:[^@\s]+@[^@\s]+$/.test(link) || /^tel:\+?[\d-]+$/.test(link);
