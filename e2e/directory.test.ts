import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { see, sendForm, useDesk } from './support.ts';

const desk = useDesk();

test('a customer without JavaScript finds a partner by what they need and where they are, and asks it', async () => {
  const page = await desk.visit('/partners', { javaScript: false, locale: 'en-GB' });
  await see(page.getByRole('heading', { level: 1, name: 'Find a partner' }));
  await see(page.getByRole('heading', { level: 2, name: '5 partners' }));
  await page.getByLabel('What do you need?').fill('cloud migration');
  await page.getByLabel('Where?').fill('Potsdam');
  await page.getByLabel('Within').selectOption('250');
  await page.getByRole('button', { name: 'Search' }).click();
  await see(page.getByRole('heading', { name: 'No partner found' }));
  await page.getByRole('link', { name: /^Without the place: \d partners$/ }).click();
  await page.getByText('Industry', { exact: true }).click();
  await page.getByRole('link', { name: /^Government/ }).click();
  await see(page.getByRole('heading', { name: '1 partner' }));
  await page.getByRole('link', { name: 'Contoso Deutschland' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Contoso Deutschland' }));
  await page.getByLabel('Vorname').fill('Greta');
  await page.getByLabel('Nachname').fill('Lindt');
  await page.getByLabel('E-Mail-Adresse').fill('greta.lindt@uferhof.example');
  await page.getByLabel('Land', { exact: true }).selectOption({ label: 'Deutschland' });
  await page.getByLabel(/^Ich bin einverstanden/).check();
  await sendForm(page, 'Anfrage senden');
  await see(page.getByRole('heading', { name: 'Ihre Anfrage wurde an Contoso Deutschland gesendet.' }));
});

test('the directory and what it asks back can be used by everyone', async () => {
  await checkEverywhere(await desk.visit('/partners?industry=Healthcare&q=field+service'));
  const asking = await desk.visit('/partners?near=Springfield&industry=Witchcraft');
  await see(asking.getByRole('heading', { name: 'Which place do you mean?' }));
  await see(asking.getByText('“Witchcraft” is not known here'));
  await checkEverywhere(asking);
  const nothing = await desk.visit('/partners?q=xyzzyq&lang=de');
  await see(nothing.getByRole('heading', { name: 'Kein Partner gefunden' }));
  await checkEverywhere(nothing);
  expect(await nothing.context().cookies()).toEqual([]);
});
