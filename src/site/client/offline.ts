import { workerFile } from '../../routes.ts';

/**
 * Starts the worker that keeps visited pages and search for times without a network (offline-worker.ts). Browsers have
 * workers on https and on this machine only; elsewhere nothing happens.
 */
addEventListener('load', () => {
  navigator.serviceWorker
    ?.register(document.documentElement.dataset['base'] + workerFile.slice(1))
    .catch(() => undefined);
});
