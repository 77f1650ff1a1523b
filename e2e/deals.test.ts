import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** A deal by its id: customers may have several deals of one name. */
const card = (page: Page, name: string, id: string) => column(page, name).locator(`[data-deal-id="${id}"]`);
const linkOf = (found: Locator) => found.getByRole('link');
async function firstIn(page: Page, name: string): Promise<{ id: string; deal: string }> {
  const first = column(page, name).getByRole('listitem').first();
  await see(first);
  const id = await first.getAttribute('data-deal-id');
  return { id: id ?? '', deal: await linkOf(first).innerText() };
}
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const countOf = async (page: Page, name: string) =>
  Number(/(\d+) deal/.exec(await column(page, name).innerText())?.[1]);

/** Drags from the middle of an element to a point of another, in steps as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2 + 5, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + 40, { steps: 8 });
  await page.mouse.up();
}

test('LC-6, WS-8: a deal moves by mouse and by keyboard, is undone, and is won from the board', async () => {
  const page = await desk.signIn(admin, '/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deals' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Deals' }));
  const { id, deal } = await firstIn(page, 'Accepted');
  await checkEverywhere(page);
  const before = [await countOf(page, 'Accepted'), await countOf(page, 'Qualified')] as const;

  await drag(page, linkOf(card(page, 'Accepted', id)), column(page, 'Qualified'));
  await see(toast(page, /moved to Qualified/));
  await see(card(page, 'Qualified', id));
  await becomes(() => countOf(page, 'Accepted')).toBe(before[0] - 1);
  await becomes(() => countOf(page, 'Qualified')).toBe(before[1] + 1);
  expect(new URL(page.url()).pathname).toBe('/deals');

  await toast(page, /moved to Qualified/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await see(card(page, 'Accepted', id));

  await linkOf(card(page, 'Accepted', id)).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await see(card(page, 'Qualified', id));
  await page.keyboard.press('Alt+ArrowRight');
  await see(card(page, 'Developed', id));
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(deal);
  await see(toast(page, /moved to Developed/));

  await becomes(() => page.locator(`[data-deal-id="${id}"]`).count()).toBe(1);
  await card(page, 'Developed', id)
    .getByRole('button', { name: `Move ${deal}` })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Close as won…' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await see(page.getByRole('textbox', { name: 'Final value' }));
  await page.getByRole('button', { name: 'Close as won' }).click();
  await see(card(page, 'Won', id));

  await page.getByRole('radiogroup', { name: 'Layout' }).getByText('Table').click();
  await see(page.getByRole('columnheader', { name: 'Estimated purchase' }));
  expect(new URL(page.url()).searchParams.get('layout')).toBe('table');
  await checkEverywhere(page);
  await page.getByRole('table').getByRole('link').first().click();
  await see(page.getByRole('region', { name: 'Timeline' }));
});

test('LC-6: at 360 pixels, one column at a time, and the menu moves a deal', async () => {
  const page = await desk.signIn(admin, '/deals');
  await page.setViewportSize({ width: 360, height: 800 });
  const { id, deal } = await firstIn(page, 'Accepted');
  expect(await page.getByRole('region', { name: 'Qualified' }).count()).toBe(0);
  await checkEverywhere(page);
  await card(page, 'Accepted', id)
    .getByRole('button', { name: `Move ${deal}` })
    .click();
  await page.getByRole('menuitem', { name: 'Proposed' }).click();
  await see(toast(page, /moved to Proposed/));
  await page
    .getByRole('navigation', { name: 'Stages' })
    .getByRole('link', { name: /^Proposed/ })
    .click();
  await see(card(page, 'Proposed', id));
});
