import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroConfig } from 'astro';
import { markdownToHtml } from 'satteri';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { makePicture, mostBytes, shownSize } from '../../src/content/make-picture.ts';
import { proseLinks } from '../../src/content/prose-links.ts';
import * as en from '../../src/i18n/en.ts';
import { pictureFile } from '../../src/routes.ts';
import { searchData } from '../../src/search/index/search-data.ts';
import { attachmentNames, shownFiles } from '../../src/content/shown-files.ts';
import { copyContent } from '../support/content-copy.ts';
import { movingNoise, noise, office, pdf, png } from '../support/made-files.ts';

// Pictures and attachments of the layers: what is told of them, and what becomes of them on a page.

const copy = copyContent({ company: true });
beforeAll(() => vi.stubEnv('COMPANY', ''));
afterEach(() => copy.restore());
afterAll(() => {
  copy.drop();
  vi.unstubAllEnvs();
});

const guide = 'content/guides/when-they-push/paying-late.mdx';
const insert = (text: string, file = guide): number => copy.change(file, '## Do not', `${text}\n\n## Do not`);
const told = (): string[] => {
  const { faults } = checkContent(copy.root);
  return faults.length === 0 ? [] : tellFaults(faults).split('\n\n').slice(0, -1);
};
const warnings = (): string => {
  const lines: string[] = [];
  check(copy.root, (text) => lines.push(text));
  return lines.filter((line) => line.startsWith('Warning')).join('\n');
};

/** What a camera notes down of a picture: where it was taken, by whom, and a small copy with an end of its own. */
const note = (text: string) => {
  const body = Buffer.from(`Exif\0\0${text}\xff\xd9`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const plain = await noise(120, 80, 'jpeg');
const withThumbnail = Buffer.concat([plain.subarray(0, 2), note('a small copy'), plain.subarray(2)]);
/** Three frames. */
const moving = Buffer.from(
  'R0lGODlhKAAUAIAAAExpcQAAACH5BAUAAAAALAAAAAAoABQAAAIajI+py+0Po5y02ouz3rz7D4biSJbmiabqihUAIfkEBQAAAAAsAAAAACgAFACATGlxWgAAAhqMj6nL7Q+jnLTai7PevPsPhuJIluaJpuqKFQAh+QQFAAAAACwAAAAAKAAUAIBMaXG0AAACGoyPqcvtD6OctNqLs968+w+G4kiW5omm6ooVADs=',
  'base64',
);
/** In the colours of a printer's inks. */
const printed = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgADAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8ApyYp02wAAAD/2Q==',
  'base64',
);
/** With sixteen bits for each colour of a point. */
const deep = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMEAIAAAC0FXaVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAI0lEQVQ4jWM4wSDHoMFAO5Jh1AKN0SCSG01FJ0YzGgP+MAAA08/KgfeBDEIAAAAASUVORK5CYII=',
  'base64',
);

