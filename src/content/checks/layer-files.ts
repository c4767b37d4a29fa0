import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentKinds, isAttachment, isKindOf, isPicture, kindOf, pictureKinds } from '../layer-files.ts';
import type { Reading } from '../read-content.ts';
import type { FileFault } from '../read-file.ts';
import { filesNamedIn } from '../shown-files.ts';
import type { Check } from './check.ts';
import { besides } from './file-names.ts';

type Told = Pick<FileFault, 'what' | 'mend'>;

/** The largest files, in bytes. Of a picture pages load far less than that; a drawing they load as it is. */
const most = { picture: 10_000_000, drawing: 300_000, attachment: 25_000_000 };

/** How files of a kind begin. */
const begins = {
  picture: /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:avi[fs]|mif1))/,
  drawing: /<svg[\s>]/,
  pdf: /%PDF-/,
  // The programs of an office write archives.
  office: /^PK\x03\x04/,
  text: /^[^\0]+$/,
};

/** Endings that say that a file may hold macros. */
const withMacros = 'doc docm dot dotm xls xlsm xlsb xlt xltm xlam ppt pptm pps ppsm pot potm'.split(' ');

/** What macros are called inside the files of Microsoft's programs, and inside OpenDocument. */
const macros = /vbaProject\.bin|\bBasic\/[^/]+\/|\bScripts\//;

/** What makes a drawing more than a drawing: code, or something from elsewhere. */
const active = /<(?:script|foreignObject|iframe|a)[\s>]|\son\w+\s*=|javascript:|<!ENTITY|\bhref\s*=\s*["'](?!#|data:image)/i;

/** Pictures and attachments of the layers: each is what its name says, harmless, and no larger than a site can bear. */
export const layerFiles: Check = (checked) =>
  filesOf(checked).flatMap(({ path, address }) => {
    const fault = isPicture(address) ? pictureFault(join(checked.root, path)) : attachmentFault(join(checked.root, path));
    return fault ? [{ file: path, path: [], ...fault }] : [];
  });

/** Pictures and attachments that no page has, and no draft: a build leaves them out. */
export function unshown(reading: Reading): FileFault[] {
  const shown = new Set([...reading.files.values()].flatMap(filesNamedIn).map(({ address }) => address));
  return filesOf(reading)
    .filter(({ address }) => !shown.has(address))
    .map(({ path, address }) => ({
      file: path,
      path: [],
      what: isPicture(address) ? 'No page shows this picture.' : 'No page links to this file.',
      mend: isPicture(address)
        ? `Write ![what it shows](${address}) where it belongs, or delete it. A build leaves it out.`
        : `Write [what it is](${address}) where it belongs, or delete it. A build leaves it out.`,
    }));
}

/** Where each lies, and the address it goes by. */
const filesOf = ({ layers, playbookFiles, companyFiles }: Pick<Reading, 'layers' | 'playbookFiles' | 'companyFiles'>) =>
  layers.flatMap(({ name, folder }) =>
    (name === 'company' ? companyFiles : playbookFiles)
      .map((file) => ({ path: `${folder}/${file}`, address: `/${file}` }))
      .filter(({ address }) => (isPicture(address) || isAttachment(address)) && !besides.test(address)),
  );

function pictureFault(file: string): Told | undefined {
  const kind = kindOf(file);
  if (!isKindOf(pictureKinds, file))
    return { what: 'The file is no picture that browsers show.', mend: 'Save it as PNG, JPEG, WebP or SVG.' };
  const isDrawing = kind === 'svg';
  const { size } = statSync(file);
  const limit = isDrawing ? most.drawing : most.picture;
  if (size > limit)
    return {
      what: `The picture has ${inWords(size)}.`,
      mend: isDrawing
        ? `Make the drawing simpler, to ${inWords(limit)} at most, or save it as PNG.`
        : `Save it smaller: at most ${inWords(limit)}. Pages load far less of it, since the build makes it small.`,
    };
  if (!(isDrawing ? begins.drawing : begins.picture).test(partOf(file, isDrawing ? size : undefined)))
    return {
      what: 'The file cannot be read as a picture.',
      mend: 'Open it in a program for pictures, and save it again as PNG or JPEG.',
    };
  return isDrawing && active.test(readFileSync(file, 'utf8'))
    ? {
        what: 'The drawing holds code or links, or loads something from elsewhere.',
        mend: 'Save it as plain SVG without scripts and links, or as PNG.',
      }
    : undefined;
}

function attachmentFault(file: string): Told | undefined {
  const kind = kindOf(file);
  const asOthers = `Save it as PDF, or as one of: ${attachmentKinds.map((one) => `.${one}`).join(', ')}.`;
  if (!isKindOf(attachmentKinds, file))
    return {
      what: isKindOf(withMacros, file)
        ? `A file that ends in .${kind} may hold macros, which are code.`
        : `A file that ends in .${kind} is none that pages offer.`,
      mend: asOthers,
    };
  const { size } = statSync(file);
  if (size > most.attachment)
    return { what: `The file has ${inWords(size)}.`, mend: `Save it smaller: at most ${inWords(most.attachment)}.` };
  const sign = kind === 'pdf' ? begins.pdf : isKindOf(['txt', 'csv'], file) ? begins.text : begins.office;
  if (!sign.test(partOf(file)))
    return {
      what: size === 0 ? 'The file is empty.' : `The file is none of the kind that its name says, .${kind}.`,
      mend: 'Open it in the program that it comes from, and save it again.',
    };
  // What is in an archive is listed at its end.
  const listed = Math.min(size, 1_000_000);
  return sign === begins.office && macros.test(partOf(file, listed, size - listed))
    ? { what: 'The file holds macros, which are code.', mend: 'Save it without them, or as PDF.' }
    : undefined;
}

/** So many bytes of a file, each as a letter. */
function partOf(file: string, length = 1024, from = 0): string {
  const bytes = Buffer.alloc(length);
  const opened = openSync(file, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(opened, bytes, 0, length, from));
  } finally {
    closeSync(opened);
  }
}

const inWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${Math.round(bytes / 1_000_000)} MB`;
