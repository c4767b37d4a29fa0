import { directives, frameAncestors } from '../../src/integrations/policy.ts';

/**
 * The policy that every server sends. It repeats what the pages say, without `default-src`: that would stand in for
 * `script-src` and `style-src`, which only the pages can know. `frame-ancestors` works only here.
 */
export const policyFor = (framedBy: readonly string[]): string =>
  [
    ...directives.filter((directive) => !directive.startsWith('default-src ')),
    "object-src 'none'",
    frameAncestors(framedBy),
  ].join('; ');

/** The same where no other site may frame the pages. */
export const policy = policyFor([]);

/** The headers of every answer, whatever it is. */
export const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The cache rules: a hashed name never gets other content; all else is asked for again at each use. */
export const caching = { hashed: 'max-age=31536000, immutable', asked: 'no-cache' } as const;

/** Whether a file of the built site has a hash in its name. */
export const isHashed = (file: string): boolean =>
  /^_astro\/[^/]+$|^pagefind\/.+\.pf_(fragment|index|filter|meta)$/.test(file);

/** What a server that ends TLS itself sends besides. */
export const hsts = 'max-age=31536000';
