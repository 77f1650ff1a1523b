import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { IntakeReceipt } from '../contract/intake/intake.ts';
import { checkAccessibility, checkEverywhere, checkNoSidewaysScroll } from './checks.ts';
import { demoPassword } from './product.ts';
import {
  becomes,
  postJson,
  readmeExample,
  rowOf,
  see,
  seeNo,
  sendMarketplaceLead,
  statedTotal,
  tabTo,
  useDesk,
} from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';

test('LC-2, LC-6: a marketplace lead becomes a won deal', async () => {
  const page = await signInByHand();
  const { path, body } = await readmeExample();

  const answer = await postJson(desk.address + path, body);
  expect(answer.status).toBe(201);
  const { leadId } = (await answer.json()) as IntakeReceipt;
  const again = await postJson(desk.address + path, body);
  expect([again.status, ((await again.json()) as IntakeReceipt).leadId]).toEqual([200, leadId]);

  const row = rowOf(page, 'Lakeside Clinics');
  const pill = page.getByRole('button', { name: /^1 new lead/ });
  await see(row.or(pill));
  if (await pill.isVisible()) await pill.click();
  await see(row);
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  await row.getByRole('link').click();

  await see(page.getByRole('heading', { level: 1, name: 'Lakeside Clinics' }));
  await see(page.getByText('Please call us about backups for three clinics.'));
  await see(page.getByRole('link', { name: 'noor.haddad@lakeside.example' }));
  await see(page.getByText('Contoso Backup Suite', { exact: true }));
  expect(await page.title()).toBe('Lakeside Clinics · Leadlight');
  await checkEverywhere(page);

  await accept(page);
  await edit(page);
  await win(page);

  const timeline = page.getByRole('region', { name: 'Timeline' });
  await becomes(() => timeline.getByRole('listitem').locator('strong').allTextContents()).toEqual([
    'Won',
    'Changed',
    'Changed',
    'Accepted',
    'Contact checked',
    'Received',
  ]);
  for (const words of [
    'by Grace Okafor',
    'from Azure Marketplace',
    '$14,500',
    'Not done',
    'Signed for three years.',
  ]) {
    await see(timeline.getByText(words));
  }
  await page.reload();
  await see(page.getByRole('region', { name: 'How it ended' }).getByText('$14,500'));
  await seeNo(page.getByRole('region', { name: 'Actions' }));
  await checkEverywhere(page);
});

/** Signs in as everyone does: through the page itself, first with a wrong password. */
async function signInByHand(): Promise<Page> {
  const page = await desk.visit('/', { refusals: [/^401 POST \/api\/v1\/session$/] });
  await see(page.getByRole('heading', { name: 'Sign in to Leadlight' }));
  await see(page.getByRole('button', { name: /Sign in as Grace Okafor/ }));
  await checkEverywhere(page);
  await page.getByLabel('Email address').fill(admin);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = page.getByRole('alert');
  await see(alert.getByText('The email address or password is wrong. Check both and try again.'));
  expect(await page.getByLabel('Email address').inputValue()).toBe(admin);
  await checkAccessibility(page);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await see(page.getByRole('region', { name: /^Due within a day/ }).getByRole('listitem'));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Marketplace' }).click();
  expect(await statedTotal(page)).toBeGreaterThan(100);
  return page;
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept lead' });
  await dialog.getByLabel('Estimated value').fill('12500');
  await dialog.getByLabel('Notes').fill('Three clinics, one contract.');
  await dialog.getByRole('button', { name: 'Accept lead' }).click();

  await see(dialog.getByText('Choose a time frame or a date'));
  expect(await dialog.getByLabel('Estimated value').inputValue()).toBe('12,500');
  expect(await dialog.getByLabel('Notes').inputValue()).toBe('Three clinics, one contract.');
  expect(await dialog.getByLabel('Deal name').inputValue()).toBe('Lakeside Clinics – Contoso Backup Suite');
  await checkEverywhere(page);

  await dialog.getByRole('button', { name: 'Within 3 months' }).click();
  await dialog.getByRole('button', { name: /^More/ }).click();
  await dialog.getByLabel('CRM ID').fill('OPP-4711');
  await dialog.getByRole('button', { name: 'Add employee' }).click();
  await dialog.getByLabel('Name of employee 1').fill('Olga Petrov');
  await dialog.getByLabel('Email address of employee 1').fill('olga.petrov@contoso.example');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(dialog);
  const deal = page.getByRole('region', { name: 'Deal' });
  for (const words of ['$12,500', 'Three clinics, one contract.', 'OPP-4711'])
    await see(deal.getByText(words));
  await see(page.getByRole('region', { name: 'Team' }).getByText('Olga Petrov'));
}

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit deal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit deal' });
  await dialog.getByLabel('Estimated value').fill('14000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seeNo(dialog);
  await see(page.getByRole('region', { name: 'Deal' }).getByText('$14,000'));

  // Ticked once the desk confirms it, which is a moment after the click.
  await page.getByRole('checkbox', { name: 'Qualified' }).click();
  await see(page.getByRole('region', { name: 'Timeline' }).getByText('Done', { exact: true }));
  await checkEverywhere(page);
}

