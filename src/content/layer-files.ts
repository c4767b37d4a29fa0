import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Strings } from '../i18n/strings.ts';
import { attachmentsAddress, picturesAddress } from '../routes.ts';
import { layersOf } from './layers.ts';

// Pictures and attachments: files of the layers' folders pictures/ and files/, which pages name by their address.

/** The endings of pictures. */
export const pictureKinds = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] as const;
/** The endings of attachments: what nobody's computer runs. */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt', 'csv'] as const;

/** The ending of an attachment. */
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What a file is by its ending, in small letters. */
export const kindOf = (file: string): string => extname(file).slice(1).toLowerCase();

/** Whether a file is one of some kinds by its ending. */
export const isKindOf = (kinds: readonly string[], file: string): boolean => kinds.includes(kindOf(file));

/** Whether an address is that of a picture of the layers. */
export const isPicture = (address: string): boolean => address.startsWith(picturesAddress);
/** Whether an address is that of an attachment. */
export const isAttachment = (address: string): boolean => address.startsWith(attachmentsAddress);

/**
 * Where the file of an address lies on this disk: in the company's layer, otherwise in the playbook's.
 * @param root the project's root folder
 * @param address such as `/pictures/form.png`; what stands behind a # in it does not count
 * @returns undefined when there is none
 */
export function placeOf(root: string, address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (!(isPicture(path) || isAttachment(path)) || !/^\/[a-z]+\/[a-z0-9-]+\.[a-z0-9]+$/.test(path)) return undefined;
  return layersOf(root)
    .toReversed()
    .map(({ folder }) => resolve(root, folder, path.slice(1)))
    .find((place) => existsSync(place));
}

/** What an attachment is and how large: "(PDF, 84 KB)". @param place its file on this disk */
export const aboutAttachment = (place: string, { about, kinds, size }: Strings['attachments']): string =>
  about(kinds[kindOf(place) as AttachmentKind], size(statSync(place).size));
