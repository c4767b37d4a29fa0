import { closeSync, openSync, readSync, statSync } from 'node:fs';
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
  drawing: /<svg[\s>]/,
  pdf: /%PDF-/,
  // The programs of an office write archives.
  office: /^PK\x03\x04/,
  text: /^[^\0]+$/,
};

/** How each kind of picture begins that is no drawing. */
const kindsOfPicture: readonly (readonly [begins: RegExp, ending: string])[] = [
  [/^\x89PNG\r\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftyp(?:avi[fs]|mif1)/, 'avif'],
];

/**
 * What a picture is by how it begins, as the ending of its name; undefined for a drawing and for what is none.
 * @param start its first bytes, each as a letter
 */
export const kindOfPicture = (start: string): string | undefined =>
  kindsOfPicture.find(([begins]) => begins.test(start))?.[1];

/** Endings that say that a file may hold macros. */
const withMacros = 'doc docm dot dotm xls xlsm xlsb xlt xltm xlam ppt pptm pps ppsm pot potm'.split(' ');

/** What macros are called inside the files of Microsoft's programs, and inside OpenDocument. */
const macros = /vbaProject\.bin|\bBasic\/[^/]+\/|\bScripts\//;

/** What makes a drawing more than a drawing: code, or something from elsewhere, also under a name put before it. */
const active =
  /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|a)[\s/>]|\son\w+\s*=|javascript:|<!ENTITY|\bhref\s*=\s*["'](?!#|data:image)|@import|url\(\s*["']?(?:[a-z]+:)?\/\//i;

/** What says on whose computer a drawing was made, or by whom: it is put into the site as it is. */
const personal =
  /\b(?:sodipodi:(?:docname|absref)|inkscape:export-filename)\s*=\s*["'][^"']+["']|<dc:(?:creator|publisher|contributor)[\s>]|file:\/\/\/|["'\s](?:\/home\/|\/Users\/|[A-Z]:\\)[^"'<]*/;

/** Pictures and attachments of the layers: each is what its name says, harmless, and no larger than a site can bear. */
export const layerFiles: Check = (checked) =>
  filesOf(checked).flatMap(({ path, address }) => {
    const fault = unlessGone(join(checked.contentRoot, path), isPicture(address) ? pictureFileFault : attachmentFault);
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

/** Somebody may rename or delete a file while the check runs: then nothing is wrong with it. */
function unlessGone(file: string, find: (file: string) => Told | undefined): Told | undefined {
  try {
    return find(file);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    return { what: 'The file cannot be opened just now.', mend: 'Close it where it is open, and check again.' };
  }
}

const pictureFileFault = (file: string): Told | undefined =>
  pictureFault(file, statSync(file).size, (length, from) => partOf(file, length, from));

/**
 * Why a file is no picture that a page can show, if it is none.
 * @param file its name, for its ending
 * @param size in bytes
 */
export function pictureFault(file: string, size: number, read: Reads): Told | undefined {
  const kind = kindOf(file);
  if (!isKindOf(pictureKinds, file))
    return { what: 'The file is no picture that browsers show.', mend: 'Save it as PNG, JPEG, WebP or SVG.' };
  const isDrawing = kind === 'svg';
  const limit = isDrawing ? most.drawing : most.picture;
  if (size > limit)
    return {
      what: `The picture has ${inWords(size)}.`,
      mend: isDrawing
        ? `Make the drawing simpler, to ${inWords(limit)} at most, or save it as PNG.`
        : `Save it smaller: at most ${inWords(limit)}. Pages load far less of it, since the build makes it small.`,
    };
  const begun = isDrawing ? undefined : kindOfPicture(read());
  if (isDrawing ? !begins.drawing.test(read(size)) : begun === undefined)
    return {
      what: 'The file cannot be read as a picture.',
      mend: 'Open it in a program for pictures, and save it again as PNG or JPEG.',
    };
  if (!isDrawing)
    return isWhole(begun, size, read)
      ? undefined
      : {
          what: 'The picture is not whole: its end is missing.',
          mend: 'Copy it again from where it comes, or open it in a program for pictures and save it again.',
        };
  const text = read(size);
  if (active.test(text))
    return {
      what: 'The drawing holds code or links, or loads something from elsewhere.',
      mend: 'Save it as plain SVG without scripts and links, or as PNG.',
    };
  const [said] = personal.exec(text) ?? [];
  return said === undefined
    ? undefined
    : {
        what: `The drawing says by whom it was made or on whose computer: ${said.trim().slice(0, 60)}`,
        mend: 'Save it as optimised SVG without metadata, or as PNG. Readers could see it.',
      };
}

/** Gives so many bytes of a file from a place in it, each as a letter. */
type Reads = (length?: number, from?: number) => string;

/** Where the end of a picture is looked for first, in bytes. */
const lastPart = 65_536;

/** Whether a picture has its end: a copy that was broken off looks like one, with the lower part grey. */
function isWhole(kind: string | undefined, size: number, read: Reads): boolean {
  const from = size > 2 * lastPart ? size - lastPart : 0;
  const last = read(size - from, from);
  switch (kind) {
    case 'png':
      return last.includes('IEND');
    case 'gif':
      return /;\0*$/.test(last);
    case 'jpg':
      // Telephones write a film behind the picture.
      return from > 0 ? last.includes(endOfJpeg) || hasEnd(read(size)) : hasEnd(last);
    case 'webp':
      return Buffer.from(read(8), 'latin1').readUInt32LE(4) + 8 <= size;
    default:
      return true;
  }
}

const endOfJpeg = '\xff\xd9';

/** Whether a JPEG has its end behind where its points begin: a small copy of it may stand before them, with an end of its own. */
function hasEnd(jpeg: string): boolean {
  const bytes = Buffer.from(jpeg, 'latin1');
  let at = 2;
  while (at + 4 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) at += 2 + bytes.readUInt16BE(at + 2);
  return jpeg.includes(endOfJpeg, at);
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