async function win(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Won', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Close as won' });
  expect(await dialog.getByLabel('Final value').inputValue()).toBe('14,000');
  await dialog.getByLabel('Final value').fill('14500');
  await dialog.getByLabel('Notes').fill('Signed for three years.');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Close as won' }).click();
  await seeNo(dialog);
}

test('WS-8: the dark look is remembered, and signing out leaves nothing behind', async () => {
  const page = await desk.signIn(admin, '/leads', { refusals: [/^401 GET \/api\/v1\/me$/] });
  await statedTotal(page);
  await page.getByRole('button', { name: 'Account: Grace Okafor' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await statedTotal(page);
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  await checkAccessibility(page);
  await page.locator('[data-lead-link]').nth(2).click();
  await see(page.getByRole('region', { name: 'Timeline' }).getByRole('listitem'));
  await checkEverywhere(page);

  await page.getByRole('button', { name: 'Account: Grace Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await see(page.getByRole('heading', { name: 'Sign in to Leadlight' }));
  await checkEverywhere(page);
  await page.goto(`${desk.address}/leads`);
  await see(page.getByRole('heading', { name: 'Sign in to Leadlight' }));
});

test('WS-8, LC-3, LC-7: leads are declined and closed as an error with the keyboard alone', async () => {
  const [first, second] = ['Keyboard Works', 'Second Keyboard Works'] as const;
  await sendMarketplaceLead(desk, { company: second });
  const { leadId } = await sendMarketplaceLead(desk, { company: first });
  const page = await desk.signIn(admin, '/leads?search=keyboard');
  await see(rowOf(page, first));

  await page.keyboard.press('j');
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(first);
  await page.keyboard.press('d');
  const decline = page.getByRole('dialog', { name: 'Decline lead' });
  await see(decline);
  expect(page.url()).not.toContain(leadId);
  await chooseReason(page, 'No capacity now');
  await checkAccessibility(page);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fully booked until spring.');
  await page.keyboard.press('Escape');
  await see(page.getByRole('alertdialog', { name: 'Discard what you typed?' }));
  await page.keyboard.press('Enter');
  await seeNo(page.getByRole('alertdialog'));
  await tabTo(page, decline.getByRole('button', { name: 'Decline lead' }));
  await page.keyboard.press('Enter');
  await seeNo(decline);
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(second);
  await page.keyboard.press('k');
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(first);
  await page.keyboard.press('Enter');
  const ending = page.getByRole('region', { name: 'How it ended' });
  for (const words of ['Declined', 'No capacity now', 'Fully booked until spring.']) {
    await see(ending.getByText(words, { exact: true }));
  }

  await page.keyboard.press('j');
  await see(page.getByRole('heading', { level: 1, name: second, exact: true }));
  await tabTo(page, page.getByRole('button', { name: 'Close as error' }));
  await page.keyboard.press('Enter');
  const error = page.getByRole('dialog', { name: 'Close as error' });
  await see(error);
  await chooseReason(page, 'Duplicate of another lead');
  await tabTo(page, error.getByLabel('The other lead'));
  await page.keyboard.type(`${desk.address}/leads/${leadId}`);
  await checkNoSidewaysScroll(page);
  await tabTo(page, error.getByRole('button', { name: 'Close as error' }));
  await page.keyboard.press('Enter');
  await seeNo(error);
  await see(ending.getByRole('link', { name: 'Another lead' }));
  await checkEverywhere(page);
});

/** Moves down the focused list of reasons to one of them. */
async function chooseReason(page: Page, reason: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel('Reason');
  await becomes(() => field.first().evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { name: reason });
  await see(option);
  for (let presses = 0; presses < 12; presses++) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await becomes(() => field.first().inputValue()).toBe(reason);
}
