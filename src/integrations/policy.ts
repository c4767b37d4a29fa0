import { workerPolicy } from '../routes.ts';

/**
 * The content policy that every page carries. Astro adds the hashes of its own inline scripts to
 * `script-src`; servers that send a policy header of their own must allow the same (deploy/).
 */
export const directives = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  // No text becomes markup or code. The one address of code that a script makes is the worker's (offline.ts).
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicy}`,
] as const;

/** What scripts may be loaded from. Search runs WebAssembly, which needs the keyword. */
export const scriptResources = ["'self'", "'wasm-unsafe-eval'"] as const;
