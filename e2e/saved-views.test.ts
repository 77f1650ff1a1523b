import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SavedView } from '../contract/leads/views.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, tick, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const colleague = 'weiling.tan@contoso.example';
const name = 'Germany, newest first';
const rail = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const inRail = (page: Page, view: string) =>
  rail(page).getByRole('list', { name: 'Saved views' }).getByRole('link', { name: view });
const column = (page: Page, title: string) => page.getByRole('columnheader', { name: title, exact: true });
const orderOf = (page: Page, title: string) => column(page, title).getAttribute('aria-sort');
const chips = (page: Page) => page.getByRole('list', { name: 'Applied filters' });
const changed = (page: Page) => page.getByText('You changed this view. Only you see the changes.');
const titled = (view: string) => `${view} – Leads · Leadlight`;

async function chooseInMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^View: / }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Does what changes the list, and waits until the server keeps it as the person's own version of the view. */
async function changeForOneself(page: Page, change: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(
    (one) => one.url().endsWith('/layer') && one.request().method() === 'PUT' && one.ok(),
  );
  await Promise.all([kept, change()]);
}

test('W-13, WS-3: a shared view is its owner’s; colleagues change it for themselves, reset it and save it as theirs', async () => {
  const owner = await desk.signIn(grace, '/leads?tab=marketplace');
  await owner.getByRole('button', { name: 'Filters' }).click();
  const panel = owner.getByRole('region', { name: 'Filters' });
  await panel.getByText('Country', { exact: true }).click();
  await tick(panel.getByLabel('Germany'));
  await see(chips(owner).getByText('Country: Germany'));
  await panel.getByRole('button', { name: 'Close filters' }).click();
  await chooseInMenu(owner, 'Save as a new view…');
  await owner.getByRole('textbox', { name: 'Name' }).fill(name);
  await owner.getByRole('checkbox', { name: /^Share with everyone/ }).check();
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await becomes(() => owner.title()).toBe(titled(name));
  await becomes(() => inRail(owner, name).getAttribute('aria-current')).toBe('page');

  const other = await desk.signIn(colleague, '/');
  await inRail(other, name).click();
  await becomes(() => other.title()).toBe(titled(name));
  await see(chips(other).getByText('Country: Germany'));
  await changeForOneself(other, () => column(other, 'Customer').getByRole('button').click());
  await see(changed(other));
  await changeForOneself(other, async () => {
    await other.getByRole('button', { name: 'Columns' }).click();
    await tick(other.getByRole('checkbox', { name: 'Country' }), false);
    await other.keyboard.press('Escape');
  });
  await checkEverywhere(other);
  await inRail(other, name).click();
  await other.reload();
  await see(changed(other));
  expect(await orderOf(other, 'Customer')).toBe('ascending');
  expect(await column(other, 'Country').count()).toBe(0);

  // Nothing of that is the owner's.
  await owner.reload();
  await see(column(owner, 'Country'));
  expect(await orderOf(owner, 'Created on')).toBe('descending');
  expect(await owner.getByText(/^You changed this view/).count()).toBe(0);

  await other.getByRole('button', { name: 'Reset' }).click();
  await seeNo(changed(other));
  await becomes(() => orderOf(other, 'Created on')).toBe('descending');
  await see(column(other, 'Country'));
  await changeForOneself(other, () => column(other, 'Customer').getByRole('button').click());
  await other.getByRole('button', { name: 'Save as my own view' }).click();
  await other.getByRole('textbox', { name: 'Name' }).fill('Germany by name');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await becomes(() => other.title()).toBe(titled('Germany by name'));
  await becomes(() => inRail(other, 'Germany by name').getAttribute('aria-current')).toBe('page');
  expect(await orderOf(other, 'Customer')).toBe('ascending');

  // The owner's is not theirs to change, whichever way they try.
  const answer = await other.request.get(`${desk.address}/api/v1/views`);
  const { items } = (await answer.json()) as { items: SavedView[] };
  const shared = items.find((view) => view.name === name);
  const refused = await other.request.patch(`${desk.address}/api/v1/views/${shared?.id}`, {
    data: { name: 'Mine' },
  });
  expect(refused.status()).toBe(403);

  await column(owner, 'Status').getByRole('button').click();
  await owner.getByRole('button', { name: 'Save changes' }).click();
  await seeNo(owner.getByText(/^You changed this view/));
  // What the colleague has changed stays as it is, still marked; Reset shows the owner's new version.
  await other.goto(`${desk.address}/leads?view=${shared?.id}`);
  await see(changed(other));
  expect(await orderOf(other, 'Customer')).toBe('ascending');
  await other.getByRole('button', { name: 'Reset' }).click();
  await becomes(() => orderOf(other, 'Status')).toBe('ascending');
  await seeNo(changed(other));
});
