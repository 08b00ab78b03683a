// The page as a person uses it, in Chromium, from disk and from a server: what it shows is found by role and name
// in the mirror, what it does is done by keyboard and pointer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, settle } from './browser.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('opens from disk with nothing to complain of', async () => {
  const { page, complaints, requests } = await openPage(browser.context);
  await settle(page);
  assert.ok(await page.getByRole('textbox', { name: 'Article or advisory' }).isVisible());
  assert.deepEqual(complaints, []);
  assert.equal(requests.length, 1);
  await page.close();
});
