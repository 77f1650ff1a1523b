import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const operator = 'operator.admin@northwind.example';
const admin = 'referrals.admin@contoso.example';

const valuesOf = (page: Page, list: string) => page.getByRole('list', { name: list, exact: true });
const labelsOf = (page: Page, list: string) =>
  valuesOf(page, list)
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('p')?.textContent ?? ''));
const choose = async (page: Page, label: string, option: string) => {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('VO-1: the operator adds a value, names it in German, moves it and retires it with a replacement', async () => {
  const page = await desk.signIn(operator, '/settings/vocabularies', {
    refusals: [/^409 POST \/api\/v1\/vocabularies\/industries\/values$/],
  });
  await see(valuesOf(page, 'Industries').getByText('Agriculture and forestry'));
  await checkEverywhere(page);

  await page.getByRole('button', { name: 'Add value' }).click();
  const adding = page.getByRole('dialog', { name: 'New value' });
  await adding.getByRole('button', { name: 'Add value' }).click();
  await see(adding.getByText('Enter an English label'));
  await adding.getByLabel('Label in English').fill('Ship building');
  expect(await adding.getByLabel('Code').inputValue()).toBe('ShipBuilding');
  await adding.getByLabel('Code').fill('MINING');
  await adding.getByRole('button', { name: 'Add value' }).click();
  await see(adding.getByText('Is the code of another value'));
  await checkAccessibility(page);
  await adding.getByLabel('Code').fill('ShipBuilding');
  await adding.getByRole('button', { name: 'Add value' }).click();
  await see(page.getByText('Ship building: added'));
  expect((await labelsOf(page, 'Industries')).at(-1)).toBe('Ship building');

  await page.getByRole('button', { name: 'Edit Ship building' }).click();
  const renaming = page.getByRole('dialog', { name: 'Rename value' });
  await renaming.getByLabel('Label in Deutsch').fill('Schiffbau');
  await renaming.getByRole('button', { name: 'Save labels' }).click();
  await see(valuesOf(page, 'Industries').getByText('Deutsch: Schiffbau'));

  // Moving it by keyboard keeps the focus on the button.
  const up = page.getByRole('button', { name: 'Move Ship building up' });
  await tabTo(page, up);
  await page.keyboard.press('Enter');
  await becomes(async () => (await labelsOf(page, 'Industries')).at(-2)).toBe('Ship building');
  await becomes(() => up.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await becomes(async () => (await labelsOf(page, 'Industries')).at(-3)).toBe('Ship building');
  const down = page.getByRole('button', { name: 'Move Ship building down' });
  await tabTo(page, down);
  await page.keyboard.press('Enter');
  await becomes(async () => (await labelsOf(page, 'Industries')).at(-2)).toBe('Ship building');
  await becomes(() => down.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.getByRole('button', { name: 'Retire Ship building' }).click();
  const retiring = page.getByRole('dialog', { name: 'Retire Ship building' });
  await choose(page, 'Found through', 'Manufacturing');
  await checkEverywhere(page);
  await retiring.getByRole('button', { name: 'Retire value' }).click();
  await seeNo(valuesOf(page, 'Industries').getByText('Ship building'));
  await see(page.getByText('Found through Manufacturing'));

  // What others are found through needs a replacement of its own.
  await page.getByRole('button', { name: 'Bring back Ship building' }).click();
  await see(valuesOf(page, 'Industries').getByText('Ship building'));
  await seeNo(page.getByRole('heading', { name: 'Retired' }));
});

test('VO-1: somebody reads the lists in German, on a phone, and is told when a colleague was faster', async () => {
  const page = await desk.signIn(operator, '/settings/vocabularies', {
    locale: 'de-DE',
    refusals: [/^409 PATCH /],
  });
  await see(valuesOf(page, 'Branchen').getByText('Bildung', { exact: true }));
  await checkEverywhere(page);
  await page.getByRole('button', { name: 'Bildung bearbeiten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wert umbenennen' });
  await dialog.getByLabel('Bezeichnung (Deutsch)').fill('Bildungswesen');

  const other = await desk.signIn(operator, '/settings/vocabularies');
  await other.getByRole('button', { name: 'Edit Education' }).click();
  await other.getByLabel('Label in English').fill('Education and training');
  await other.getByRole('button', { name: 'Save labels' }).click();
  await see(other.getByText('Education and training: renamed'));

  await dialog.getByRole('button', { name: 'Bezeichnungen speichern' }).click();
  await dialog.getByRole('button', { name: 'Meine Änderungen behalten' }).click();
  await dialog.getByRole('button', { name: 'Bezeichnungen speichern' }).click();
  await see(valuesOf(page, 'Branchen').getByText('Bildungswesen'));
  await see(valuesOf(page, 'Branchen').getByText('English: Education and training'));
});

test('VO-2: the operator switches packs, and back', async () => {
  const page = await desk.signIn(operator, '/settings/vocabularies');
  await choose(page, 'List', 'Products');
  await see(valuesOf(page, 'Products').getByText('Cloud platforms'));
  await page.getByRole('button', { name: 'Load the pack Partner Center' }).click();
  const dialog = page.getByRole('dialog', { name: 'Load the pack Partner Center' });
  await dialog.getByRole('radio', { name: 'Retire them' }).check();
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: 'Load pack' }).click();
  await see(page.getByText(/^Pack loaded: \d+ added/));
  await see(valuesOf(page, 'Products').getByText('Exchange', { exact: true }));
  await seeNo(valuesOf(page, 'Products').getByText('Cloud platforms'));
  await see(page.getByRole('button', { name: 'Bring back Cloud platforms' }));

  await page.getByRole('button', { name: 'Load the pack Neutral' }).click();
  await page.getByRole('radio', { name: 'Retire them' }).check();
  await page.getByRole('button', { name: 'Load pack' }).click();
  await see(valuesOf(page, 'Products').getByText('Cloud platforms'));
  await seeNo(valuesOf(page, 'Products').getByText('Exchange', { exact: true }));
});

test('VO-3: a partner declines with “Spam or abuse”, and the lead is reported', async () => {
  const { leadId } = await sendMarketplaceLead(desk, {
    company: 'Prizes For You',
    email: 'win@prizes-for-you.com',
  });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline lead' });
  await choose(page, 'Reason', 'Spam or abuse');
  await see(dialog.getByText('and we tell the customer nothing'));
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: 'Decline lead' }).click();
  await see(page.getByRole('region', { name: 'How it ended' }).getByText('Spam or abuse'));
  await see(page.getByRole('region', { name: 'Timeline' }).getByText('Reported as spam'));
  const banner = page.getByRole('note').filter({ hasText: 'counts as spam' });
  await see(banner.getByText('Reported by Grace Okafor'));
  await banner.getByRole('button', { name: 'Withdraw report' }).click();
  await see(page.getByText('Report withdrawn.'));
  await seeNo(banner);
});
