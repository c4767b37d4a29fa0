import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import shipped from '@sparticuz/chromium';
import { siteAddress } from '../../src/content/site-address.ts';
import { serve } from '../../src/cli/serve.ts';
import { linkTo, story } from '../support/example-tree.ts';
import { must } from '../support/must.ts';

// Lighthouse over the main kinds of page of the built site, and what costs points.
//
//   node tests/bench/lighthouse.ts [<built folder>]

/** Fetched for the time being: it brings a hundred packages along that nothing else here needs. */
const lighthouse = 'lighthouse@13.5.0';

const pages: readonly (readonly [string, string])[] = [
  ['home', ''],
  ['guide', 'guides/when-they-are-upset/the-first-five-minutes/'],
  ['tree', 'decide/fire/'],
  ['script', 'scripts/late-payment/'],
  ['result', linkTo(story)],
  ['search', 'search/'],
  // Results come only when the library and the index are there, about 100 KB: on a slow network this costs a few points.
  ['search, asked in the address', 'search/#q=unpaid+invoice'],
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const views = [
  { name: 'phone, slow network', args: [] },
  { name: 'desk', args: ['--preset=desktop'] },
];

/** The part of a report that is read here. */
interface Report {
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: { id: string; weight: number; group?: string }[] }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly displayValue?: string;
        readonly scoreDisplayMode: string;
        readonly details?: { readonly items?: readonly Record<string, unknown>[] };
      }
    >
  >;
}

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

/** The browser: the one named, or on Linux the one shipped, or elsewhere whatever Lighthouse finds installed. */
async function browserPath(): Promise<string | undefined> {
  return process.env['CHROME_PATH'] ?? (process.platform === 'linux' ? await shipped.executablePath() : undefined);
}

async function audit(url: string, extra: readonly string[], file: string, chrome: string | undefined): Promise<Report> {
  const child = spawn(
    'npm',
    [
      ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url, ...extra],
      ...['--output=json', `--output-path=${file}`, '--quiet', '--no-enable-error-reporting'],
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${quiet.join(' ')}`,
    ],
    {
      env: { ...process.env, ...(chrome ? { CHROME_PATH: chrome } : {}) },
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse could not look at ${url}.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** What costs points, the weightiest first: the audit, its figure, and what it names. */
function costs(report: Report): string[] {
  return categories.flatMap((category) =>
    (report.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
      .sort((a, b) => b.weight - a.weight)
      .flatMap(({ id }) => {
        const { title, score, displayValue, details } = must(report.audits[id], id);
        const items = (details?.items ?? []).slice(0, 3).map((item) => `      ${JSON.stringify(item).slice(0, 240)}`);
        return [`    ${category}: ${title} (${displayValue ?? 'fails'}, ${score})`, ...items];
      }),
  );
}

/** What carries no points and could still be better, such as bytes that a page could do without. */
const hints = (report: Report): string[] =>
  (report.categories['performance']?.auditRefs ?? []).flatMap(({ id, weight, group }) => {
    const found = report.audits[id];
    if (!found || weight > 0 || group === 'hidden' || found.score === null || found.score >= 0.9) return [];
    return [`    hint: ${found.title}${found.displayValue ? ` (${found.displayValue})` : ''}`];
  });

const folder = process.argv[2] ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site. Run npm run build first.`);
const temporary = mkdtempSync(join(tmpdir(), 'good-terms-lighthouse-'));
const server = await serve(folder, siteAddress(process.cwd(), process.env).base, 0);
try {
  const chrome = await browserPath();
  console.log(
    `Machine load before: ${must(loadavg()[0], 'load').toFixed(1)}. Each page is loaded once; figures vary by a point or two.`,
  );
  for (const { name, args } of views) {
    console.log(`\n| ${name} | ${categories.join(' | ')} |\n| --- | ---: | ---: | ---: | ---: |`);
    const notes: string[] = [];
    for (const [page, path] of pages) {
      const report = await audit(server.address + path, args, join(temporary, `${page}.json`), chrome);
      const scores = categories.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100));
      console.log(`| ${[page, ...scores].join(' | ')} |`);
      const remarks = [...costs(report), ...hints(report)];
      if (remarks.length > 0) notes.push(`  ${page}`, ...remarks);
    }
    if (notes.length > 0) console.log(`\nWhat costs points, and hints:\n${notes.join('\n')}`);
  }
} finally {
  await server.close();
  rmSync(temporary, { recursive: true, force: true });
}
