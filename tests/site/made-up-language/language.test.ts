import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import * as en from '../../../src/i18n/en.ts';
import { filesIn } from '../../support/built-pages.ts';
import { alteredFile, englishIn } from './altered.ts';
import { buildMadeUp, tag } from './build.ts';

// The content is Greek and the software speaks a language in which every letter has a sign. A plain Latin word on a page
// or in a script was written into code, where no other language reaches it.

interface Element {
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string>>;
}
/** A text that a reader may meet, and what it stands in. */
interface Said {
  readonly text: string;
  readonly path: readonly Element[];
}

/** What stands in plain letters and may. */
const passedOver: readonly { readonly name: string; readonly fits: (said: Said) => boolean }[] = [
  {
    name: 'ids of points in the report on upkeep',
    fits: ({ text, path }) => /^\([a-z]+\/[a-z]+\)$/.test(text) && path.some(({ tagName }) => tagName === 'main'),
  },
];

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes that are read out or shown. */
const shown = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'label'];

/** Every text of a page. */
function textsIn(node: Node, path: readonly Element[] = []): Said[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ text: node.value.replace(/\s+/g, ' ').trim(), path }];
  if (!('childNodes' in node)) return [];
  if (!('tagName' in node)) return node.childNodes.flatMap((child) => textsIn(child, path));
  if (['script', 'style'].includes(node.tagName)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const here = [...path, { tagName: node.tagName, attributes }];
  const names = node.tagName === 'meta' && attributes['name'] === 'description' ? [...shown, 'content'] : shown;
  return [
    ...names.flatMap((name) => (attributes[name] ? [{ text: attributes[name], path: here }] : [])),
    ...node.childNodes.flatMap((child) =>
      // Without JavaScript, what stands in it is part of the page.
      node.tagName === 'noscript' && 'value' in child ? textsIn(parse(child.value), here) : textsIn(child, here),
    ),
  ];
}

/** Every text of the English language file that takes no values. */
const textsOf = (words: unknown): string[] =>
  typeof words === 'string'
    ? [words]
    : words !== null && typeof words === 'object'
      ? Object.values(words).flatMap(textsOf)
      : [];

/** Texts in code that read as words for people: one that begins with a capital, or three words one after the other. */
const sentencesIn = (code: string): string[] =>
  [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, double, single, template]) => (double ?? single ?? template ?? '').replace(/\$\{[^}]*\}/g, '…'))
    .filter((text) => /^[A-Z][a-z]+([ ,.:?!…]|$)|[a-z]+ [a-z]+ [a-z]+/.test(text))
    // Code between two texts, names of keys and of events, a header of mail, and faults that only a developer meets.
    .filter((text) => !/[{}<>=;]/.test(text))
    .filter(
      (text) =>
        !/^(Arrow\w+|Escape|Enter|Error|Element|Subject: …|not a marker|off the way|The tree was not checked\.)$/.test(
          text,
        ),
    );

describe('a site in a language that nobody speaks', () => {
  let folder = '';
  let files: string[] = [];
  beforeAll(() => {
    folder = buildMadeUp();
    files = filesIn(folder);
  });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const htmlFiles = () => files.filter((file) => file.endsWith('.html'));
  const scripts = () => files.filter((file) => file.endsWith('.js') && !file.startsWith('pagefind/'));

  test('has no English word on any page', () => {
    const found = new Map<string, string[]>();
    const needed = new Set<string>();
    for (const file of htmlFiles())
      for (const said of textsIn(parse(read(file)))) {
        if (englishIn(said.text).length === 0) continue;
        const reason = passedOver.find(({ fits }) => fits(said));
        if (reason) needed.add(reason.name);
        else found.set(said.text, [...(found.get(said.text) ?? []), file]);
      }
    expect(htmlFiles().length).toBeGreaterThan(25);
    expect([...found].map(([text, on]) => `${text} (${on.slice(0, 3).join(', ')}, ${on.length} in all)`)).toEqual([]);
    expect(passedOver.map(({ name }) => name).filter((name) => !needed.has(name))).toEqual([]);
  });

  test('says on every page which language it is', () => {
    expect(htmlFiles().filter((file) => !read(file).includes(`<html lang="${tag}"`))).toEqual([]);
  });

  test('has no text of the English file in its scripts and data', () => {
    const texts = textsOf({ ...en, language: '' }).filter((text) => englishIn(text).length > 2);
    const found = [...scripts(), ...files.filter((file) => /\.json$|^good-terms\.html$/.test(file))].flatMap((file) => {
      const code = read(file);
      return texts.filter((text) => code.includes(text)).map((text) => `${file}: ${text}`);
    });
    expect(texts.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('has no English sentence in code of its own', () => {
    // Libraries come with words of their own, which nobody sees.
    const libraries =
      /^(sw\.js$|_astro\/(calendar|client|signals|preact|hooks|jsxRuntime|rolldown-runtime|preload-helper))/;
    const own = scripts().filter((file) => !libraries.test(file));
    const sentences = own.flatMap((file) => sentencesIn(read(file)).map((text) => ({ file, text })));
    expect(own.length).toBeGreaterThan(5);
    expect(sentences.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });
});

describe('the made-up language', () => {
  const made = alteredFile(
    [
      "export const language = 'en-GB';",
      'export const tree = {',
      "  'carry on': 'Carry on',",
      '  tell: (name: string, count: number) => `Tell ${name} [now], ${count === 1 ? "once" : "often"}\\n`,',
      "  list: new Intl.ListFormat(language, { type: 'conjunction' }),",
      '};',
    ].join('\n'),
    tag,
  );
  test('alters texts, and neither names nor values nor settings', () => {
    expect(made).toContain(`'carry on': 'Ćäřřý öñ'`);
    expect(made).toContain('`Ŧéłł ${name} [ñöŵ], ${count === 1 ? "öñćé" : "öƒŧéñ"}\\n`');
    expect(made).toContain("{ type: 'conjunction' }");
    expect(made).toContain(`export const language = '${tag}';`);
  });
  test('leaves no English word in a text', () => {
    expect(englishIn('Ćäřřý öñ')).toEqual([]);
    expect(englishIn('Carry öñ at /about/care/')).toEqual(['Carry', 'at']);
  });
});
