import { crc32 } from 'node:zlib';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`;

/** A paragraph of Word. @param style the id of its style: Heading1, Title, Quote. @param runs text, or runs as Word writes them */
export const paragraph = (runs: string, style = ''): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}</w:pPr>${runs.startsWith('<') ? runs : run(runs)}</w:p>`;
/** Words, and how they look: <w:b/> is bold. */
export const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** An entry of a list. @param list 1 bulleted, 2 numbered */
export const entry = (text: string, list: 1 | 2, depth = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
/** A table. Cells are paragraphs, or other tables with a paragraph behind them. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
/** A link to elsewhere; its address is the target of a relation of that id. */
export const link = (id: string, words: string): string => `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`;
/** A link to a bookmark in the same document. */
export const jump = (bookmark: string, words: string): string =>
  `<w:hyperlink w:anchor="${bookmark}">${run(words)}</w:hyperlink>`;
/** A bookmark around words. */
export const bookmark = (name: string, words: string): string =>
  `<w:bookmarkStart w:id="1" w:name="${name}"/>${run(words)}<w:bookmarkEnd w:id="1"/>`;
/** A picture, as far as a reader of the text sees it. @param id the relation that names its file */
export const picture = (id: string, shows: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${shows}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
/** The sign of a footnote. */
export const footnote = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

/** What a Word file holds besides its text. */
interface Besides {
  /** Where links lead, by the id of the relation. */
  readonly links?: Readonly<Record<string, string>>;
  /** The words of footnotes, by number. */
  readonly footnotes?: Readonly<Record<number, string>>;
  /** Further files in it, such as word/vbaProject.bin. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Writes a Word file, with the parts that Word itself writes and nothing more.
 * @param body what stands in it: paragraphs and tables
 */
export function wordFile(body: readonly string[], { links = {}, footnotes = {}, files = {} }: Besides = {}): Buffer {
  const names = ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Quote', 'TOC1'];
  const named = (style: string): string => style.replace('TOC', 'toc ').replace(/^Heading(\d)/, 'heading $1');
  const namespaces = `xmlns:w="${main}" xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
  const level = (format: string): string =>
    [0, 1, 2].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');
  const relation = (id: string, type: string, target: string, more = ''): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"${more}/>`;
  return zip({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('styles', 'styles', 'styles.xml')}${relation('numbering', 'numbering', 'numbering.xml')}${relation('footnotes', 'footnotes', 'footnotes.xml')}${relation('plan', 'image', 'media/plan.png')}${Object.entries(
        links,
      )
        .map(([id, target]) => relation(id, 'hyperlink', target, ' TargetMode="External"'))
        .join('')}</Relationships>`,
    ),
    'word/styles.xml': xml(
      `<w:styles ${namespaces}>${names.map((style) => `<w:style w:type="paragraph" w:styleId="${style}"><w:name w:val="${named(style)}"/></w:style>`).join('')}</w:styles>`,
    ),
    'word/numbering.xml': xml(
      `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    ),
    'word/footnotes.xml': xml(
      `<w:footnotes ${namespaces}>${Object.entries(footnotes)
        .map(([id, words]) => `<w:footnote w:id="${id}">${paragraph(words)}</w:footnote>`)
        .join('')}</w:footnotes>`,
    ),
    'word/media/plan.png': 'a picture',
    ...files,
    'word/document.xml': xml(`<w:document ${namespaces}><w:body>${body.join('')}</w:body></w:document>`),
  });
}

/** Packs files as a zip archive, without compressing them. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const called = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(called.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, called, bytes]);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, where, called]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end]);
}
