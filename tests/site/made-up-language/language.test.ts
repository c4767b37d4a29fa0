import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import * as en from '../../../src/i18n/en.ts';
import type { Strings } from '../../../src/i18n/strings.ts';
import { startBrowser } from '../../support/browser.ts';
import { filesIn } from '../../support/built-pages.ts';
import { alteredFile, englishIn } from './altered.ts';
import { buildMadeUp, madeUpWords, tag } from './build.ts';
import { textsOfPage, type Said } from './texts.ts';
import { uses } from './uses.ts';

// The content is Greek and the software speaks a language in which every letter has a sign. A plain Latin word on a page
// or in a script was written into code, where no other language reaches it.

/** What stands in plain letters and may. */
const passedOver: readonly { readonly name: string; readonly fits: (said: Said) => boolean }[] = [
  {
    name: 'ids of points in the report on upkeep',
    fits: ({ text, path }) => /^\([a-z]+\/[a-z]+\)$/.test(text) && path.some(({ tagName }) => tagName === 'main'),
  },
  {
    name: 'lines of a file for those who run the site',
    fits: ({ text, path }) => text.startsWith('framedBy:') && path.some(({ tagName }) => tagName === 'code'),
  },
];

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

/** A text as it looks, without marks and whichever blanks it has. */
const plain = (text: string) => text.replace(/[*`]|\[|\]/g, '').replace(/\s+/g, ' ');

/** The words that style sheets put before and behind elements. */
const drawnByStyles = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      ['::before', '::after'].flatMap((part) => getComputedStyle(element, part).content.match(/"[^"]+"/g) ?? []),
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
      for (const said of textsOfPage(read(file))) {
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

  // The schema of the content is for programmers, like the sentences of the schemas that it is made of.
  test('has no text of the English file in its scripts and data', () => {
    const texts = textsOf({ ...en, language: '' }).filter((text) => englishIn(text).length > 2);
    const found = [...scripts(), ...files.filter((file) => /(?<!schema)\.json$|^good-terms\.html$/.test(file))].flatMap(
      (file) => {
        const code = read(file);
        return texts.filter((text) => code.includes(text)).map((text) => `${file}: ${text}`);
      },
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('has no English sentence in code of its own', () => {
    // Libraries come with words of their own, which nobody sees.
    const libraries = /^(sw\.js$|_astro\/(calendar|client|signals|preact|rolldown-runtime|preload-helper))/;
    const own = scripts().filter((file) => !libraries.test(file));
    const sentences = own.flatMap((file) => sentencesIn(read(file)).map((text) => ({ file, text })));
    expect(own.length).toBeGreaterThan(5);
    expect(sentences.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  describe('in use', () => {
    let [browser, server, words] = [] as unknown as [Browser, Serving, Strings];
    /** All that was ever shown, read out or handed over. */
    const seen = new Set<string>();
    beforeAll(async () => {
      browser = await startBrowser();
      server = await serve(folder, '/', 0);
      words = await madeUpWords();
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    test.each(Object.entries(uses))('has no English word in any state: %s', async (_, use) => {
      const context = await browser.newContext({
        locale: tag,
        serviceWorkers: 'block',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const english = new Set<string>();
      const look = (text: string) => {
        seen.add(plain(text));
        if (englishIn(text).length > 0) english.add(text);
      };
      await use({
        words,
        page,
        look,
        go: async (path) => {
          // A page between, as an address that differs in its fragment alone is not loaded again.
          await page.goto('about:blank');
          await page.goto(server.address + path);
        },
        see: async (text) => {
          await page.getByText(text).filter({ visible: true }).first().waitFor();
          for (const { text, path } of textsOfPage(await page.content()))
            // Parts of a link that do not count stand there as they are.
            if (!path.some(({ tagName }) => tagName === 'code')) look(text);
          for (const text of await drawnByStyles(page)) look(text);
        },
      });
      expect([...english]).toEqual([]);
    });

    test('has come to every state that the software has words for', () => {
      const { treeStart, tree, treeResult, script, scriptPage, share, library, searchForm, search } = words;
      const unseen = [
        // No outcome here is on these rungs; the check of content lets no message say yes or no.
        ...Object.values(tree.rungs),
        script.yes,
        // Takes a larger tree than these.
        treeResult.nothingWould,
        // No answer here tells who decides.
        treeResult.showIt.reader,
        treeResult.showIt.other,
        // An outcome's own page names every script that it may offer.
        treeResult.noScript,
        // No other site may show pages of this one.
        ...[share.code, share.codeSays, share.copyCode, share.codeCopied, share.whereItGoes],
      ];
      const shown = [...seen].join('\n');
      const missing = textsOf({
        treeStart,
        tree,
        treeResult,
        script,
        scriptPage,
        share,
        library,
        searchForm,
        search,
      }).filter((text) => !unseen.includes(text) && !shown.includes(plain(text)));
      expect(missing).toEqual([]);
    });
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
    expect(englishIn('See https://a.example/now#b=c or ((your name)) in late-final.txt')).toEqual(['See', 'or', 'in']);
  });
});
