import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, rowOf, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const operator = 'operator.admin@northwind.example';

const banner = (page: Page) => page.getByRole('note').filter({ hasText: 'counts as spam' });
const panel = (page: Page) => page.getByRole('region', { name: 'Contact checks' });

/** Opens a lead and waits until its first check has finished. */
async function openChecked(leadId: string): Promise<Page> {
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  await see(panel(page).getByText('Address format'));
  await see(panel(page).getByRole('button', { name: 'Check again' }));
  return page;
}

test('CV-2, CV-3, CV-7: a lead says how its contact is known', async () => {
  const { leadId } = await sendMarketplaceLead(desk, {
    company: 'Meadow Tools',
    email: 'info@gmial.com',
    phone: '+49 30 901820 ext. 12',
  });
  const page = await openChecked(leadId);
  const number = panel(page).getByRole('region', { name: 'Phone number' });
  await see(number.getByText('Valid (fits the numbering plan)'));
  await see(number.getByText('+4930901820'));
  await see(number.getByRole('button', { name: 'Copy the extension' }));
  await see(panel(page).getByText('Did they mean gmail.com?'));
  await see(panel(page).getByText('info@gmail.com'));
  const customer = page.getByRole('region', { name: 'Customer and contact' });
  await see(customer.getByText('Valid (fits the numbering plan)'));
  await see(page.getByRole('region', { name: 'Timeline' }).getByText('Contact checked'));
  await checkEverywhere(page);

  const again = panel(page).getByRole('button', { name: /^Check/ });
  await tabTo(page, again);
  await page.keyboard.press('Enter');
  await becomes(() =>
    page
      .getByRole('status')
      .filter({ hasText: /^Checked\./ })
      .count(),
  ).toBe(1);
  expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);

  await customer.getByRole('button', { name: 'Contact checks' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('how-we-know');
});

test('CV-6, CV-7: a lead is reported as spam by keyboard, and the report is withdrawn', async () => {
  const company = 'Cheap Watches Now';
  const { leadId } = await sendMarketplaceLead(desk, { company, email: 'win@cheap-watches-for-you.com' });
  const page = await openChecked(leadId);
  expect(await banner(page).count()).toBe(0);
  await tabTo(page, panel(page).getByRole('button', { name: 'Report as spam' }));
  await page.keyboard.press('Space');
  await see(page.getByText('Reported as spam.'));
  await see(banner(page).getByText('Reported by Grace Okafor'));
  await see(page.getByRole('region', { name: 'Timeline' }).getByText('Reported as spam'));
  await see(panel(page).getByText('Failed'));
  await checkEverywhere(page);

  await page.getByRole('link', { name: 'Leads', exact: true }).first().click();
  await see(rowOf(page, company).getByText('Spam'));
  await rowOf(page, company).getByRole('link').click();

  await banner(page).getByRole('button', { name: 'Withdraw report' }).click();
  await see(page.getByText('Report withdrawn.'));
  await seeNo(banner(page));
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await see(banner(page));
});

test('CV-6: what the operator blocks is spam on older leads too, until it is taken off', async () => {
  const { leadId } = await sendMarketplaceLead(desk, {
    company: 'Harbour Lights',
    email: 'kim@mail.harbour-lights-trading.com',
  });
  const lead = await openChecked(leadId);
  expect(await banner(lead).count()).toBe(0);

  const page = await desk.signIn(operator, '/settings/spam-lists', {
    refusals: [/^400 POST \/api\/v1\/contact-marks$/],
  });
  await see(page.getByText('Nothing is blocked'));
  await addToBlockList(page, 'harbour-lights-trading.com');
  await see(page.getByText('harbour-lights-trading.com is now on the block list.'));
  await see(banner(lead));
  await checkEverywhere(page);

  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  const dialog = await addToBlockList(page, 'harbour-lights-trading.com');
  await see(dialog.getByText('Is already on this list'));
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('button', { name: 'Remove harbour-lights-trading.com from the block list' }).click();
  await see(page.getByText('Nothing is blocked'));
  await seeNo(banner(lead));
});

test('CV-6: the spam lists are for operator admins only', async () => {
  const page = await desk.signIn(admin, '/settings/spam-lists');
  await see(page.getByRole('heading', { name: 'Your role can’t change the spam lists' }));
  expect(await page.getByRole('link', { name: 'Spam lists' }).count()).toBe(0);
});

async function addToBlockList(page: Page, value: string) {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a list' });
  await dialog.getByLabel('Address, domain or number').fill(value);
  expect(await dialog.getByRole('radio', { name: 'Domain' }).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Add to the block list' }).click();
  return dialog;
}
