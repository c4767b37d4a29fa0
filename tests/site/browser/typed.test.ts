import { describe, expect, test } from 'vitest';
import { browserAndSite, openPage } from './support.ts';

// What happens to what somebody types while they type.

const running = browserAndSite();

test.each(['', 'search/', 'scripts/', 'scripts/late-payment/', 'scripts/own-a-failure/'])(
  'no field of /%s has its spelling checked: some browsers send what they check to their makers',
  async (path) => {
    const page = await openPage(running.browser);
    await page.goto(running.server.address + path, { waitUntil: 'networkidle' });
    const fields = page.locator('main :is(input:is([type=text], [type=search]), textarea)');
    expect(await fields.count()).toBeGreaterThan(0);
    expect(await fields.evaluateAll((all) => all.map((field) => (field as HTMLElement).spellcheck))).not.toContain(
      true,
    );
  },
);

test('a sum that is none says so to those who do not see it as well', async () => {
  const page = await openPage(running.browser);
  await page.goto(`${running.server.address}scripts/late-payment/`);
  const sum = page.locator('input[inputmode=decimal]').first();
  await sum.fill('a lot');
  expect(await sum.getAttribute('aria-invalid')).toBe(null);
  await sum.blur();
  await page.locator('input[aria-invalid=true]').waitFor();
  const why = (await sum.getAttribute('aria-describedby'))?.split(' ').find((id) => id.endsWith('-sum'));
  expect(await page.locator(`[id="${why}"]`).count()).toBe(1);
});

describe('search', () => {
  test('reads out what it found once typing rests, and not with each letter', async () => {
    const page = await openPage(running.browser);
    await page.goto(`${running.server.address}search/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      const status = document.querySelector('[data-search=page] [role=status]') as HTMLElement;
      new MutationObserver(
        () => (status.dataset['said'] = `${status.dataset['said'] ?? ''}${status.textContent}|`),
      ).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await page.locator('[data-search=page] input[type=search]').pressSequentially('late payment of invoices');
    const said = () => page.locator('[data-search=page] [role=status]').getAttribute('data-said');
    await expect.poll(said).toContain('late payment of invoices');
    expect((await said())?.split('|').filter(Boolean).length).toBeLessThanOrEqual(2);
  });
});
