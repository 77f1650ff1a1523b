import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, rowOf, see, seeNo, useDesk } from './support.ts';

const desk = useDesk();

/** Fills in the form as a program does: every field, including the hidden one. */
async function sendLikeAProgram(page: Page, company: string): Promise<void> {
  await page.getByLabel('First name').fill('Noor');
  await page.getByLabel('Last name').fill('Haddad');
  await page.getByLabel('Email address').fill('noor.haddad@lakeside.example');
  await page.getByLabel('Company').fill(company);
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel(/^I agree/).check();
  await page.locator('[name="homepage"]').evaluate((field: HTMLInputElement) => {
    field.value = 'https://spam.example';
  });
  await page.getByRole('button', { name: 'Contact me' }).click();
  await see(page.getByRole('heading', { name: 'Your request was sent to Contoso.' }));
}

test('IN-7: the browser proves its work while the customer types', async () => {
  const page = await desk.visit('/o/contoso.backup-suite');
  await becomes(() => page.locator('[name="proof"]').inputValue()).toMatch(/^[A-Za-z0-9+/=]{200,}$/);
  await seeNo(page.getByLabel('Leave this field empty'));
});

test('IN-7: suspected spam waits for the operator, who takes a decision back and releases', async () => {
  await sendLikeAProgram(await desk.visit('/o/contoso.backup-suite'), 'Lakeside Inn');
  await sendLikeAProgram(await desk.visit('/o/contoso.backup-suite'), 'Links Ltd');

  const ines = await desk.signIn('operator.admin@northwind.example', '/leads');
  await ines.getByRole('link', { name: 'Quarantine 2 to decide' }).click();
  await see(ines.getByRole('heading', { level: 1, name: 'Quarantine' }));
  await see(ines.getByText('A field that people can’t see was filled in').first());
  // The proof was accepted: nothing else counts against it.
  await seeNo(ines.getByText(/proof of work/i));
  await checkEverywhere(ines);

  await ines.getByRole('link', { name: /Links Ltd/ }).focus();
  await ines.keyboard.press('j');
  await ines.keyboard.press('Enter');
  await see(ines.getByText('Lakeside Inn'));
  await checkEverywhere(ines);
  await ines.getByRole('button', { name: 'Confirm as spam' }).click();
  await see(ines.getByText(/^Confirmed spam by Ines Calder/));
  await ines.getByRole('button', { name: 'Undo', exact: true }).click();
  await ines.getByRole('button', { name: 'Release' }).click();
  await see(ines.getByText(/^Released by Ines Calder/));
  await checkEverywhere(ines);
  await see(ines.getByRole('link', { name: 'Quarantine 1 to decide' }));
  await ines.getByRole('link', { name: 'Next submission' }).click();
  await see(ines.getByText('Links Ltd').first());
  await see(ines.getByText(/^Waiting for your decision\. It will be deleted on/));
  await ines.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click();
  await ines.getByRole('link', { name: 'Released', exact: true }).click();
  await see(ines.getByRole('link', { name: /Lakeside Inn/ }));
  await ines.getByRole('link', { name: 'Confirmed spam' }).click();
  await see(ines.getByRole('heading', { name: 'No confirmed spam yet' }));
  await checkEverywhere(ines);

  const grace = await desk.signIn('referrals.admin@contoso.example', '/leads?limit=25');
  await see(rowOf(grace, 'Lakeside Inn'));
  await seeNo(rowOf(grace, 'Links Ltd'));
  expect(await grace.getByRole('link', { name: /Quarantine/ }).count()).toBe(0);
  await grace.goto(`${desk.address}/quarantine`);
  await see(grace.getByText('Your role can’t see the quarantine'));
});

test('IN-7, ID-4: an Operator admin of one location is shown no way to what counts for the whole installation', async () => {
  await desk.product.query(`
    with site as (
      insert into location (organization_id, id, name, country, created_at)
      select id, gen_random_uuid(), 'Rotterdam', 'NL', now() from organization where kind = 'operator'
      returning organization_id, id
    )
    update membership set role = 'operator-admin', location_id = site.id
    from site, person
    where membership.organization_id = site.organization_id and membership.person_id = person.id
      and person.email = 'seller@northwind.example'`);
  const sam = await desk.signIn('seller@northwind.example', '/quarantine');
  await see(sam.getByText('Your role can’t see the quarantine'));
  const main = sam.getByRole('navigation', { name: 'Main' });
  expect(await main.getByRole('listitem').allTextContents()).toEqual(['Home', 'Unrouted leads', 'Settings']);
  await main.getByRole('link', { name: 'Settings' }).click();
  const settings = sam.getByRole('navigation', { name: 'Settings' });
  await see(settings.getByRole('link', { name: 'Working calendar' }));
  await seeNo(settings.getByRole('link', { name: 'Spam lists' }));
});
