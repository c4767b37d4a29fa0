/** The two places the tests build the site for: the root of a server, and a folder on it. */
export const sites = [
  { name: 'at the root', folder: '.cache/site/root', base: '/', site: '' },
  { name: 'under a sub-path', folder: '.cache/site/sub', base: '/team/playbook/', site: 'https://intranet.example' },
] as const;
