import { workerFile, workerPolicy } from '../../routes.ts';

/** What browsers with trusted types offer; the types of the DOM do not have it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(address: string): string };
}

/** The address of the worker. The policy of the pages lets no other address of code come from a script. */
function workerAddress(): string {
  const address = document.documentElement.dataset['base'] + workerFile.slice(1);
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(workerPolicy, { createScriptURL: () => address }).createScriptURL('') ?? address;
}

/**
 * Starts the worker that keeps visited pages and search for times without a network (offline-worker.ts). Browsers have
 * workers on https and on this machine only; elsewhere nothing happens. Where one is at work, the browser itself looks
 * for a newer one; to register it again would bring back one that is about to go.
 */
addEventListener('load', () => {
  if (!navigator.serviceWorker?.controller) navigator.serviceWorker?.register(workerAddress()).catch(() => undefined);
});
