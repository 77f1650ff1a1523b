import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { englishFinder } from './english-words.ts';
import { demoPassword } from './product.ts';
import { type Desk, openDesk, see, sendMarketplaceLead } from './support.ts';

let desk: Desk;
let findEnglish: Awaited<ReturnType<typeof englishFinder>>;
beforeAll(async () => {
  [desk, findEnglish] = await Promise.all([openDesk(), englishFinder('de')]);
});
afterEach(() => desk.endJourney());
afterAll(() => desk?.close());

const katharina = 'referrals.munich@contoso.example';

test('LA-1: somebody signs in, lists, filters and accepts in German, and no text is left in English', async () => {
  await sendMarketplaceLead(desk, { company: 'Pension Bergblick' });
  const page = await desk.visit('/', { locale: 'de-AT' });
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await see(page.getByRole('heading', { name: 'Bei Leadlight anmelden' }));
  expect(await findEnglish(page)).toEqual([]);
  await page.getByLabel('E-Mail-Adresse').fill(katharina);
  await page.getByLabel('Passwort', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await see(page.getByRole('button', { name: 'Konto: Katharina Brandl' }));
  expect(await findEnglish(page)).toEqual([]);
});
