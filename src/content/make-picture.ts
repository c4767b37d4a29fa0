import type { AstroConfig } from 'astro';
import sharp from 'astro/assets/services/sharp';
import { imageMetadata } from 'astro/assets/utils';
import { toldError } from './told-error.ts';

/** How wide the column of text is, in pixels (`--measure` in tokens.css): no picture is shown wider. */
const column = 640;

/** What a page may load of one picture, in bytes. */
export const mostBytes = 300_000;

/** No picture of the format that pages load is higher, in pixels. */
const highest = 16_383;

/** A picture with more pixels than this is none for a page, and takes all the memory there is before it is small. */
const mostPixels = 100_000_000;

/** How a picture is shown. */
export interface Shown {
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Whether there is more in it than that, for fine screens. */
  readonly isFine: boolean;
}

/**
 * How a picture is shown: no larger than it is, and no wider than the text.
 * @param bytes the picture as it is kept
 * @param file its file, for whoever has to mend it
 * @throws {Error} when the file is none that a picture can be read from
 */
export async function shownSize(bytes: Buffer, file: string): Promise<Shown> {
  const { width, height } = await sizeOf(bytes, file);
  const shown = Math.min(width, column);
  return { width: shown, height: Math.round((height * shown) / width), isFine: width > column };
}

/** What Astro's service for pictures works with. */
type Service = Parameters<typeof sharp.transform>;

/**
 * Makes what pages load of a picture, by Astro's own service: WebP, turned upright, in the colours of screens, without what
 * a camera notes down. First it is saved more coarsely, then smaller, until it is no more than a page may load.
 * @param bytes the picture as it is kept
 * @param file its file, for whoever has to mend it
 * @param isFine whether it is the one for fine screens
 * @throws {Error} when the file is none that a picture can be read from, or is too much for a page
 */
export async function makePicture(
  bytes: Buffer,
  file: string,
  isFine: boolean,
  image: AstroConfig['image'],
): Promise<Uint8Array> {
  const { width, height } = await sizeOf(bytes, file);
  const shown = Math.min(width, column, Math.floor((highest * width) / height));
  let pixels = Math.min(width, isFine ? 2 * column : shown, Math.floor((highest * width) / height));
  const make = async (quality: number): Promise<Uint8Array> => {
    const wanted = { src: file, format: 'webp', width: pixels, quality };
    const { data, format } = await orTell(file, sharp.transform(bytes, wanted, image as Service[2], silent));
    // What it cannot read the service hands back as it was, with all that a camera noted down.
    if (format !== 'webp') throw unreadable(file);
    return data;
  };
  let made = await make(80);
  for (const quality of [60, 40]) if (made.length > mostBytes) made = await make(quality);
  while (made.length > mostBytes) {
    pixels = Math.floor(pixels * Math.sqrt(mostBytes / made.length) * 0.9);
    if (pixels < shown / 2)
      throw toldError(
        `The picture ${file} is too much for a page: made small enough it would be a blur. Save fewer frames of it if it moves, otherwise a part of it.`,
      );
    made = await make(40);
  }
  return made;
}

/** Astro's service warns in its own words; what it warns of is told in ours. */
const silent = { warn: () => undefined } as unknown as Service[3];

async function sizeOf(bytes: Buffer, file: string): Promise<{ readonly width: number; readonly height: number }> {
  const isDrawing = /\.svg$/i.test(file);
  const { width, height } = await imageMetadata(bytes, file).catch(() => {
    throw isDrawing
      ? toldError(
          `The drawing ${file} does not say how large it is. Give it a width and a height or a viewBox, or save it as PNG.`,
        )
      : unreadable(file);
  });
  if (!(width > 0 && height > 0)) throw unreadable(file);
  if (!isDrawing && width * height > mostPixels)
    throw toldError(
      `The picture ${file} is ${width} pixels wide and ${height} high. Save it smaller: pages show at most ${2 * column} pixels across.`,
    );
  return { width, height };
}

/** What went wrong in reading a picture says nothing to whoever put it there. */
const orTell = <T>(file: string, reading: Promise<T>): Promise<T> =>
  reading.catch(() => {
    throw unreadable(file);
  });

const unreadable = (file: string): Error =>
  toldError(`The picture ${file} cannot be read. Open it in a program for pictures, and save it again as PNG or JPEG.`);
