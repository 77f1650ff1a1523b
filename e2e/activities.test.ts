import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const colleague = 'hannah.cole@contoso.example';
const activities = (page: Page) => page.getByRole('region', { name: 'Activities' });
const note = (page: Page) => activities(page).getByRole('textbox', { name: 'Note' });
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });

test('WS-15, WS-16, WS-17: a first day with a lead: reply, call, a colleague, and what comes next', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Harbor Lights' });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  await see(note(page));

  // What is typed survives a reload, and mentions a colleague by keyboard.
  await page.keyboard.press('n');
  await page.keyboard.type('Please look at the offer, @hann');
  await see(page.getByRole('option', { name: /Hannah/ }));
  await checkEverywhere(page);
  await page.keyboard.press('Enter');
  await becomes(() => note(page).inputValue()).toMatch(/@Hannah \S+ $/);
  await page.waitForTimeout(500);
  await page.reload();
  await becomes(() => note(page).inputValue()).toMatch(/@Hannah \S+ $/);
  await note(page).press('Control+Enter');
  await see(toast(page, /Note saved/));
  await see(activities(page).getByText(/Please look at the offer/));

  // Deleted by mistake.
  await activities(page).getByRole('button', { name: 'Edit or delete' }).click();
  await page.getByRole('menuitem', { name: 'Delete note' }).click();
  await seeNo(activities(page).getByText(/Please look at the offer/));
  await toast(page, /Note deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await see(activities(page).getByText(/Please look at the offer/));

  // The next step is due today: it is in the Action center, and done.
  await page.getByRole('button', { name: 'Plan the next step' }).click();
  const dialog = page.getByRole('dialog', { name: 'Next step' });
  await dialog.getByLabel('What happens next').fill('Call about the offer');
  await dialog.getByRole('button', { name: 'Today' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await see(page.getByRole('region', { name: 'Next step' }).getByText('Call about the offer'));
  await page.getByRole('button', { name: /^Action center/ }).click();
  await see(page.getByText('Next step with Harbor Lights'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mark as done: Call about the offer' }).click();
  await toast(page, /Done: Call about the offer/)
    .getByRole('button', { name: 'Log it' })
    .click();
  await activities(page).getByLabel('How it went').selectOption('Reached');
  await activities(page).getByRole('button', { name: 'Save call' }).click();
  await see(activities(page).getByText('Reached', { exact: true }).last());

  // A reply begins with a template, is copied, and noted.
  await page.getByRole('button', { name: 'Reply by email' }).click();
  const reply = page.getByRole('dialog', { name: 'Reply by email' });
  await becomes(() => reply.getByLabel('Text').inputValue()).toContain('Best regards');
  expect(await reply.getByLabel('Text').inputValue()).not.toContain('{{');
  await reply.getByRole('button', { name: 'Copy text' }).click();
  await see(toast(page, /Copied, and logged as an email/));

  const theirs = await desk.signIn(colleague, '/');
  await theirs.getByRole('button', { name: /^Action center/ }).click();
  await see(theirs.getByText(/mentioned you about Harbor Lights/).first());
});

test('WS-17: a template is written in the settings, shared, and there for colleagues', async () => {
  const page = await desk.signIn(admin, '/settings/reply-templates');
  await page.getByRole('button', { name: 'New template', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New template' });
  await dialog.getByLabel('Name').fill('Quote sent');
  await dialog.getByLabel('Subject').fill('Your quote for {{offer}}');
  await dialog.getByLabel('Text').fill('Hello {{firstname}}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await see(dialog.getByText('There is no field {{firstname}}'));
  await dialog.getByLabel('Text').fill('Hello {{firstName}}');
  await dialog.getByLabel(/^Share with everyone/).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await see(page.getByText('Quote sent'));
  await checkEverywhere(page);
  const theirs = await desk.signIn('referrals.user@contoso.example', '/settings/reply-templates');
  await see(theirs.getByText('Quote sent'));
  await seeNo(theirs.getByRole('button', { name: 'Edit Quote sent' }));
});