describe('what is told', () => {
  test('pictures and attachments of both layers pass, and each page may have those of either', () => {
    copy.write('content/pictures/form.png', png(10, 10));
    copy.write('company/files/harbour-form.pdf', pdf);
    copy.write('company/files/harbour-list.csv', 'a;b\n');
    copy.write('content/files/form.docx', office);
    insert('![A form](/pictures/form.png)\n\n[a](/files/harbour-form.pdf), [b](/files/form.docx), [c](/files/harbour-list.csv#x).');
    expect(told()).toEqual([]);
  });

  const sized = (first: Uint8Array, bytes: number) => Buffer.concat([first, Buffer.alloc(bytes - first.length)]);
  const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">${inside}</svg>`;
  test.each<[file: string, bytes: Uint8Array | string, what: string, mend: string]>([
    ['pictures/photo.png', sized(png(10, 10), 20_000_000), 'The picture has 20 MB.', 'Save it smaller: at most 10 MB. Pages load far less of it, since the build makes it small.'],
    ['pictures/photo.png', 'a letter', 'The file cannot be read as a picture.', 'Open it in a program for pictures, and save it again as PNG or JPEG.'],
    ['pictures/photo.heic', 'x', 'The file is no picture that browsers show.', 'Save it as PNG, JPEG, WebP or SVG.'],
    ['pictures/plan.svg', drawing('<script>alert(1)</script>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<circle onload="alert(1)"/>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<image href="https://example.org/x.png"/>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<style>@import "https://example.org/x.css";</style>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<rect style="fill: url(//example.org/x)"/>'), 'The drawing holds code or links, or loads something from elsewhere.', 'Save it as plain SVG without scripts and links, or as PNG.'],
    ['pictures/plan.svg', drawing('<g inkscape:export-filename="/home/jo/plan.png"/>'), 'The drawing says by whom it was made or on whose computer: inkscape:export-filename="/home/jo/plan.png"', 'Save it as optimised SVG without metadata, or as PNG. Readers could see it.'],
    ['pictures/plan.svg', drawing('<metadata><dc:creator>Jo Field</dc:creator></metadata>'), 'The drawing says by whom it was made or on whose computer: <dc:creator>', 'Save it as optimised SVG without metadata, or as PNG. Readers could see it.'],
    ['pictures/photo.png', png(10, 10).subarray(0, -8), 'The picture is not whole: its end is missing.', 'Copy it again from where it comes, or open it in a program for pictures and save it again.'],
    ['pictures/photo.jpg', withThumbnail.subarray(0, -100), 'The picture is not whole: its end is missing.', 'Copy it again from where it comes, or open it in a program for pictures and save it again.'],
    ['pictures/photo.gif', moving.subarray(0, -20), 'The picture is not whole: its end is missing.', 'Copy it again from where it comes, or open it in a program for pictures and save it again.'],
    ['pictures/photo.webp', Buffer.from('RIFF\xff\x00\x00\x00WEBPVP8 ', 'latin1'), 'The picture is not whole: its end is missing.', 'Copy it again from where it comes, or open it in a program for pictures and save it again.'],
    ['pictures/plan.svg', drawing('x'.repeat(400_000)), 'The picture has 400 KB.', 'Make the drawing simpler, to 300 KB at most, or save it as PNG.'],
    ['pictures/My Photo.PNG', png(10, 10), 'The name My Photo.PNG cannot be an address: lower-case letters, digits and single hyphens only.', 'Rename it to my-photo.png.'],
    ['pictures/night/photo.png', png(10, 10), 'The file lies in a folder of its own.', 'Put it into pictures/ itself.'],
    ['files/form.docm', office, 'A file that ends in .docm may hold macros, which are code.', 'Save it as PDF, or as one of: .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv.'],
    ['files/form.xlsm', office, 'A file that ends in .xlsm may hold macros, which are code.', 'Save it as PDF, or as one of: .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv.'],
    ['files/form.docx', Buffer.concat([office, Buffer.from('word/vbaProject.bin')]), 'The file holds macros, which are code.', 'Save it without them, or as PDF.'],
    ['files/form.odt', Buffer.concat([office, Buffer.from('Basic/Standard/script-lb.xml')]), 'The file holds macros, which are code.', 'Save it without them, or as PDF.'],
    ['files/form.exe', 'MZ', 'A file that ends in .exe is none that pages offer.', 'Save it as PDF, or as one of: .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv.'],
    ['files/form.html', '<p>', 'A file that ends in .html is none that pages offer.', 'Save it as PDF, or as one of: .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv.'],
    ['files/form.pdf', 'MZ, a program', 'The file is none of the kind that its name says, .pdf.', 'Open it in the program that it comes from, and save it again.'],
    ['files/form.docx', pdf, 'The file is none of the kind that its name says, .docx.', 'Open it in the program that it comes from, and save it again.'],
    ['files/form.pdf', '', 'The file is empty.', 'Open it in the program that it comes from, and save it again.'],
    ['files/form.pdf', sized(pdf, 26_000_000), 'The file has 26 MB.', 'Save it smaller: at most 25 MB.'],
  ])('%s: %#', (file, bytes, what, mend) => {
    copy.write(`content/${file}`, bytes);
    expect(told()).toEqual([`content/${file} (playbook's layer)\n  ${what}\n  ${mend}`]);
  });

  test('a picture with another’s ending, one with a film behind it, and a drawing with a style of its own are sound', () => {
    const file = Buffer.concat([withThumbnail, Buffer.alloc(200_000, 'film')]);
    const drawn = drawing('<style>.a { fill: url(#b); } /* drawn at home */</style><use href="#b"/>');
    for (const [name, bytes] of [['one.png', withThumbnail], ['two.jpg', file], ['three.gif', moving]] as const)
      copy.write(`content/pictures/${name}`, bytes);
    copy.write('content/pictures/four.svg', drawn);
    expect(told()).toEqual([]);
  });

  test('a company’s own have its prefix, unless they stand in for the playbook’s', () => {
    copy.write('company/pictures/form.png', png(10, 10));
    expect(told()).toEqual([expect.stringContaining('company/pictures/form.png (company\'s layer)\n  form is not the playbook\'s, and does not begin with harbour-.')]);
    copy.write('content/pictures/form.png', png(20, 10));
    expect(told()).toEqual([]);
  });

  test('a link to one that is not there says which was meant, and where it belongs', () => {
    copy.write('content/files/complaint-form.pdf', pdf);
    copy.write('content/pictures/floor-plan.png', png(10, 10));
    const line = insert('[a](/files/complaint-from.pdf)\n\n![b](/pictures/floor-plans.png)');
    expect(told()).toEqual([
      `${guide}:${line} (playbook's layer)\n  There is no file content/files/complaint-from.pdf.\n  Put it there, or correct the address. Did you mean /files/complaint-form.pdf?`,
      `${guide}:${line + 2} (playbook's layer)\n  There is no picture content/pictures/floor-plans.png.\n  Put it there, or correct the address. Did you mean /pictures/floor-plan.png?`,
    ]);
    copy.restore();
    const own = 'company/guides/ending-it-well/the-last-message.mdx';
    copy.write(own, `${copy.read(own)}\n[a](/files/harbour.pdf)\n`);
    expect(told()).toEqual([expect.stringContaining('There is no file company/files/harbour.pdf.')]);
  });

  test('a picture without a description is told', () => {
    copy.write('content/pictures/form.png', png(10, 10));
    const line = insert('![](/pictures/form.png)');
    expect(told()).toEqual([expect.stringContaining(`${guide}:${line} (playbook's layer)\n  The picture /pictures/form.png has no description.`)]);
  });

  test('one that no page has is a warning', () => {
    copy.write('content/pictures/form.png', png(10, 10));
    copy.write('content/files/form.pdf', pdf);
    expect(warnings()).toContain('Warning: content/files/form.pdf\n  No page links to this file.\n  Write [what it is](/files/form.pdf)');
    expect(warnings()).toContain('Warning: content/pictures/form.png\n  No page shows this picture.');
    insert('![A form](/pictures/form.png) and [a form][f].\n\n[f]: /files/form.pdf');
    expect(warnings()).not.toMatch(/No page/);
  });
});

