import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// Whoever reads a path goes there. Every one that a page for developers or a comment names has to be there.

const documents = globSync(['*.md', 'docs/**/*.md', 'deploy/*.md', 'tests/*/README.md', 'content/*.md', '.github/*.md']);
const code = globSync(['{src,tests}/**/*.{ts,tsx,astro,css}', '*.{ts,mjs}', '.*.mjs']);
const files = globSync('{src,tests,content,docs,deploy,public}/**/*', { exclude: ['**/node_modules'] }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** What is named before it is there: an editor, a company or a build makes it. */
const madeLater = [/^public\/images\//, /^content\/(pictures|files)\//, /^company\//, /^dist\//, /^src\/i18n\/de\.ts$/];

/** The beginning of a path up to what stands for something else: `content/facts/<country>/`, `tests/*`. */
const fixed = (path: string): string => path.replace(/[^/]*[<*{…].*$/, '').replace(/[.:]$/, '');
const isThere = (path: string): boolean => madeLater.some((one) => one.test(path)) || existsSync(fixed(path));

/** Paths from the root, wherever they stand in a text. */
const fromRoot = /(?<![\w./@-])(?:src|tests|docs|deploy|content|public)\/(?:[\w@.<>*{}…-]+\/?)+/g;

test.each(documents)('%s names no path that is not there', (document) => {
  const text = readFileSync(document, 'utf8');
  const folder = document.replace(/[^/]*$/, '');
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|tel:|#|\/)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !link.includes('…') && !existsSync(folder + link))).toEqual([]);
  expect((text.match(fromRoot) ?? []).filter((path) => !isThere(path))).toEqual([]);
});

test.each(['CONTRIBUTING.md', 'README.md'])('%s names no file of the code that is not there', (document) => {
  const named = [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !isThere(name) && !files.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
});

describe('comments', () => {
  test('name no file of src, tests or docs that is not there', () => {
    const gone = code.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /^\s*(?:\/\/|\/?\*)/.test(line))
        .flatMap((line) => line.match(/(?<![\w./-])(?:src|tests|docs)\/[\w./-]*\.(?:tsx?|astro|md|yaml)\b/g) ?? [])
        .filter((path) => !existsSync(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(gone).toEqual([]);
  });
});
