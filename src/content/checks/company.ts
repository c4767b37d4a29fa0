import { distance } from 'fastest-levenshtein';
import type { Reading } from '../read-content.ts';
import type { FileFault } from '../read-file.ts';
import { lists } from '../lists.ts';

/** Files of a company's folder that are there for other reasons than to be read as content. */
const besides = /^(README\.md|words\.txt|overrides\.yaml)$|(^|\/)\./;

/**
 * What a company's layer brings fits on the playbook's: everything in it is read, stands in for something or is its own,
 * and what is its own has ids that never meet those of a later playbook.
 */
export function companyLayer(reading: Reading): FileFault[] {
  const company = reading.layers.find(({ name }) => name === 'company');
  if (!company) return [];
  const { folder, isMissing } = company;
  const content = reading.companyFiles.filter((file) => !besides.test(file));
  if (content.length === 0)
    return [
      {
        file: folder,
        path: [],
        what: isMissing
          ? `The company's folder ${folder} does not exist.`
          : `The company's folder ${folder} has no content in it, so it changes nothing.`,
        mend: `Put your organisation.yaml into it, or ${process.env['COMPANY'] ? 'take COMPANY out of the environment' : 'delete the folder'}.`,
      },
    ];
  return [...unread(reading, folder, content), ...withoutPrefix(reading, folder, content)];
}

const isKnownPlace = (file: string): boolean =>
  /^guides\/[^/]+\/[^/]+\.mdx$|^facts\/[^/]+\/[^/]+\.yaml$|^(scripts|trees|cases)\/[^/]+\.yaml$|^sources\/[^/]+\.md$|^pages\/[^/]+\.mdx$|^(pictures|files)\//.test(file) ||
  (lists as readonly string[]).includes(file);

/** Files that nothing reads, because of their folder, their name or their ending. */
function unread({ files }: Reading, folder: string, content: readonly string[]): FileFault[] {
  const places = [...[...files.keys()].map((file) => file.replace(/^content\//, '')), ...lists];
  return content
    .filter((file) => !isKnownPlace(file))
    .map((file) => {
      const meant = closest(file, [...new Set(places)].filter(isKnownPlace));
      return {
        file: `${folder}/${file}`,
        path: [],
        what: 'Nothing reads this file.',
        mend: meant
          ? `Did you mean ${folder}/${meant}? Otherwise delete it.`
          : `Name it as the playbook does: guides/<topic>/<name>.mdx, facts/<country>/<name>.yaml, scripts/<name>.yaml, trees/<name>.yaml, cases/<tree>.yaml, sources/<name>.md, pages/<name>.mdx, pictures/<name>.png, files/<name>.pdf, or one of ${lists.join(', ')}. Otherwise delete it.`,
      };
    });
}

/** A slip of the fingers changes so many letters. */
const slip = 3;

/** The path that was probably meant: all but a letter or two, or the ending, is the same. */
function closest(file: string, places: readonly string[]): string | undefined {
  const bare = (path: string) => path.replace(/\.\w+$/, '').toLowerCase();
  const [best] = places
    .map((place) => ({ place, far: distance(bare(file), bare(place)) }))
    .toSorted((one, other) => one.far - other.far);
  return best && best.far <= slip ? best.place : undefined;
}

/** Pictures and attachments have no lines. */
const lineIn = (file: string): { readonly line?: number } => (/^(pictures|files)\//.test(file) ? {} : { line: 1 });

/** Ids of the company's own that do not begin with its prefix. */
function withoutPrefix(reading: Reading, folder: string, content: readonly string[]): FileFault[] {
  if (reading.unsoundLists.has('organisation.yaml')) return [];
  const { prefix } = reading.content.organisation;
  const playbook = new Set(reading.playbookFiles);
  // A fact goes by the same id in every country.
  const facts = new Set(reading.playbookFiles.filter((file) => file.startsWith('facts/')).map((file) => file.replace(/^.*\//, '')));
  const isAnswered = (file: string) => file.startsWith('facts/') && facts.has(file.replace(/^.*\//, ''));
  const own = [
    ...content
      .filter((file) => isKnownPlace(file) && file.includes('/') && !file.startsWith('cases/') && !playbook.has(file) && !isAnswered(file))
      .map((file) => ({ id: file.replace(/^.*\//, '').replace(/\.\w+$/, ''), file: `${folder}/${file}`, ...lineIn(file), inner: file })),
    ...reading.additions.map(({ id, place }) => ({ id, file: place.file, line: place.line, inner: undefined })),
  ];
  if (own.length === 0) return prefix === undefined ? [] : meets(reading, prefix, folder);
  if (prefix === undefined) {
    const [first] = own;
    return [
      {
        file: first?.file ?? folder,
        ...(first?.line === undefined ? {} : { line: first.line }),
        path: [],
        what: `${first?.id ?? ''} is not the playbook's, and your company has no prefix for ids of its own.`,
        mend: `Write a line such as prefix: acme in ${folder}/organisation.yaml, and begin your own ids with it. If it was to stand in for a file of the playbook, give it that file's name.`,
      },
    ];
  }
  const isOwn = (id: string) => id.startsWith(`${prefix}-`);
  return [
    ...meets(reading, prefix, folder),
    ...own
      // In a topic of the company's own every guide is its own.
      .filter(({ id, inner }) => !isOwn(id) && !(inner?.startsWith('guides/') && isOwn(inner.split('/')[1] ?? '')))
      .map(({ id, file, line, inner }) => {
        const isLeft = inner !== undefined && reading.madeFrom.has(inner);
        const meant =
          inner === undefined || isLeft ? undefined : closest(inner, [...playbook].filter(isKnownPlace));
        return {
          file,
          ...(line === undefined ? {} : { line }),
          path: [],
          what:
            isLeft
              ? `It stands in for a file that the playbook no longer has, content/${inner}.`
              : `${id} is not the playbook's, and does not begin with ${prefix}-.`,
          mend: meant
            ? `Did you mean ${meant}, to stand in for the playbook's? Otherwise call it ${prefix}-${id}.`
            : `Call it ${prefix}-${id}${isLeft ? ', or delete it' : ''}.`,
        };
      }),
  ];
}

/** A file of the playbook whose id begins with a company's prefix; there may be none. */
export const meeting = (prefix: string, playbookFiles: readonly string[]): string | undefined =>
  playbookFiles.find((file) => file.split('/').some((part) => part.startsWith(`${prefix}-`)));

/** The prefix begins none of the playbook's ids. */
function meets({ playbookFiles, files }: Reading, prefix: string, folder: string): FileFault[] {
  const taken = meeting(prefix, playbookFiles);
  const read = files.get('content/organisation.yaml');
  return taken === undefined
    ? []
    : [
        {
          file: `${folder}/organisation.yaml`,
          line: read?.lineOf(['prefix']) ?? 1,
          path: ['prefix'],
          what: `The playbook has ids that begin with ${prefix}- too, such as ${taken}.`,
          mend: 'Choose another prefix, such as the short name of your company.',
        },
      ];
}