test('a draft’s are not those of the site', () => {
  const draft = 'content/guides/before-you-sign/fair-critics.mdx';
  copy.write('content/files/form.pdf', pdf);
  insert('[The form](/files/form.pdf)', draft);
  const offered = () => shownFiles(checkContent(copy.root)).map(({ address }) => address);
  expect(offered()).toContain('/files/form.pdf');
  copy.change(draft, /^owner:/m, 'publish: 2999-01-01\nowner:');
  expect(offered()).not.toContain('/files/form.pdf');
});

test('search finds a page by the words of the link and by the name of the file', () => {
  copy.write('content/files/complaint-sheet.pdf', pdf);
  insert('[What to *hand in*](/files/complaint-sheet.pdf)');
  const reading = checkContent(copy.root);
  const saysOf = (names?: ReadonlyMap<string, readonly string[]>) =>
    searchData(reading.content, undefined, names).pages.find(({ url }) => url === '/guides/when-they-push/paying-late/')?.says;
  expect(saysOf(attachmentNames(reading))).toEqual([...(saysOf() ?? []), 'What to hand in', 'complaint sheet']);
});

describe('on a page', () => {
  const root = mkdtempSync(join(tmpdir(), 'good-terms-'));
  const put = (file: string, bytes: Uint8Array | string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), bytes);
  };
  afterAll(() => rmSync(root, { recursive: true }));
  const html = async (text: string): Promise<string> =>
    (await markdownToHtml(text, { hastPlugins: [proseLinks('/play/', root, async () => en)] })).html.trim();

  test('a picture says how large it is, and has one for fine screens if there is more in it', async () => {
    put('content/pictures/small.png', png(300, 150));
    put('content/pictures/large.png', png(2000, 1000));
    const rest = 'loading="lazy" decoding="async"';
    expect(await html('![A form](/pictures/small.png)')).toBe(`<p><img src="/play/pictures/small.png.webp" alt="A form" width="300" height="150" ${rest}></p>`);
    expect(await html('![A form](/pictures/large.png)')).toBe(`<p><img src="/play/pictures/large.png.webp" alt="A form" srcset="/play/pictures/large.png.2x.webp 2x" width="640" height="320" ${rest}></p>`);
  });

  test('a company’s stands in for the playbook’s', async () => {
    put('content/pictures/form.png', png(100, 50));
    put('company/pictures/form.png', png(200, 50));
    expect(await html('![A form](/pictures/form.png)')).toContain('width="200" height="50"');
  });

  test('a drawing stays as it is', async () => {
    put('content/pictures/plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500"/>');
    expect(await html('![A plan](/pictures/plan.svg)')).toContain('src="/play/pictures/plan.svg" alt="A plan" width="640" height="320"');
  });

  test('one of public/ stays as it was', async () => {
    expect(await html('![A form](/images/form.png)')).toBe('<p><img src="/play/images/form.png" alt="A form"></p>');
  });

  test('one that is damaged stops with words', async () => {
    put('content/pictures/broken.png', '\u0089PNG\r\n');
    await expect(html('![A form](/pictures/broken.png)')).rejects.toThrow('The picture content/pictures/broken.png cannot be read.');
  });

  test('a link to an attachment says what comes', async () => {
    put('content/files/form.pdf', Buffer.alloc(84_000));
    put('content/files/form.docx', Buffer.alloc(1_240_000));
    put('content/files/list.csv', 'a');
    expect(await html('See [the form](/files/form.pdf).')).toBe('<p>See <a href="/play/files/form.pdf">the form</a> (PDF, 84\u00A0KB).</p>');
    expect(await html('[It](/files/form.docx)')).toBe('<p><a href="/play/files/form.docx" download>It</a> (Word, 1.2\u00A0MB)</p>');
    expect(await html('[Page two](/files/form.pdf#page=2)')).toContain('form.pdf#page=2">Page two</a> (PDF, ');
    expect(await html('[It][a]\n\n[a]: /files/list.csv')).toContain('(CSV table, 1\u00A0KB)');
  });
});

