import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent, tellFaults } from '../content/check-content.ts';

/**
 * Checks the content before anything is built. A build stops with all faults told; the development
 * server tells them and goes on, and reloads the page whenever a content file changes.
 */
export const contentChecks = (): AstroIntegration => ({
  name: 'content-checks',
  hooks: {
    'astro:config:setup': ({ command, config, logger }) => {
      if (command !== 'build' && command !== 'dev') return;
      const { faults } = checkContent(fileURLToPath(config.root));
      if (faults.length === 0) return;
      if (command === 'dev') logger.error(`\n\n${tellFaults(faults)}\n`);
      else throw new Error(`\n\n${tellFaults(faults)}\n`);
    },
    'astro:server:setup': ({ server }) => {
      server.watcher.add('content');
      server.watcher.on('change', (file) => {
        if (/[\\/]content[\\/]/.test(file)) server.ws.send({ type: 'full-reload' });
      });
    },
  },
});
