import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

// Nothing listens there: customers would be told, and nothing leaves this machine.
const desk = useDesk({ SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: 'desk@leads.example' });

const admin = 'referrals.admin@contoso.example';
/** A deliverable address, unlike those below `.example`, which are never written to. */
const email = 'kim.park@lakeside-inn.com';
const news = /\/api\/v1\/leads\/[^/]+\/customer-news/;
const refusedNews = /^500 GET .*\/customer-news$/;

async function openDecline(page: Page) {
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline lead' });
  await see(dialog);
  return dialog;
}

test('LC-3: who declines reads before what the customer is told, and the email itself', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Told Inn', email });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  const dialog = await openDecline(page);
  await see(dialog.getByText('We’ll email the customer to say that you can’t take on the request'));
  const mail = dialog.getByRole('region', { name: 'The email to the customer' });
  expect(await mail.isVisible()).toBe(false);
  await dialog.getByText('Show the email').click();
  await see(mail);
  expect(await mail.textContent()).toContain('Contoso');
  await checkEverywhere(page);
});

test('LC-3: the dialog says why nobody can be told', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Mute Inn', email: '' });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  const dialog = await openDecline(page);
  await see(dialog.getByText('The customer won’t be told: the customer gave no email address.'));
  await seeNo(dialog.getByText('Show the email'));
});

test('LC-3: declining waits for no answer about the customer: not while it is asked, nor when that fails', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Hasty Inn', email });
  const page = await desk.signIn(admin, `/leads/${leadId}`, { refusals: [refusedNews] });
  let fail = () => {};
  const held = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route(news, async (route) => {
    await held;
    await route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' });
  });
  const dialog = await openDecline(page);
  await see(dialog.getByText('Checking what the customer will be told…'));
  const reason = dialog
    .getByRole('combobox', { name: 'Reason' })
    .or(dialog.getByRole('textbox', { name: 'Reason' }));
  await becomes(() => reason.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await seeWhole(page, 'Another reason');
  await page.getByRole('option', { name: 'No capacity now' }).click();
  fail();
  await see(dialog.getByText('We can’t show what the customer will be told right now.'));
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Decline lead' }).click();
  await seeNo(dialog);
  await see(page.getByRole('region', { name: 'How it ended' }).getByText('Declined', { exact: true }));
});

/** Checks that the last reason is visible without scrolling the list or the page. */
async function seeWhole(page: Page, reason: string): Promise<void> {
  const option = page.getByRole('option', { name: reason, exact: true });
  await see(option);
  await becomes(() =>
    option.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
      return box.top >= 0 && box.bottom <= window.innerHeight && element.contains(top);
    }),
  ).toBe(true);
}