/** A PNG whose head says another size. */
function sizedAs(width: number, height: number): Buffer {
  const bytes = Buffer.from(png(10, 10));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('what pages load of a picture', () => {
  const image = { service: { entrypoint: '', config: {} } } as unknown as AstroConfig['image'];
  const made = (bytes: Buffer, isFine: boolean) => makePicture(bytes, 'x.png', isFine, image);

  test('is no wider than the text, or twice that, in a modern format', async () => {
    const bytes = await noise(1000, 600, 'jpeg');
    const [plain, fine] = await Promise.all([made(bytes, false), made(bytes, true)]);
    expect(await shownSize(Buffer.from(plain), 'x')).toMatchObject({ width: 640, height: 384, isFine: false });
    expect(await shownSize(Buffer.from(fine), 'x')).toMatchObject({ width: 640, height: 384, isFine: true });
    expect(Buffer.from(plain).toString('latin1', 8, 12)).toBe('WEBP');
  });

  test('is never more than a page may load, whatever it shows', async () => {
    const fine = await made(await noise(1400, 3000, 'png'), true);
    expect(fine.length).toBeLessThanOrEqual(mostBytes);
  });

  test('a photograph taken on its side stands upright', async () => {
    expect(await shownSize(await noise(600, 400, 'jpeg', 6), 'x')).toMatchObject({ width: 400, height: 600 });
    expect(await shownSize(Buffer.from(await made(await noise(600, 400, 'jpeg', 6), false)), 'x')).toMatchObject({ width: 400, height: 600 });
  });

  test('has nothing in it of what a camera notes down', async () => {
    const place = 'N 51 30 0 W 0 7 0, Jo Field';
    const orientation = (await noise(600, 400, 'jpeg', 6)).subarray(2);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, place.length + 2]), Buffer.from(place)]);
    const taken = Buffer.concat([Buffer.from([0xff, 0xd8]), comment, note(place), orientation]);
    for (const isFine of [false, true]) {
      const text = Buffer.from(await made(taken, isFine)).toString('latin1');
      expect(text).toMatch(/^RIFF[^]{4}WEBP/);
      expect(text).not.toMatch(/Exif|EXIF|XMP |ICCP|Jo Field/);
    }
  });

  test.each([
    ['in the colours of a printer', printed],
    ['of sixteen bits', deep],
    ['that moves', moving],
  ])('a picture %s becomes one that pages load', async (_, bytes) => {
    const text = Buffer.from(await made(bytes, false)).toString('latin1');
    expect(text).toMatch(/^RIFF[^]{4}WEBP/);
    expect(text.includes('ANIM')).toBe(bytes === moving);
    expect(await shownSize(Buffer.from(text, 'latin1'), 'x')).toEqual(await shownSize(bytes, 'x'));
  });

  test.each([
    ['breaks off in its head', png(10, 10).subarray(0, 40), 'cannot be read'],
    ['has no size', sizedAs(0, 10), 'cannot be read'],
    ['has more points than it has room for', sizedAs(30_000, 20_000), 'is 30000 pixels wide and 20000 high. Save it smaller'],
  ])('one that %s is never handed on as it is', async (_, bytes, words) => {
    const error = await made(bytes, false).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain(`The picture x.png ${words}`);
    expect((error as Error).stack).toBe('');
  });

  test('one that moves for too long is told, and not made a blur', async () => {
    await expect(made(movingNoise(120), false)).rejects.toThrow('Save fewer frames of it if it moves');
  });

  test('a drawing that does not say how large it is says so', async () => {
    await expect(shownSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.svg')).rejects.toThrow('Give it a width and a height');
  });

  test('the widest picture is as wide as the column of text', () => {
    expect(readFileSync('src/site/styles/tokens.css', 'utf8')).toContain('--measure: 40rem');
    expect(pictureFile('/pictures/a.jpg')).toBe('/pictures/a.jpg.webp');
  });
});
