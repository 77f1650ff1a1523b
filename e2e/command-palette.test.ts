import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const field = (page: Page) => page.getByRole('combobox', { name: /^Search leads, views/ });
const selected = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k');
  await see(field(page));
  await becomes(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true);
}

test('WS-8: by keyboard alone: to a lead by a few letters, answer it, and on to a section of the settings', async () => {
  const page = await desk.signIn(grace, '/leads');
  const link = page.locator('[data-lead-id]', { hasText: 'Received' }).first().locator('[data-lead-link]');
  await see(link);
  const customer = (await link.textContent()) ?? '';

  await openPalette(page);
  await page.keyboard.type(customer.slice(0, 14));
  await becomes(() => selected(page).locator('mark').first().textContent()).toBeTruthy();
  await checkEverywhere(page);
  await page.keyboard.press('Enter');
  await becomes(() => new URL(page.url()).pathname).toMatch(/^\/leads\/[0-9a-f-]{36}$/);
  await see(page.getByRole('region', { name: 'Actions' }));

  await openPalette(page);
  await page.keyboard.type('decl');
  await becomes(() => selected(page).textContent()).toContain('Decline');
  await page.keyboard.press('Enter');
  const decline = page.getByRole('dialog', { name: /^Decline/ });
  await see(decline);
  await page.keyboard.press('Escape');
  await seeNo(decline);

  await openPalette(page);
  await see(page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Decline' }));
  await page.keyboard.type('notif');
  await page.keyboard.press('Enter');
  await becomes(() => new URL(page.url()).pathname).toBe('/settings/notifications');

  await openPalette(page);
  await page.keyboard.press('Escape');
  await seeNo(field(page));
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('WS-5: on a phone the palette opens from its icon, fits, and a search marks what it found in the cards', async () => {
  const page = await desk.signIn(grace, '/leads?search=example');
  await page.setViewportSize({ width: 360, height: 740 });
  await see(page.locator('li[data-lead-id] mark').first());
  await page.getByRole('button', { name: 'Search or run a command…' }).click();
  await see(field(page));
  await page.keyboard.type('contoso');
  await see(page.getByRole('option').locator('mark').first());
  await checkEverywhere(page);
  const box = await page.getByRole('dialog').boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
});
