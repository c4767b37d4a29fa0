import { nearest } from '../../script/engine/suggest.ts';
import { idsOf, type Reading } from '../read-content.ts';
import { locate, type FileFault } from '../read-file.ts';

/** What playbook.yaml names is there: the guide and the script for danger, whom to tell, the first tree, the topic of new pages. */
export function namedInPlaybook(reading: Reading): FileFault[] {
  const { content, files, unsoundLists } = reading;
  const read = files.get('content/playbook.yaml');
  const { danger, firstTree, newPagesGoTo } = content.playbook;
  // A file with faults of its own has told them.
  if (!read || unsoundLists.has('playbook.yaml')) return [];
  const has = (folder: string, ending: string) =>
    new Set(
      [...files.keys()]
        .filter((file) => file.startsWith(`content/${folder}/`))
        .map((file) => file.slice(`content/${folder}/`.length).replace(ending, '')),
    );
  const look = (path: (string | number)[], kind: string, value: string, ids: ReadonlySet<string>): FileFault[] => {
    if (ids.has(value)) return [];
    const meant = nearest(value, [...ids]);
    const mend = meant === undefined ? `There are: ${[...ids].join(', ')}.` : `Did you mean ${meant}?`;
    return [locate(read, { path, what: `${value} names no ${kind}.`, mend: `Correct it, or add the ${kind}. ${mend}` })];
  };
  const roles = idsOf(reading, 'organisation.yaml', Object.keys(content.organisation.people));
  const topics = idsOf(
    reading,
    'topics.yaml',
    content.topics.map(({ id }) => id),
  );
  return [
    ...look(['danger', 'guide'], 'guide', danger.guide, has('guides', '.mdx')),
    ...look(['danger', 'script'], 'script', danger.script, has('scripts', '.yaml')),
    ...danger.leave.guides.flatMap((guide, index) =>
      look(['danger', 'leave', 'guides', index], 'guide', guide, has('guides', '.mdx')),
    ),
    ...danger.leave.scripts.flatMap((script, index) =>
      look(['danger', 'leave', 'scripts', index], 'script', script, has('scripts', '.yaml')),
    ),
    ...danger.tell.flatMap((role, index) => look(['danger', 'tell', index], 'role', role, roles)),
    ...look(['firstTree'], 'tree', firstTree, has('trees', '.yaml')),
    ...look(['newPagesGoTo'], 'topic', newPagesGoTo, topics),
  ];
}
