import { build, defaultClientConditions, type Rolldown } from 'vite';
import { partsName, type Part } from './third-party.ts';
import { language } from './language.ts';

/** What a bundle is made with. */
interface Options {
  /** Which of the modules under `imports` in package.json to take, besides the usual ones. */
  readonly conditions?: readonly string[];
  /** Names in the code, and the values to write in their place. */
  readonly define?: Readonly<Record<string, unknown>>;
}

/** One script with all that it imports, and the style sheets that it imports. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
  /** The packages it took something of. */
  readonly parts: readonly Part[];
}

/**
 * Makes one script of a module of this project, for what the pages' own build does not cover.
 *
 * @param entry the module's file, from the project's root
 * @throws when the module or one that it imports cannot be read
 */
export async function bundle(entry: string, { conditions = [], define = {} }: Options = {}): Promise<Bundle> {
  const built = (await build({
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    publicDir: false,
    plugins: [language()],
    resolve: { conditions: [...conditions, ...defaultClientConditions] },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      license: { fileName: partsName },
      cssCodeSplit: false,
      assetsInlineLimit: Infinity,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const scripts = built.output.flatMap((file) => (file.type === 'chunk' ? file.code : []));
  const assets = built.output.flatMap((file) => (file.type === 'asset' ? file : []));
  const written = (ending: string) =>
    assets.flatMap(({ fileName, source }) => (fileName.endsWith(ending) ? source.toString() : [])).join('');
  if (scripts.length !== 1 || !scripts[0]) throw new Error(`${entry} became ${scripts.length} scripts, not one.`);
  return { script: scripts[0], style: written('.css'), parts: JSON.parse(written(partsName)) as readonly Part[] };
}
