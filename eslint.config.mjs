import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The pure parts: they can be read, tested and reused without the site around them. */
const engines = ['src/*/engine/**', 'src/search/query/**', 'src/script/library/filter.ts'];

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'deploy/**/*.js'] },
  tseslint.configs.strict,
  tseslint.configs.recommendedTypeChecked,
  astro.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A function that answers later in one place answers later everywhere, also where it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // The linter has no types for .astro files, nor for what is imported from one; `astro check` has. Every rule that
    // needs none holds in them too. Configurations and the script of the theme are plain JavaScript.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.{js,mjs}', 'src/content/prose/index.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: engines,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Itself, the words of the software, its addresses, and libraries that are pure themselves; YAML in the
              // editor's alone, as the borders have it.
              regex:
                '^(?!\\./|\\.\\./api\\.ts$|\\.\\./\\.\\./(i18n/|content/|routes\\.ts$)|(fastest-levenshtein|syllable|yaml)$)',
              message: 'An engine is pure: no framework, no files, no DOM, and no other part of the site.',
            },
            {
              regex: '^(\\.\\./\\.\\./content/|\\.\\./api\\.ts$)',
              allowTypeImports: true,
              message:
                'An engine knows the shape of the content, or of what a page and its server say, and reads none: import types only.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'sessionStorage',
        'navigator',
        'location',
        'fetch',
        'process',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'An engine has no clock: take the day as an argument.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'An engine has no clock: take the day as an argument.',
        },
        {
          selector: 'ImportExpression',
          message: 'An engine loads nothing: import it at the top, or take it as an argument.',
        },
      ],
    },
  },
);
