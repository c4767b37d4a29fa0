import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'deploy/**/*.js'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // The domain is pure: it can be read, tested and reused without the site around it.
    files: ['src/*/engine/**', 'src/search/query/**', 'src/script/library/filter.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(astro|preact|@astrojs|node:|pagefind|yaml)',
              message: 'An engine is pure: no framework, no files, no DOM.',
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
      ],
    },
  },
  {
    files: ['tests/**', '**/*.astro'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
