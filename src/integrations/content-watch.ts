import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { layersOf } from '../content/layers.ts';
import { loaderName } from '../content/loader-name.ts';

/**
 * Lets the development server read the content again whenever a file of a layer is saved, added or deleted. The pages that
 * are open then show it, or what is wrong with it.
 *
 * A page that is being made while its content is exchanged may keep the old one for good. So the pages under way are
 * finished first, and those asked for meanwhile wait.
 */
export const contentWatch = (): AstroIntegration => {
  // What has been a layer stays one here: once a company's folder is deleted nothing else tells that its files are gone.
  const folders = new Set<string>();
  const isContent = (root: string, file: string): boolean => {
    for (const { folder } of layersOf(root)) folders.add(resolve(root, folder));
    return [...folders].some((folder) => resolve(file) === folder || file.startsWith(folder + sep));
  };
  return {
    name: 'content-watch',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        // What becomes of a changed content file is decided below, and by nobody else.
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'content-watch',
                hotUpdate: ({ file, server }) => (isContent(server.config.root, file) ? [] : undefined),
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { root } = server.config;
        // A company's folder may lie outside the project.
        server.watcher.add(layersOf(root).map(({ folder }) => resolve(root, folder)));

        const underWay = new Set<object>();
        let finished = (): void => undefined;
        let exchange: Promise<void> | undefined;
        server.middlewares.use((_request, response, next) => {
          void Promise.resolve(exchange).then(() => {
            // Whoever asked has gone while it waited, such as a frame that was drawn again: nothing would ever finish it.
            if (response.destroyed) return;
            underWay.add(response);
            response.on('close', () => {
              underWay.delete(response);
              if (underWay.size === 0) finished();
            });
            next();
          });
        });

        /** Astro takes up its own configuration of the content at each change, and does not refresh until it has. */
        const read = async (): Promise<void> => {
          let isRead = false;
          for (let times = 0; times < 500 && !isRead; times++) {
            try {
              await refreshContent?.({ loaders: [loaderName], context: { onRead: () => (isRead = true) } });
            } catch (error) {
              logger.error(String(error));
              return;
            }
            if (!isRead) await setTimeout(10);
          }
        };

        let isChanged = false;
        const readAgain = async (): Promise<void> => {
          if (underWay.size > 0) await new Promise<void>((done) => (finished = done));
          while (isChanged) {
            isChanged = false;
            await read();
          }
          server.ws.send({ type: 'full-reload' });
        };
        const onChange = (file: string): void => {
          if (!isContent(root, file)) return;
          isChanged = true;
          exchange ??= readAgain().finally(() => (exchange = undefined));
          void lookOnceMore(file);
        };
        /** The watcher swallows what follows a save within 50 ms, or a deletion within 100, such as a formatter's own save. */
        const lookOnceMore = async (file: string): Promise<void> => {
          const was = savedAt(file);
          await setTimeout(150);
          if (savedAt(file) !== was) onChange(file);
        };
        for (const event of ['add', 'change', 'unlink', 'unlinkDir'] as const) server.watcher.on(event, onChange);
      },
    },
  };
};

/** When a file was last saved; undefined when there is none. */
function savedAt(file: string): number | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    return undefined;
  }
}
