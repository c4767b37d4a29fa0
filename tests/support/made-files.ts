import { crc32, deflateSync } from 'node:zlib';
import sharp from 'astro/assets/services/sharp';
import { inTurn } from './must.ts';

/** The beginning of a PDF. */
export const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
/** The beginning of a file that the programs of an office write. */
export const office = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * A whole PNG.
 * @param fill the brightness of a point, 0 to 255, by its number
 */
export function png(width: number, height: number, fill: (at: number) => number = () => 200): Buffer {
  const part = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a point, grey.
  head.writeUInt8(8, 8);
  const lines = Array.from({ length: height }, (_, line) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, at) => fill(line * width + at))]),
  );
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.concat(lines), { level: 1 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * A picture in which no point is like the next, the hardest to make small. Always the same.
 * @param orientation how the camera was held, as it notes it down; 6 is on its side
 */
export async function noise(
  width: number,
  height: number,
  format: 'png' | 'jpeg',
  orientation?: number,
): Promise<Buffer> {
  let seed = 1;
  const plain = png(width, height, () => (seed = (seed * 48_271) % 2_147_483_647) % 256);
  if (format === 'png') return plain;
  const settings = { service: { entrypoint: '', config: {} } } as unknown as Parameters<typeof sharp.transform>[2];
  const { data } = await sharp.transform(plain, { src: 'x', format, width }, settings, console);
  if (orientation === undefined) return Buffer.from(data);
  const note = Buffer.from(
    `Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
    'latin1',
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(note.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, note, Buffer.from(data).subarray(2)]);
}

/** A GIF of 300 by 200 points in which no point is like the next, nor any frame like those before it. Its codes are those of its points. */
export function movingNoise(frames: number): Buffer {
  const [width, height] = [300, 200];
  const word = (number: number): number[] => [number & 255, number >> 8];
  let seed = 1;
  const frame = (): Buffer => {
    const bits: number[] = [];
    const put = (code: number): void => {
      for (let bit = 0; bit < 8; bit++) bits.push((code >> bit) & 1);
    };
    for (let point = 0; point < width * height; point++) {
      // Before the codes grow longer they begin anew.
      if (point % 120 === 0) put(128);
      put((seed = (seed * 48_271) % 2_147_483_647) % 128);
    }
    put(129);
    const bytes = Buffer.from(
      Array.from({ length: bits.length / 8 }, (_, at) =>
        parseInt(
          bits
            .slice(at * 8, at * 8 + 8)
            .reverse()
            .join(''),
          2,
        ),
      ),
    );
    const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) => {
      const block = bytes.subarray(at * 255, at * 255 + 255);
      return Buffer.concat([Buffer.from([block.length]), block]);
    });
    const head = [0x21, 0xf9, 4, 0, 5, 0, 0, 0, 0x2c, 0, 0, 0, 0, ...word(width), ...word(height), 0, 7];
    return Buffer.concat([Buffer.from(head), ...blocks, Buffer.from([0])]);
  };
  const four = Array.from({ length: 4 }, frame);
  const greys = Array.from({ length: 128 }, (_, grey) => [grey * 2, grey * 2, grey * 2]).flat();
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([...word(width), ...word(height), 0xf6, 0, 0, ...greys]),
    ...Array.from({ length: frames }, (_, at) => inTurn(four, at)),
    Buffer.from(';'),
  ]);
}
