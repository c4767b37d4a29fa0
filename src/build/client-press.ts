import type { AstroIntegration } from 'astro';

/**
 * Adds `client:press`: an island whose code loads only when the reader presses its link marked
 * `data-press`. Until then, and without JavaScript, the link leads to the page of its own. Keeps
 * guides light that embed scripts.
 */
export const clientPress = (): AstroIntegration => ({
  name: 'client-press',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'press', entrypoint: './src/client/press.ts' });
    },
  },
});
