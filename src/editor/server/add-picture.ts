import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFault, kindOfPicture } from '../../content/checks/layer-files.ts';
import { idOf } from '../../content/id-of.ts';
import { shownSize } from '../../content/make-picture.ts';
import { picturesAddress } from '../../routes.ts';
import type { NewPicture, PictureAdded } from '../api.ts';
import type { Desk } from './desk.ts';
import { bytesOf, filesIn, isSame, putFile } from './files.ts';
import { Refusal } from './gate.ts';

/**
 * Puts a picture into the real folder, under a name that the check takes.
 * @param prefix what the company's own files begin with
 * @param body what the page sent
 * @throws {Refusal} when it is no picture, or nobody can say where it belongs
 */
export async function addPicture(
  desk: Desk,
  prefix: string | undefined,
  {
    layer = desk.company === undefined ? 'playbook' : 'company',
    name,
    data,
  }: Readonly<Partial<Record<keyof NewPicture, unknown>>>,
): Promise<PictureAdded> {
  if (typeof name !== 'string' || typeof data !== 'string') throw new Refusal(400, 'Send the picture with its name.');
  if (layer !== 'playbook' && layer !== 'company') throw new Refusal(400, 'There is no such folder.');
  if (layer === 'playbook' && desk.company !== undefined)
    throw new Refusal(403, 'The playbook’s own files stay as they are. Your pictures go into your company’s folder.');
  if (layer === 'company' && desk.company === undefined)
    throw new Refusal(400, 'There is no company’s folder. Run npm run set-up first.');
  if (layer === 'company' && prefix === undefined)
    throw new Refusal(400, 'Your company has no short name for files of its own. Run npm run set-up first.');
  const bytes = Buffer.from(data, 'base64');
  const start = bytes.toString('latin1', 0, 1024);
  const kind = kindOfPicture(start);
  if (kind === undefined)
    throw new Refusal(400, `${name} is no picture that pages show. Save it as PNG, JPEG, WebP, GIF or AVIF.`);
  const fault = pictureFault(`picture.${kind}`, bytes.length, (length = 1024, from = 0) =>
    bytes.toString('latin1', from, from + length),
  );
  if (fault) throw new Refusal(400, `${fault.what} ${fault.mend}`);
  await shownSize(bytes, name).catch((error: Error) => {
    throw new Refusal(400, error.message);
  });
  const folder = join(desk.realFolder(layer), picturesAddress.slice(1, -1));
  // What is there already is not put there a second time.
  const same = filesIn(folder).find((one) => one.endsWith(`.${kind}`) && isSame(bytesOf(folder, one), bytes));
  if (same !== undefined) return { address: picturesAddress + same, isNew: false };
  const stem = stemOf(name, layer === 'company' ? prefix : undefined);
  let file = `${stem}.${kind}`;
  for (let next = 2; existsSync(join(folder, file)); next++) file = `${stem}-${next}.${kind}`;
  putFile(folder, file, bytes);
  return { address: picturesAddress + file, isNew: true };
}

/** The name of a picture without its ending. The check takes none for a copy. */
function stemOf(name: string, prefix: string | undefined): string {
  const bare = name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]+$/i, '');
  const id =
    idOf(bare)
      .slice(0, 60)
      .replace(/(?:-|copy)+$/, '') || 'picture';
  return prefix === undefined || id.startsWith(`${prefix}-`) ? id : `${prefix}-${id}`;
}
