import { waitingIn } from '../content/drafts.ts';
import { layersOf } from '../content/layers.ts';
import { checkContent, contentWarnings, draftsIn, tellFaults } from '../content/check-content.ts';

/**
 * The command: checks the content and tells what is wrong.
 * @param root the project's root folder
 * @param print takes what is to be told
 * @param layers the folders of content, the company's last
 * @param today year-month-day
 * @returns the exit code: 1 when there are faults
 */
export function check(
  root: string,
  print: (text: string) => void,
  layers = layersOf(root),
  today = new Date().toISOString().slice(0, 10),
): number {
  const reading = checkContent(root, { layers, today });
  const { content, faults } = reading;
  for (const warning of contentWarnings(reading))
    print(
      `Warning: ${warning.file}${warning.line === undefined ? '' : `:${warning.line}`}\n  ${warning.what}\n  ${warning.mend}\n`,
    );
  for (const { file, line } of draftsIn(reading))
    print(
      `Draft: ${file}\n  A build leaves it out${line === undefined ? '' : `; line ${line} still waits for its words`}.\n`,
    );
  for (const { file, publish } of waitingIn(reading.files, today))
    print(`Waits: ${file}\n  A build on ${publish} or later takes it in.\n`);
  if (faults.length > 0) {
    print(tellFaults(faults));
    return 1;
  }
  const counts = [content.guides, content.scripts, content.trees, content.sources].map((list) => list.length);
  print(`The content is sound: ${counts[0]} guides, ${counts[1]} scripts, ${counts[2]} trees, ${counts[3]} sources.`);
  return 0;
}

if (import.meta.main) process.exitCode = check(process.cwd(), console.log);
