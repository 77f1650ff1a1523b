import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { see, sendForm, useDesk } from './support.ts';

const desk = useDesk();

/** Sends the form of an offer's page. */
async function ask(customer: Page, firstName: string, company: string) {
  await customer.getByLabel('First name').fill(firstName);
  await customer.getByLabel('Last name').fill('Haddad');
  await customer.getByLabel('Email address').fill(`${firstName.toLowerCase()}@lakeside.example`);
  await customer.getByLabel('Company').fill(company);
  await customer.getByLabel('Country').selectOption('US');
  await customer.getByLabel(/^I agree/).check();
  await sendForm(customer, 'Contact me');
  await see(customer.getByRole('heading', { name: 'Your request was sent to Contoso.' }));
}

test('OF-4 a partner writes an offer, tries it out and publishes it, and a customer’s request is a lead', async () => {
  const grace = await desk.signIn('referrals.admin@contoso.example', '/presence/offers', {
    refusals: [/^400 PATCH \/api\/v1\/offers\//, /^409 POST \/api\/v1\/offers\//],
  });
  await see(grace.getByRole('link', { name: 'Contoso Backup Suite' }));
  await checkEverywhere(grace);
  await grace.getByRole('button', { name: 'New offer' }).click();
  const begin = grace.getByRole('dialog', { name: 'New offer' });
  await begin.getByLabel('Offer ID').fill('Archive');
  await begin.getByRole('button', { name: 'Create draft' }).click();
  await see(begin.getByText('Use 1 to 50 lower-case letters, digits, - and _'));
  await begin.getByLabel('Offer ID').fill('archive');
  await begin.getByRole('button', { name: 'Create draft' }).click();

  await see(grace.getByRole('heading', { level: 1, name: 'contoso.archive' }));
  await grace.getByLabel('Name', { exact: true }).fill('Archive Keeper');
  await grace.getByRole('radio', { name: 'Contact me' }).check();
  await grace.getByLabel('Privacy policy').fill('http://contoso.example');
  await grace.getByRole('button', { name: 'Create preview' }).click();
  await see(grace.getByText('Is not a link that begins with https://'));
  await checkEverywhere(grace);
  await grace.getByLabel('Privacy policy').fill('https://contoso.example/privacy');
  await grace.getByRole('button', { name: 'Create preview' }).click();
  const link = grace.getByRole('link', { name: 'Open the preview' });
  await see(link);
  const preview = new URL((await link.getAttribute('href')) ?? '').pathname;

  const tester = await desk.visit(preview);
  await see(tester.getByText('This is a preview', { exact: false }));
  await checkEverywhere(tester);
  await ask(tester, 'Tess', 'Test Drive Ltd');

  await grace.getByRole('button', { name: 'Publish' }).click();
  await see(grace.getByText('Is missing'));
  await see(grace.getByText('Must name at least one storefront'));
  await grace.getByLabel('Search summary').fill('Keeps what you must not lose');
  await grace.getByLabel('Description', { exact: true }).fill('For ten years.\n\n- **safe**\n- quick');
  await grace.getByRole('checkbox', { name: 'AppSource' }).check();
  await grace.getByRole('button', { name: 'Publish' }).click();
  await see(grace.getByText('Offer published: customers see it now'));
  await see(grace.getByRole('link', { name: 'Open the page in AppSource' }));
  await checkEverywhere(grace);

  await grace.getByLabel('Name', { exact: true }).fill('Something else');
  await grace.getByRole('button', { name: 'Save' }).click();
  await see(grace.getByText('Changes not published'));
  await grace.getByRole('button', { name: 'Discard changes' }).click();
  await grace.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
  await see(grace.getByText('Changes discarded'));
  expect(await grace.getByLabel('Name', { exact: true }).inputValue()).toBe('Archive Keeper');

  const customer = await desk.visit('/offers/appsource/contoso.archive?src=letter');
  await see(customer.getByRole('listitem').filter({ hasText: 'safe' }));
  await checkEverywhere(customer);
  await ask(customer, 'Noor', 'Lakeside Inn');
  await grace.goto(`${desk.address}/leads?limit=25`);
  await grace.getByRole('link', { name: 'Lakeside Inn' }).first().click();
  await see(grace.getByText('letter', { exact: true }));

  await grace.goto(`${desk.address}/presence/offers/contoso.archive`);
  await grace.getByRole('button', { name: 'Stop offer' }).click();
  await grace.getByRole('dialog').getByRole('button', { name: 'Stop offer' }).click();
  await see(grace.getByText('Offer stopped'));
  expect((await customer.request.get(`${desk.address}/offers/appsource/contoso.archive`)).status()).toBe(404);
});

test('OF-1 the operator finds the offers of a partner', async () => {
  const ines = await desk.signIn('operator.admin@northwind.example', '/presence/offers');
  await see(ines.getByRole('columnheader', { name: 'Partner' }));
  await ines.getByRole('combobox', { name: 'Partner' }).click();
  await ines.getByRole('option', { name: 'Fabrikam', exact: false }).first().click();
  await see(ines.getByRole('link', { name: /Field Service/ }));
  expect(await ines.getByRole('link', { name: 'Contoso Backup Suite' }).count()).toBe(0);
  await checkEverywhere(ines);
});
