import { nearest } from '../../script/engine/suggest.ts';
import type { Reading } from '../read-content.ts';
import { locate, type FileFault } from '../read-file.ts';

/** What playbook.yaml names is there: the guide and the script for danger, whom to tell, the topic of new pages. */
export function namedInPlaybook({ content, files }: Reading): FileFault[] {
  const read = files.get('content/playbook.yaml');
  const { danger, newPagesGoTo } = content.playbook;
  // A file with faults of its own has told them.
  if (!read || content.playbook.name === '') return [];
  const has = (folder: string, ending: string) =>
    [...files.keys()]
      .filter((file) => file.startsWith(`content/${folder}/`))
      .map((file) => file.slice(`content/${folder}/`.length).replace(ending, ''));
  const look = (path: (string | number)[], kind: string, value: string, ids: readonly string[]): FileFault[] => {
    if (ids.includes(value)) return [];
    const meant = nearest(value, ids);
    const mend = meant === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean ${meant}?`;
    return [locate(read, { path, what: `${value} names no ${kind}.`, mend: `Correct it, or add the ${kind}. ${mend}` })];
  };
  const roles = Object.keys(content.organisation.people);
  return [
    ...look(['danger', 'guide'], 'guide', danger.guide, has('guides', '.mdx')),
    ...look(['danger', 'script'], 'script', danger.script, has('scripts', '.yaml')),
    ...(roles.length === 0
      ? []
      : danger.tell.flatMap((role, index) => look(['danger', 'tell', index], 'role', role, roles))),
    ...(content.topics.length === 0
      ? []
      : look(
          ['newPagesGoTo'],
          'topic',
          newPagesGoTo,
          content.topics.map(({ id }) => id),
        )),
  ];
}
