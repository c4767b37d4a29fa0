/**
 * The borders inside src/. What may import what is the layout itself, so that a thing can be found, read and tested where
 * its name says it is. `npm run check:borders` holds them.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third one is missing beneath both.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-is-pure',
      comment:
        'An engine or a query layer takes values and gives values. It may import itself, the words, the addresses, and types.',
      severity: 'error',
      from: { path: '^src/([^/]+)/(engine|query)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/$1/$2/', '^src/i18n/', '^src/routes\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engine-takes-types-of-content-only',
      comment:
        'Types may come from src/content/, from what a page and its server say to each other, and from nowhere else: what a feature calls a thing is its own affair.',
      severity: 'error',
      from: { path: '^src/([^/]+)/(engine|query)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/$1/$2/', '^src/$1/api\\.ts$', '^src/i18n/', '^src/routes\\.ts$', '^src/content/'],
      },
    },
    {
      name: 'engine-needs-no-platform',
      comment:
        'No framework, no files, no DOM: an engine runs in the build, in the browser and in a test alike. YAML is the platform of all but the editor, whose engine edits the text itself.',
      severity: 'error',
      from: { path: '^src/[^/]+/(engine|query)/', pathNot: '^src/editor/engine/' },
      to: {
        path: '^(node_modules/)?(astro|preact|@astrojs|pagefind|yaml|vite)(/|$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engine-of-the-editor-needs-yaml-only',
      severity: 'error',
      from: { path: '^src/editor/engine/' },
      to: {
        path: '^(node_modules/)?(astro|preact|@astrojs|pagefind|vite)(/|$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engine-reads-no-files',
      severity: 'error',
      from: { path: '^src/[^/]+/(engine|query)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'words-and-addresses-need-nothing',
      comment: 'Everything imports them, so they import nothing but each other.',
      severity: 'error',
      from: { path: '^src/(i18n/|routes\\.ts$)' },
      to: { pathNot: '^src/i18n/' },
    },
    {
      name: 'pages-are-the-end',
      comment: 'A page is a route. Nothing imports one.',
      severity: 'error',
      from: { pathNot: '^src/(pages|embed/pages|editor/pages)/' },
      to: { path: '^src/(pages|embed/pages|editor/pages)/' },
    },
    {
      name: 'integrations-and-commands-are-the-end',
      comment:
        'What runs at the end of a build, and commands, use the rest. Only the configuration uses them, and the editor, which starts and copies files as the commands do.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(integrations|cli|editor/server)/' },
      to: { path: '^src/(integrations|cli)/' },
    },
    {
      name: 'the-editor-stands-apart',
      comment: 'Nothing of the site may need the editor: a build has none of it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(editor/|integrations/editor\\.ts$|cli/edit\\.ts$)' },
      to: { path: '^src/editor/' },
    },
    {
      name: 'browsers-get-no-build-part',
      comment: 'What reaches a browser imports nothing that reads files.',
      severity: 'error',
      from: { path: '^src/([^/]+/(ui|box|runtime|client|library)/)', pathNot: '\\.astro$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-reach-into-one-another',
      comment:
        'Trees, scripts and search stand side by side. What two of them need lies beneath, in src/site/, src/content/ or src/i18n/.',
      severity: 'error',
      from: { path: '^src/(tree|script|search)/' },
      to: { path: '^src/(tree|script|search|upkeep|single-file)/', pathNot: '^src/$1/' },
    },
    {
      name: 'source-needs-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'what-is-imported-is-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:|/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.astro'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
};
