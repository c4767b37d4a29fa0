import { loadavg } from 'node:os';
import { rmSync } from 'node:fs';
import type { Files, OpenFile } from '../../src/editor/api.ts';
import { startEditServer } from '../support/edit-server.ts';
import { copyProject } from './large-site/build.ts';
import { textOfGuides, writeGuides } from './large-site/guides.ts';
import { spread } from './large-site/measure.ts';
import { madeUpTexts } from './large-site/texts.ts';

// How long a keeper waits in npm run edit, with so many guides, most of them made up:
//
//   node tests/bench/edit.ts          1,000 guides
//   node tests/bench/edit.ts 60 1000  so many

const amounts = process.argv.slice(2).map(Number);
const times = 7;

for (const amount of amounts.length > 0 ? amounts : [1000]) {
  const project = copyProject(process.cwd());
  writeGuides(project, amount, madeUpTexts(amount, textOfGuides(process.cwd())));
  console.log(`${amount} guides, load ${loadavg()[0]?.toFixed(1)}`);
  const began = performance.now();
  const server = await startEditServer(project);
  try {
    console.log(`  ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const { faults } = (await server.get<Files>('files/')).body;
    if (faults.length > 0) console.log(`  ${faults.length} faults: pages stay as they are`);
    for (const file of ['guides/ending-it-well/tell-them.mdx', 'scripts/step-back.yaml', 'trees/fire.yaml']) {
      const [answered, seen]: [number[], number[]] = [[], []];
      // The made-up guides are a company's, and with a company the playbook's own files stay as they are.
      let open = (await server.post<OpenFile>('own', { file })).body;
      await server.page(open.address);
      for (let time = 0; time < times; time++) {
        const words = `Changed time ${time}`;
        const changed = performance.now();
        const changes = [{ set: ['title'], to: words }];
        open = (await server.post<OpenFile>('change', { layer: 'company', file, version: open.version, changes })).body;
        answered.push(performance.now() - changed);
        while (!(await server.page(open.address)).includes(words));
        seen.push(performance.now() - changed);
      }
      const [one, other] = [spread(answered), spread(seen)].map(
        ({ median, largest }) => `${Math.round(median)} ms, at most ${Math.round(largest)} ms`,
      );
      console.log(`  ${file}: answered after ${one}; the page has it after ${other}`);
    }
  } finally {
    await server.stop();
    rmSync(project, { recursive: true, force: true });
  }
}
