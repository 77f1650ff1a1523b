import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, rowOf, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const user = 'referrals.user@contoso.example';
const owner = (page: Page) => page.getByRole('button', { name: /^Owner: / });
const option = (page: Page, name: RegExp) => page.locator('[role=option]').filter({ hasText: name });
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });

async function nameOf(page: Page): Promise<string> {
  const me = (await (await page.request.get(`${desk.address}/api/v1/me`)).json()) as {
    person: { name: string };
  };
  return me.person.name;
}

test('ID-1, NT-5: a received lead gets an owner by mouse, who then sees it and is told', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Harbor Lights' });
  const colleague = await desk.signIn(user, `/leads/${leadId}`, { refusals: [/^404 GET /] });
  await see(colleague.getByRole('heading', { name: 'This lead doesn’t exist, or you can’t see it' }));
  const [theirs, page] = [await nameOf(colleague), await desk.signIn(admin, `/leads/${leadId}`)];
  await see(page.getByRole('button', { name: 'Owner: Nobody (choose someone)' }));

  await page.getByRole('button', { name: 'Assign to me' }).click();
  await see(toast(page, /You own this lead now/));
  await see(owner(page).filter({ hasText: await nameOf(page) }));
  await seeNo(page.getByRole('button', { name: 'Assign to me' }));
  await becomes(() => page.evaluate(() => document.activeElement?.id)).toBe('lead-owner');

  await owner(page).click();
  await page.getByLabel('Search colleagues').fill(theirs);
  await checkEverywhere(page);
  await option(page, new RegExp(theirs)).click();
  await see(toast(page, new RegExp(`${theirs} owns this lead now`)));
  await see(timeline(page).getByText('Assigned').first());
  await becomes(() => timeline(page).innerText()).toContain(theirs);

  await colleague.reload();
  await see(colleague.getByRole('heading', { level: 1, name: 'Harbor Lights' }));
  await colleague.getByRole('button', { name: /^Action center/ }).click();
  await see(colleague.getByText(/assigned Harbor Lights to you/));
});

test('WS-8: by keyboard alone: choose, undo, and find one’s own leads', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Keyboard Works' });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  const mine = await nameOf(page);
  await see(owner(page));
  await page.keyboard.press('i');
  await see(option(page, /@/));
  await page.keyboard.press('Escape');
  await seeNo(option(page, /@/));
  expect(page.url()).toContain(leadId);

  await page.keyboard.press('i');
  await see(option(page, /@/));
  await page.keyboard.type(mine);
  await becomes(() => option(page, /@/).count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(toast(page, /You own this lead now/));
  await becomes(() => page.evaluate(() => document.activeElement?.id)).toBe('lead-owner');

  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await see(toast(page, /Nobody owns this lead now/));
  await see(page.getByRole('button', { name: 'Owner: Nobody (choose someone)' }));

  await tabTo(page, page.getByRole('button', { name: 'Assign to me' }));
  await page.keyboard.press('Enter');
  await see(owner(page).filter({ hasText: mine }));
  await page.goto(`${desk.address}/leads`);
  await see(rowOf(page, 'Keyboard Works'));
  await tabTo(page, page.getByRole('button', { name: 'Mine', exact: true }));
  await page.keyboard.press('Enter');
  await see(page.getByText('Owner: Me'));
  await becomes(() => page.url()).toContain('assignedTo=me');
  await see(rowOf(page, 'Keyboard Works'));
  await page.keyboard.press('?');
  await see(page.getByText('Choose the owner of the open lead'));
});
