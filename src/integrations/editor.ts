import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { layersOf } from '../content/layers.ts';
import { isOpen } from '../editor/server/open-mark.ts';

/** Ends the build with a sentence. What is thrown here Astro would call an unhandled error of this step. */
function endWith(says: string): never {
  console.error(`\n${says}\n`);
  process.exit(1);
}

/**
 * The editor in the browser: its page and its server, in the development server and only when `npm run edit` has started
 * it. A build has nothing of it.
 * @param stop ends a build that cannot be, because the editor is open
 */
export const editor = (stop: (says: string) => void = endWith): AstroIntegration => ({
  name: 'editor',
  hooks: {
    'astro:config:setup': ({ command, config, injectRoute, updateConfig }) => {
      if (command === 'build' && isOpen(fileURLToPath(config.root)))
        return stop('The editor is open. Close it with Ctrl+C where it runs, then build again. Nothing was built.');
      if (command !== 'dev' || !process.env['EDITING']) return;
      const entrypoint = fileURLToPath(new URL('./src/editor/pages/edit.astro', config.root));
      injectRoute({ pattern: '/edit', entrypoint, prerender: true });
      // Found later they would make every page that is open load anew.
      updateConfig({ vite: { optimizeDeps: { include: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'yaml'] } } });
    },
    'astro:server:setup': async ({ server }) => {
      if (!process.env['EDITING']) return;
      const { makeEditor } = await import('../editor/server/editor.ts');
      const { root } = server.config;
      const { handle, refresh } = makeEditor(root);
      server.middlewares.use('/edit/api/', (request, response) => void handle(request, response));
      const { EDITING: _, ...others } = process.env;
      const real = layersOf(root, others).map(({ folder }) => resolve(root, folder) + sep);
      server.watcher.add(real);
      // A file that is gone again before it was looked at.
      server.watcher.on('error', () => undefined);
      let waiting: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, file) => {
        if (!real.some((folder) => resolve(file).startsWith(folder))) return;
        clearTimeout(waiting);
        waiting = setTimeout(refresh, 50);
      });
    },
  },
});
