import { extname } from 'node:path';
import { attachmentsAddress, picturesAddress } from '../../routes.ts';
import { didYouMean } from '../explain.ts';
import { idOf } from '../id-of.ts';
import { lists } from '../lists.ts';
import type { FileFault } from '../read-file.ts';
import type { Check } from './check.ts';

type Told = Pick<FileFault, 'what' | 'mend'>;

/** The folders of content, with the ending of the files in each. Pictures and attachments are looked at apart. */
const endings: Readonly<Record<string, string>> = {
  guides: '.mdx',
  pages: '.mdx',
  sources: '.md',
  scripts: '.yaml',
  trees: '.yaml',
  cases: '.yaml',
  facts: '.yaml',
  phrasings: '.yaml',
};

/** The folders of pictures and attachments. */
const foldersOfFiles = [picturesAddress, attachmentsAddress].map((address) => address.slice(1, -1));

/** Hidden files, and notes to those who write: README.md, STYLE.md. */
export const besides = /(?:^|\/)(?:\.|[A-Z]+\.md$)/;

/**
 * Every file in the playbook's folder is read, and its name can be an address; so can the names of a company's files.
 * What else there is in a company's folder, a check of its own looks at.
 */
export const fileNames: Check = ({ playbookFiles, companyFiles, layers }) =>
  layers.flatMap(({ name, folder }) =>
    (name === 'company' ? companyFiles : playbookFiles)
      .filter((file) => !besides.test(file))
      .flatMap((file): FileFault[] => {
        const fault = foldersOfFiles.includes(file.replace(/\/.*/, ''))
          ? layerFileFault(file)
          : ((name === 'company' ? undefined : unreadFault(file)) ?? nameFault(file));
        return fault ? [{ file: `${folder}/${file}`, path: [], ...fault }] : [];
      }),
  );

/** Why nothing reads a file, if nothing does. */
function unreadFault(path: string): Told | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const [folder = ''] = parts;
  if (parts.length === 1)
    return (lists as readonly string[]).includes(name)
      ? undefined
      : { what: 'Nothing reads this file.', mend: `${didYouMean(name, lists)} Otherwise move or remove it.` };
  const ending = endings[folder];
  if (ending === undefined)
    return {
      what: `Nothing reads the folder ${folder}.`,
      mend: `${didYouMean(folder, [...Object.keys(endings), ...foldersOfFiles])} Otherwise move or remove it.`,
    };
  return name.endsWith(ending)
    ? undefined
    : {
        what: `The file is not read: names in ${folder} end in ${ending}.`,
        mend: `Rename it to ${meantName(name)}${ending}.`,
      };
}

/** Why a file's name cannot be part of an address, if it cannot. */
function nameFault(path: string): Told | undefined {
  const [folder = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? '';
  const ending = endings[folder];
  if (ending === undefined || !name.endsWith(ending)) return undefined;
  return addressFault(name, ending);
}

/** Pictures and attachments lie beside each other, since each is known by its name. */
function layerFileFault(path: string): Told | undefined {
  const [folder = '', name = '', ...below] = path.split('/');
  return below.length > 0
    ? { what: 'The file lies in a folder of its own.', mend: `Put it into ${folder}/ itself.` }
    : addressFault(name, extname(name).toLowerCase());
}

function addressFault(name: string, ending: string): Told | undefined {
  const stem = name.slice(0, name.length - ending.length);
  if (/(?: - copy|copy|\(\d+\)|~)\s*$/i.test(stem))
    return { what: 'The name is that of a copy.', mend: 'Give the file a name of its own, or remove it.' };
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem) && name.endsWith(ending)
    ? undefined
    : {
        what: `The name ${name} cannot be an address: lower-case letters, digits and single hyphens only.`,
        mend: `Rename it to ${meantName(name)}${ending}.`,
      };
}

const meantName = (name: string): string => idOf(name.replace(/(?:\.[a-z0-9]+)+$/i, '')) || 'a-name-of-its-own';
