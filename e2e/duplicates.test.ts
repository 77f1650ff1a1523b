import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const panelOf = (page: Page) => page.getByRole('region', { name: 'Possible duplicates' });

/**
 * Two inquiries of one customer under slightly different names, both checked. Each customer needs its own phone number:
 * with the same one, Kim Park would be one person at all of them.
 * @returns the page of the second
 */
async function openSecondInquiry(company: string, domain: string, phone: string): Promise<Page> {
  await sendMarketplaceLead(desk, { company: `${company} GmbH`, email: `kim.park@${domain}`, phone });
  const { leadId } = await sendMarketplaceLead(desk, { company, email: `Kim.Park+shop@${domain}`, phone });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  await see(panelOf(page).getByText('Same email address'));
  return page;
}

test('LQ-4: two leads of one customer are linked by keyboard, and the link is removed', async () => {
  const page = await openSecondInquiry('Alder Joinery', 'alder-joinery.com', '+1 425 555 0101');
  const panel = panelOf(page);
  await see(panel.getByText('Likely', { exact: true }));
  await see(panel.getByText('Same company name'));
  await checkEverywhere(page);

  await tabTo(page, panel.getByRole('button', { name: 'Link to Alder Joinery GmbH' }));
  await page.keyboard.press('Enter');
  await see(page.getByText('The two leads are linked.'));
  await see(panel.getByText('Linked', { exact: true }));
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await see(timeline.getByText('Linked to a duplicate'));
  // Linked leads are already the same customer: the link is undone first.
  expect(await panel.getByRole('button', { name: /^Not a duplicate/ }).count()).toBe(0);
  await checkEverywhere(page);

  await panel.getByRole('link', { name: 'Alder Joinery GmbH' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Alder Joinery GmbH' }));
  await see(panel.getByText('Linked', { exact: true }));
  await panel.getByRole('button', { name: 'Remove link to Alder Joinery' }).click();
  await see(panel.getByText('Likely', { exact: true }));
});

test('LQ-4: what is no duplicate is put away, and taken back', async () => {
  const page = await openSecondInquiry('Birch Bakery', 'birch-bakery.com', '+1 425 555 0102');
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Not a duplicate: Birch Bakery GmbH' }).click();
  await see(panel.getByText('No other possible duplicates'));
  const putAway = panel.getByText('Marked as not a duplicate (1)');
  await tabTo(page, putAway);
  await page.keyboard.press('Enter');
  await see(panel.getByText('Not a duplicate', { exact: true }));
  await checkEverywhere(page);
  await panel.getByRole('button', { name: 'Undo for Birch Bakery GmbH' }).click();
  await see(panel.getByText('Likely', { exact: true }));
  await seeNo(putAway);
});

test('LQ-4, LC-7: a lead is closed as a duplicate of the other, which stays as it is', async () => {
  const page = await openSecondInquiry('Cedar Clinic', 'cedar-clinic.com', '+1 425 555 0103');
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Close as duplicate of Cedar Clinic GmbH' }).click();
  const dialog = page.getByRole('dialog', { name: /error/ });
  await see(dialog);
  await checkEverywhere(page);
  await dialog
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
  await seeNo(dialog);
  await see(page.getByRole('main').getByText('Closed as error').first());
  await see(page.getByRole('region', { name: 'Timeline' }).getByText('Duplicate'));
  expect(await panel.getByRole('button', { name: /^Close as duplicate/ }).count()).toBe(0);
  await checkEverywhere(page);

  await panel.getByRole('link', { name: 'Cedar Clinic GmbH' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Cedar Clinic GmbH' }));
  await see(page.getByRole('button', { name: 'Accept' }));
});
