import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { layersOf } from '../content/layers.ts';
import { loaderName } from '../content/loader-name.ts';

/**
 * Lets the development server read the content again whenever a file of a layer is saved, added or deleted. The pages that
 * are open then show it, or what is wrong with it.
 */
export const contentWatch = (): AstroIntegration => ({
  name: 'content-watch',
  hooks: {
    'astro:server:setup': ({ server, refreshContent, logger }) => {
      const { root } = server.config;
      const folders = () => layersOf(root).map(({ folder }) => resolve(root, folder));
      // A company's folder may lie outside the project.
      server.watcher.add(folders());

      let reading = false;
      let changedSince = false;
      // Many files may change at once. While they are read, what changes waits and is then read together.
      const readAgain = async () => {
        changedSince = true;
        if (reading) return;
        reading = true;
        while (changedSince) {
          changedSince = false;
          try {
            await refreshContent?.({ loaders: [loaderName] });
          } catch (error) {
            logger.error(String(error));
          }
        }
        reading = false;
      };
      const changed = (file: string) => {
        if (folders().some((folder) => file === folder || file.startsWith(folder + sep))) void readAgain();
      };
      for (const event of ['add', 'change', 'unlink', 'unlinkDir'] as const) server.watcher.on(event, changed);
    },
  },
});
