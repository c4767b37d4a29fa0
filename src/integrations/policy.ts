import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { workerPolicy } from '../routes.ts';

/**
 * The content policy that every page carries; servers that send a policy header of their own must allow the same (deploy/).
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

/**
 * Who may show the site in a frame: its own server, and the sites that the setting `framedBy` names. It works only in the
 * header that servers send.
 */
export const frameAncestors = (framedBy: readonly string[]): string =>
  ["frame-ancestors 'self'", ...framedBy].join(' ');

/** What scripts may be loaded from. Search runs WebAssembly, which needs the keyword. */
export const scriptResources = ["'self'", "'wasm-unsafe-eval'"] as const;

const policyOfPage = /<meta http-equiv="content-security-policy"[^>]*>/;

/**
 * Takes out of the policies the hashes of scripts and styles inside pages: Astro names all that it may ever write into one,
 * and pages here have none. Allowed would be what is not there, in 500 bytes on every page. And puts the policy first. Comes before everything that
 * reads the built pages.
 */
export const noHashes = (): AstroIntegration => ({
  name: 'policy',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.html')) continue;
        const page = readFileSync(join(folder, name), 'utf8');
        writeFileSync(join(folder, name), policyFirst(withoutHashes(page)));
      }
    },
  },
});

/**
 * A page with a policy that allows no script and no style inside it.
 * @param page its HTML
 * @throws when it has one: its policy would then break it
 */
export function withoutHashes(page: string): string {
  const inside = /<style[\s>]|<script(?![^>]*\ssrc=)(?![^>]*type="application\/)[^>]*>/.exec(page);
  if (inside) throw new Error(`A page has ${inside[0]} in it, which its policy does not allow. Move it to a file.`);
  return page.replace(policyOfPage, (meta) => meta.replace(/ 'sha256-[^']+'/g, ''));
}

/**
 * A page with its policy right behind its encoding. Astro writes it at the end of the head, and a policy has no say over
 * what stands before it, such as the script of the theme.
 */
function policyFirst(page: string): string {
  const [policy = ''] = policyOfPage.exec(page) ?? [];
  return page.replace(policyOfPage, '').replace('<meta charset="utf-8">', (charset) => charset + policy);
}
