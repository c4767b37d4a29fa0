import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { startDevServer } from '../support/dev-server.ts';
import { copyProject } from './large-site/build.ts';
import { textOfGuides, writeGuides } from './large-site/guides.ts';
import { spread } from './large-site/measure.ts';
import { madeUpTexts } from './large-site/texts.ts';

// How long an editor waits in npm run dev, with so many guides, most of them made up:
//
//   node tests/bench/dev.ts          1,000 guides
//   node tests/bench/dev.ts 54 1000  so many

const amounts = process.argv.slice(2).map(Number);
const times = 7;

/** Runs something several times and says in milliseconds what it took. */
async function measured(run: (time: number) => Promise<void>): Promise<string> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await run(time);
    took.push(performance.now() - began);
  }
  const { median, largest } = spread(took);
  return `${Math.round(median)} ms, at most ${Math.round(largest)} ms`;
}

for (const amount of amounts.length > 0 ? amounts : [1000]) {
  const project = copyProject(process.cwd());
  writeGuides(project, amount, madeUpTexts(amount, textOfGuides(process.cwd())));
  console.log(`${amount} guides, load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
  const began = performance.now();
  const server = await startDevServer(project, 'astro.config.large.mjs');
  try {
    console.log(`  the server is ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const guide = '/guides/ending-it-well/tell-them/';
    const first = performance.now();
    await server.page(guide);
    console.log(`  the first guide page: ${Math.round(performance.now() - first)} ms`);
    console.log(`  a warm guide page: ${await measured(async () => void (await server.page(guide)))}`);
    const saved: readonly (readonly [string, string, RegExp, (words: string) => string, string])[] = [
      ["a guide's title", 'guides/ending-it-well/tell-them.mdx', /^title: .*/m, (words) => `title: ${words}`, guide],
      [
        "a guide's text",
        'guides/ending-it-well/tell-them.mdx',
        /^\*\*Use this if\*\* .*/m,
        (words) => `**Use this if** ${words}.`,
        guide,
      ],
      ['a script', 'scripts/step-back.yaml', /^title: .*/m, (words) => `title: ${words}`, '/scripts/step-back/'],
      ['a tree', 'trees/fire.yaml', /^title: .*/m, (words) => `title: ${words}`, '/decide/fire/'],
      ['situations', 'situations.yaml', /^ {2}words: .*/m, (words) => `  words: ${words}`, '/'],
    ];
    for (const [name, inner, from, to, page] of saved) {
      const file = join(project, 'content', inner);
      const before = readFileSync(file, 'utf8');
      await server.page(page);
      const took = await measured(async (time) => {
        const words = `Saved time ${time}`;
        if (!from.test(before)) throw new Error(`${inner} has no line that begins so: ${from.source}`);
        writeFileSync(file, before.replace(from, to(words)));
        while (!(await server.page(page)).includes(words));
      });
      console.log(`  ${name}, from saving it to the page that has it: ${took}`);
      writeFileSync(file, before);
    }
  } finally {
    await server.stop();
    rmSync(project, { recursive: true, force: true });
  }
}
