import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LeadPage } from '../contract/leads/lead-list.ts';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, postJson, readmeExample, rowOf, see, seeNo, sendForm, useDesk } from './support.ts';

const desk = useDesk();

test('a customer without JavaScript asks a partner, and the partner sees a hot lead', async () => {
  const customer = await desk.visit('/p/contoso-munich', { javaScript: false });
  await see(customer.getByRole('heading', { level: 1, name: 'Contoso Deutschland' }));
  await customer.getByLabel('Vorname').fill('Frieda');
  await customer.getByLabel('Nachname').fill('Groß');
  await customer.getByLabel('E-Mail-Adresse').fill('frieda.gross@bergblick.example');
  await customer.getByLabel('Firma').fill('Pension Bergblick');
  await customer.getByLabel('Land', { exact: true }).selectOption({ label: 'Deutschland' });
  await customer
    .getByLabel('Nachricht')
    .fill('Wir suchen Hilfe beim Umzug in die Cloud.\nBitte rufen Sie an.');
  await customer.getByLabel(/direkt kontaktiert/).check();
  await customer.getByLabel(/^Ich bin einverstanden/).check();
  await sendForm(customer, 'Anfrage senden');
  await see(customer.getByRole('heading', { name: 'Ihre Anfrage wurde an Contoso Deutschland gesendet.' }));
  expect(new URL(customer.url()).pathname).toBe('/partners/de/contoso-munich/thanks');
  await checkEverywhere(await desk.visit('/p/contoso-munich'));

  // Her profile is German, and so is the app.
  const katharina = await desk.signIn('referrals.munich@contoso.example', '/leads?limit=25');
  const row = rowOf(katharina, 'Pension Bergblick');
  await see(row.getByText('Eilig: Der Kunde hat um direkten Kontakt gebeten'));
  await row.getByRole('link').click();
  await see(katharina.getByText('Der Kunde hat um direkten Kontakt gebeten', { exact: true }));
  await see(katharina.getByText('Bitte rufen Sie an.'));
  await checkEverywhere(katharina);
});

test('an offer page says everything that is wrong, and keeps what was typed', async () => {
  const page = await desk.visit('/o/contoso.backup-suite', {
    refusals: [/^400 POST \/offers\/\w+\/contoso\.backup-suite$/],
  });
  await checkEverywhere(page);
  await page.getByLabel('First name').fill('Noor');
  await page.getByLabel('Email address').fill('  ');
  await page.getByRole('button', { name: 'Contact me' }).click();
  const summary = page.getByRole('alert');
  await see(summary.getByRole('heading', { name: '3 answers need another look' }));
  expect(await page.getByLabel('First name').inputValue()).toBe('Noor');
  expect(await page.title()).toMatch(/^Error: /);
  await checkEverywhere(page);
  await summary.getByRole('link', { name: /^Enter your email address/ }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');

  await page.getByLabel('Last name').fill('Haddad');
  await page.getByLabel('Email address').fill('noor.haddad@lakeside.example');
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel(/^I agree/).check();
  await sendForm(page, 'Contact me');
  await see(page.getByRole('heading', { name: 'Your request was sent to Contoso.' }));
  await checkEverywhere(page);
});

test('a marketplace endpoint works until it is revoked', async () => {
  const page = await desk.signIn('account.admin@contoso.example', '/settings/marketplace-endpoints', {
    withoutClipboard: true,
  });
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  const form = page.getByRole('dialog', { name: 'Create marketplace endpoint' });
  await form.getByRole('button', { name: 'Create endpoint' }).click();
  await see(form.getByText('Enter a name, such as the marketplace or offer'));
  await form.getByLabel('Name').fill('Backup offer');
  await form.getByRole('button', { name: 'Create endpoint' }).click();
  const { dialog, secret: url } = await readSecret(page, 'Endpoint “Backup offer”', /^http:\/\/.+\/lmk_\S+$/);
  await see(dialog.getByText('"ActionCode": "PLT"'));
  await dialog.getByRole('button', { name: 'Copy address' }).click();
  await see(page.getByRole('tooltip').getByText('Copied'));
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: 'I’ve copied it' }).click();
  await seeNo(dialog);
  expect(await page.content()).not.toContain(url);

  const { body } = await readmeExample();
  expect((await postJson(url, body)).status).toBe(201);
  await page.reload();
  await becomes(() => page.title()).toBe('Marketplace endpoints · Settings · Leadlight');
  const row = page.getByRole('listitem').filter({ hasText: 'Backup offer' });
  await see(row.getByText('Last lead'));
  await checkEverywhere(page);
  await row.getByRole('button', { name: 'Revoke the endpoint Backup offer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke endpoint' }).click();
  await seeNo(row);
  expect((await postJson(url, body)).status).toBe(404);
});

test('an API token reads the leads of its organization until it is deleted', async () => {
  const page = await desk.signIn('account.admin@contoso.example', '/settings/api-tokens');
  await page.getByRole('button', { name: 'Create token' }).click();
  const form = page.getByRole('dialog', { name: 'Create API token' });
  await form.getByLabel('Name').fill('Reporting');
  await checkAccessibility(page);
  await form.getByRole('button', { name: 'Create token' }).click();
  const { dialog, secret: token } = await readSecret(page, 'Token “Reporting”', /^llt_\S+$/);
  await dialog.getByRole('button', { name: 'I’ve copied it' }).click();
  await seeNo(dialog);

  const read = () =>
    fetch(`${desk.address}/api/v1/leads?limit=5`, { headers: { authorization: `Bearer ${token}` } });
  const leads = (await (await read()).json()) as LeadPage;
  expect(leads.items).toHaveLength(5);
  expect(leads.total).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Delete the token Reporting' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click();
  await seeNo(page.getByText('Reporting', { exact: true }));
  expect((await read()).status).toBe(401);

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Access log' }).click();
  await see(page.getByRole('table'));
  await checkEverywhere(page);
});

/** The secret that the dialog shows only once. */
async function readSecret(page: Page, title: string, looks: RegExp) {
  const dialog = page.getByRole('dialog', { name: title });
  await see(dialog);
  const secret = (await dialog.locator('code').first().textContent()) ?? '';
  expect(secret).toMatch(looks);
  return { dialog, secret };
}
