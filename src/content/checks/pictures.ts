import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { picturesAddress } from '../../routes.ts';
import { didYouMean } from '../explain.ts';
import { isKindOf, isPicture, pictureKinds } from '../layer-files.ts';
import { lineOf, markupOf } from '../mdx.ts';
import type { ReadFile } from '../read-file.ts';
import { faultOn, folderOf, type Check, type Checked } from './check.ts';
import { addressesIn, isPublicFile } from './links.ts';

/** The largest picture of public/, which pages load as it is, in bytes. */
const mostBytes = 300_000;
/** The widest that is of use: twice the column of text, for fine screens. */
const mostPixels = 1600;

/** Pictures are there, are described, come from this site, and are no larger than a page can bear. */
export const pictures: Check = (checked) =>
  [...checked.files.values()].flatMap((read) => {
    const { nodes } = markupOf(read);
    const definitions = new Map(
      nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
    );
    return nodes.flatMap((node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return [];
      const address = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      const tell = (what: string, mend: string) => faultOn(read, lineOf(node), what, mend);
      return [
        ...((node.alt ?? '').trim() === ''
          ? [tell(`The picture ${address} has no description.`, 'Write between the square brackets what it shows.')]
          : []),
        ...fileFault(checked, read, address).map(([what, mend]) => tell(what, mend)),
      ];
    });
  });

function fileFault(checked: Checked, read: ReadFile, address: string): (readonly [what: string, mend: string])[] {
  const { root } = checked;
  const folder = `${folderOf(checked, read)}${picturesAddress}`;
  if (/^(?:[a-z]+:)?\/\//i.test(address) || /^[a-z]+:/i.test(address))
    return [
      [
        `The picture ${address} lies on another site.`,
        `Save it in ${folder} and write ${picturesAddress}name.png: pages load nothing from elsewhere.`,
      ],
    ];
  if (!address.startsWith('/'))
    return [[`The picture "${address}" has no address from the site's root.`, `Put it into ${folder} and write ${picturesAddress}name.png.`]];
  if (!isKindOf(pictureKinds, address))
    return [[`${address} is no picture that browsers show.`, 'Save it as PNG, JPEG, WebP or SVG.']];
  if (isPicture(address)) {
    const there = addressesIn(checked, picturesAddress);
    return there.includes(address)
      ? []
      : [[`There is no picture ${folder}${address.slice(picturesAddress.length)}.`, `Put it there, or correct the address. ${didYouMean(address, there, 'pictures')}`]];
  }
  if (!isPublicFile(root, address))
    return [[`There is no file public${address}.`, 'Put the picture there, or correct the address.']];
  const file = join(root, 'public', decodeURIComponent(address));
  const { size } = statSync(file);
  if (size > mostBytes)
    return [
      [
        `The picture ${address} has ${Math.round(size / 1000)} KB.`,
        `Save it smaller: at most ${mostBytes / 1000} KB, and ${mostPixels} pixels wide.`,
      ],
    ];
  const width = widthOf(readFileSync(file));
  return width !== undefined && width > mostPixels
    ? [[`The picture ${address} is ${width} pixels wide.`, `Save it at most ${mostPixels} pixels wide.`]]
    : [];
}

/** The width of a PNG, which stands at a fixed place: http://www.w3.org/TR/png/#11IHDR. Of other kinds the size says enough. */
const widthOf = (bytes: Buffer): number | undefined =>
  bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG' ? bytes.readUInt32BE(16) : undefined;
