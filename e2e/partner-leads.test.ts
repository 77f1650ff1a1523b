import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type PartnerLeadSummary, partnerLeadPage } from '../contract/partners/partner-leads.ts';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const ines = 'operator.admin@northwind.example';
const ada = 'account.admin@contoso.example';

const desk = useDesk();

/** What the operator's list holds, as the page itself would request it. */
async function listExpired(page: Page): Promise<PartnerLeadSummary[]> {
  const answer = await page.request.get(`${desk.address}/api/v1/operator/leads?status=Expired&limit=100`);
  return partnerLeadPage.parse(await answer.json()).items;
}

async function checkBothSchemes(page: Page): Promise<void> {
  await checkEverywhere(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkAccessibility(page);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('RT-4, IN-6, ID-7: the operator sees where a lead stands, and its contact once the partner shares it', async () => {
  await sendMarketplaceLead(desk, { company: 'Ridge Dairy', email: 'kim.park@ridge-dairy.example' });
  const operator = await desk.signIn(ines, '/leads');
  await operator.getByRole('link', { name: 'Partners’ leads' }).click();
  await see(operator.getByRole('heading', { level: 1, name: 'Partners’ leads' }));
  await see(operator.getByRole('link', { name: 'Ridge Dairy' }));
  await checkBothSchemes(operator);

  // Mail programs and websites add parameters of their own to links.
  await operator.goto(`${desk.address}/partner-leads?utm_source=mail&status=nope`);
  await see(operator.getByRole('link', { name: 'Ridge Dairy' }));
  expect(new URL(operator.url()).search).toBe('');

  // The newest comes first, and the keyboard gets there.
  await operator.keyboard.press('j');
  await operator.keyboard.press('Enter');
  await see(operator.getByRole('heading', { level: 1, name: 'Ridge Dairy' }));
  await see(operator.getByText('Contact and message aren’t shared with you'));
  await seeNo(operator.getByText('kim.park@ridge-dairy.example'));
  await checkBothSchemes(operator);
  expect(await operator.getByRole('button', { name: 'Send to another partner' }).count()).toBe(0);

  const admin = await desk.signIn(ada, '/settings/contact-sharing');
  await admin.getByRole('checkbox', { name: /^Show contacts and messages/ }).check();
  await checkEverywhere(admin);
  await admin.getByRole('button', { name: 'Save' }).click();
  await see(admin.getByText('Contacts are shared with Northwind Programs.'));
  await see(admin.getByText(/^Changed by Ada Whitfield/));

  await operator.reload();
  await see(operator.getByText('kim.park@ridge-dairy.example'));
  await checkBothSchemes(operator);

  await admin.goto(`${desk.address}/settings/access-log`);
  await see(admin.getByText('Opened a lead in the operator’s list').first());
  await see(admin.getByText('Ines Calder (Northwind Programs)').first());
});

test('RT-4, LC-4: of what expired, the customer sends on what they wrote, and the operator what its people sent', async () => {
  const operator = await desk.signIn(ines, '/partner-leads?status=Expired');
  await see(operator.getByRole('table'));
  const expired = await listExpired(operator);
  const direct = expired.find(({ senderName }) => senderName === null);
  const sent = expired.find(({ senderName }) => senderName !== null);
  if (!direct || !sent) throw new Error('the demo has no expired leads of both kinds');

  await operator.goto(`${desk.address}/partner-leads/${direct.id}`);
  await see(operator.getByText(/Only the customer can choose another partner/));
  await checkEverywhere(operator);
  expect(await operator.getByRole('button', { name: 'Send to another partner' }).count()).toBe(0);

  await operator.goto(`${desk.address}/partner-leads/${sent.id}`);
  await operator.getByRole('button', { name: 'Send to another partner' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Send to another partner' });
  await dialog.getByRole('button', { name: 'Send to partner' }).click();
  await see(dialog.getByText('Choose a partner'));
  const partner = sent.partner.name === 'Contoso' ? 'Fabrikam' : 'Contoso';
  await dialog.getByRole('combobox', { name: 'Partner' }).fill(partner);
  await operator.getByRole('option', { name: partner }).click();
  await dialog.getByRole('button', { name: 'Send to partner' }).click();
  await see(dialog.getByText(/^Ask the customer first/));
  await checkEverywhere(operator);
  await dialog.getByRole('checkbox', { name: /^The customer agreed/ }).check();
  await dialog.getByRole('button', { name: 'Send to partner' }).click();
  await see(operator.getByText(`Sent on to ${partner}`));
  expect(await operator.getByRole('button', { name: 'Send to another partner' }).count()).toBe(0);
  await operator.getByRole('link', { name: 'See how it’s going' }).click();
  await see(operator.getByText(`Partner: ${partner}`));
  await becomes(() => operator.getByRole('listitem').filter({ hasText: 'Received' }).count()).toBe(1);
});

test('RT-4, ID-1: nobody else is shown that page', async () => {
  const seller = await desk.signIn('seller@northwind.example', '/partner-leads');
  await see(seller.getByText('Your role can’t see partners’ leads'));
  await checkEverywhere(seller);
  const grace = await desk.signIn('referrals.admin@contoso.example', '/partner-leads');
  await see(grace.getByText('Your role can’t see partners’ leads'));
  for (const page of [seller, grace])
    expect(await page.getByRole('link', { name: 'Partners’ leads' }).count()).toBe(0);
  await grace.goto(`${desk.address}/settings/contact-sharing`);
  await see(grace.getByText(/shared with Northwind Programs/).first());
  expect(await grace.getByRole('button', { name: 'Save' }).count()).toBe(0);
});
