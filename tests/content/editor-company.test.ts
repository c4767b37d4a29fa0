import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { override } from '../../src/cli/override.ts';
import { layersOf } from '../../src/content/layers.ts';
import { axeFindings, pixelsTooWide } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { startEditServer, type EditServer } from '../support/edit-server.ts';
import { smallProject } from '../support/small-project.ts';

// The editor's page as the keeper of a company's own folder meets it, on a copied project.

let project = '';
let server: EditServer;
let browser: Browser;
let page: Page;
const openFile = (file: string) => page.goto(`http://localhost:${server.port}/edit/#company/${file}`);
const field = (path: string) => page.locator(`[id="at.${path}"]`);
const label = (path: string) => page.locator(`label[for="at.${path}"]`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  project = smallProject();
  [server, browser] = await Promise.all([startEditServer(project), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(50_000);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(project, { recursive: true, force: true });
});

test('in a list of the company’s, a field that a new entry needs is not said to be free, also when it is emptied again', async () => {
  await openFile('situations.yaml');
  await press('Add to Situations');
  await page.getByLabel('Words').fill('They write at night');
  await press('Add');
  const still = page.locator('[id="at.3.first-fault"]');
  await expect.poll(() => still.textContent()).toMatch(/^Still to fill\./);
  expect(await label('3.first').textContent()).toBe('First');
  expect(await field('3.script').locator('option').first().textContent()).toBe('Choose …');
  await field('3.first').fill('Answer in the morning.');
  await expect.poll(() => still.count()).toBe(0);
  await field('3.first').fill('');
  await expect.poll(() => still.textContent()).toMatch(/^Still to fill\./);
  expect(await label('3.first').textContent()).toBe('First');
  // What it leaves out of an entry of the playbook’s is said there.
  await page.locator('[id="at.1-holder"]').click();
  await page.locator('[id="at.1-entry"] .more__open').click();
  expect(await label('1.first').textContent()).toBe('First may stay empty');
});

test('above a file of the company’s it says that the playbook’s has changed since, and how to see what', async () => {
  const file = 'guides/ending-it-well/the-last-message.mdx';
  const changed = page.getByText('The playbook’s own text has changed since yours was made.');
  await openFile(file);
  await changed.waitFor();
  expect(await page.locator('.form .note code').allTextContents()).toEqual([
    `npm run override -- --changes ${file}`,
    `npm run override -- ${file}`,
  ]);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  await press('Edit');
  expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
  expect(await page.locator('.form').evaluate((form) => form.scrollWidth - form.clientWidth)).toBe(0);
  override([file], project, () => undefined, layersOf(project, {}));
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => changed.count()).toBe(0);
});
