import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, rowOf, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const bar = (page: Page) => page.getByRole('region', { name: 'Selected leads' });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const tickedCount = (page: Page) => page.locator('[data-lead-id] input:checked').count();
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-lead-id]')?.dataset.leadId);

/** Some new leads whose names begin with the same word, newest first as the list shows them. */
async function receive(word: string, count: number): Promise<{ name: string; id: string }[]> {
  const sent: { name: string; id: string }[] = [];
  for (let number = 1; number <= count; number++) {
    const name = `${word} ${number}`;
    const { leadId } = await sendMarketplaceLead(desk, { company: name });
    sent.unshift({ name, id: leadId ?? '' });
  }
  return sent;
}

async function find(page: Page, word: string, count: number): Promise<void> {
  await page.getByLabel('Search leads').fill(word);
  await becomes(() => page.locator('[data-lead-id]').count()).toBe(count);
  await seeNo(page.locator('[data-stale]'));
}

async function stateOf(page: Page, id: string): Promise<unknown> {
  const lead = (await (await page.request.get(`${desk.address}/api/v1/leads/${id}`)).json()) as {
    status: string;
    outcome: string | null;
  };
  return lead.outcome ?? lead.status;
}

async function fillDeal(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Estimated value/).fill('12500');
  await dialog.getByRole('button', { name: 'Within 3 months' }).click();
}

test('WS-6: tick five, accept them in one go', async () => {
  const leads = await receive('Quintet', 5);
  const page = await desk.signIn(admin, '/leads');
  await find(page, 'Quintet', 5);
  for (const { name } of leads) await box(page, name).check();
  await see(bar(page).getByText('5 selected'));
  await checkEverywhere(page);
  await bar(page).getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog');
  await see(dialog.getByText('For example: Quintet 5'));
  await checkAccessibility(page);
  await fillDeal(page);
  await dialog.getByRole('button', { name: 'Accept 5 leads' }).click();
  await see(toast(page, /5 leads accepted/));
  await seeNo(bar(page));
  await see(rowOf(page, 'Quintet 1').getByText('Accepted'));
  for (const { id } of leads) expect(await stateOf(page, id)).toBe('Accepted');
});

test('WS-6: a range of three declined, one of which a colleague has answered', async () => {
  const leads = await receive('Trio', 3);
  const page = await desk.signIn(admin, '/leads');
  await find(page, 'Trio', 3);
  await box(page, 'Trio 3').check();
  await box(page, 'Trio 1').click({ modifiers: ['Shift'] });
  await becomes(() => tickedCount(page)).toBe(3);
  await bar(page).getByRole('button', { name: 'Decline…' }).click();
  const dialog = page.getByRole('dialog');
  await see(dialog.getByText(/We’ll email \d+ customers?|We won’t email any customers/));
  await dialog.getByRole('combobox', { name: /Reason/ }).click();
  await page.locator('[role=option]').first().click();

  const lead = leads[1];
  const closed = await page.request.post(`${desk.address}/api/v1/leads/${lead?.id}/decline`, {
    data: { reason: 'NoCapacity', notes: null },
  });
  expect(closed.ok(), await closed.text()).toBe(true);
  await dialog.getByRole('button', { name: 'Decline 3 leads' }).click();
  await see(toast(page, /2 leads declined. 1 skipped/));
  await toast(page, /2 leads declined/)
    .getByRole('button', { name: 'Report' })
    .click();
  const report = page.getByRole('dialog', { name: /^Report/ });
  await see(report.getByRole('link', { name: lead?.name ?? '' }));
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await seeNo(report);
  for (const { id } of leads) expect(await stateOf(page, id)).toBe('Declined');
});

test('W-15: all results become favorites, and no longer', async () => {
  const page = await desk.signIn(admin, '/leads?tab=qualified&limit=25');
  await page.getByRole('checkbox', { name: 'Select all leads shown' }).check();
  const all = bar(page).getByRole('button', { name: /^Select all \d+ results/ });
  const total = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.click();
  await see(bar(page).getByText(`All ${total} results selected`));
  await bar(page).getByRole('button', { name: 'Favorite' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Add ${total} leads` })
    .click();
  await see(toast(page, new RegExp(`${total} leads added to favorites`)));
  await becomes(() => page.locator('tr[data-lead-id] button[aria-pressed="true"]').count()).toBe(25);
  await toast(page, /added to favorites/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await see(toast(page, /leads? restored/));
  await becomes(() => page.locator('tr[data-lead-id] button[aria-pressed="true"]').count()).toBeLessThan(25);
});

test('WS-8: by keyboard alone', async () => {
  const [newest, second, third] = await receive('Keys', 3);
  const page = await desk.signIn(admin, '/leads');
  await find(page, 'Keys', 3);
  await page.getByRole('link', { name: 'Keys 3', exact: true }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await becomes(() => tickedCount(page)).toBe(3);
  await page.keyboard.press('Shift+ArrowUp');
  await becomes(() => tickedCount(page)).toBe(2);
  await becomes(() => focusedRow(page)).toBe(second?.id);
  await page.keyboard.press('b');
  await becomes(() => page.evaluate(() => document.activeElement?.id)).toBe('selection-bar');
  await tabTo(page, bar(page).getByRole('button', { name: 'Accept…' }));
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog').getByRole('button', { name: 'Accept 2 leads' }));
  await page.keyboard.press('Escape');
  await seeNo(page.getByRole('dialog'));
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Accept…');

  await page.keyboard.press('d');
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: /Reason/ })
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Decline 2 leads' }));
  await page.keyboard.press('Enter');
  await see(toast(page, /2 leads declined/));
  await becomes(() => focusedRow(page)).toBe(newest?.id);
  expect(await stateOf(page, third?.id ?? '')).toBe('Received');
});

test('WS-8: on a phone', async () => {
  const [lead] = await receive('Pocket', 2);
  const page = await desk.signIn(admin, '/leads');
  await page.setViewportSize({ width: 360, height: 760 });
  await find(page, 'Pocket', 2);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page
    .locator('li[data-lead-id]')
    .first()
    .click({ position: { x: 150, y: 60 } });
  await see(bar(page).getByText('1 selected'));
  await checkEverywhere(page);
  await bar(page).getByRole('button', { name: 'Accept…' }).click();
  await fillDeal(page);
  await checkEverywhere(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Accept 1 lead' }).click();
  await see(toast(page, /1 lead accepted/));
  expect(await stateOf(page, lead?.id ?? '')).toBe('Accepted');
});
