import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/site/address.ts';
import { withBase } from '../../src/site/href.ts';

describe('SITE_URL and BASE_PATH', () => {
  test('nothing set means the root of an unknown server', () => {
    expect(readAddress({})).toEqual({ site: undefined, base: '/' });
  });
  test.each(['playbook', '/playbook', '/playbook/', 'playbook/'])(
    'the base path %s gets a slash at both ends',
    (path) => {
      expect(readAddress({ BASE_PATH: path }).base).toBe('/playbook/');
    },
  );
  test.each(['/Playbook/', 'https://intranet.example/', '/a b/', '/a/../b/', '//x/', '/?q=1/'])(
    'the base path %s is refused, and the message says what one looks like',
    (path) => {
      expect(() => readAddress({ BASE_PATH: path })).toThrow(
        /BASE_PATH is ".*"\. Write a path .* such as \/playbook\//,
      );
    },
  );
  test.each([
    'intranet',
    'ftp://intranet.example',
    'https://intranet.example/playbook/',
    'https://user@intranet.example',
  ])('the site %s is refused, and the message says what one looks like', (site) => {
    expect(() => readAddress({ SITE_URL: site })).toThrow(/SITE_URL is ".*"\. .* such as https:\/\/intranet\.example/);
  });
  test('a site is taken without its last slash', () => {
    expect(readAddress({ SITE_URL: 'http://intranet.example:8080/' }).site).toBe('http://intranet.example:8080');
  });
});

describe('addresses under a base path', () => {
  test('an address of this site gets the base path once', () => {
    expect(withBase('/scripts/', '/playbook/')).toBe('/playbook/scripts/');
    expect(withBase('/', '/playbook')).toBe('/playbook/');
    expect(withBase('/scripts/', '/')).toBe('/scripts/');
  });
  test.each(['#steps', 'mailto:a@b.example', 'https://example.org/', '//example.org/x'])(
    '%s stays as it is',
    (address) => {
      expect(withBase(address, '/playbook/')).toBe(address);
    },
  );
});
