import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useMade } from '../test/made.ts';
import { checkAccessibility, checkEverywhere, checkNoSidewaysScroll, checkNothingClipped } from './checks.ts';
import { englishFinder } from './english-words.ts';
import { demoPassword } from './product.ts';
import { buildPseudoApp } from './pseudo-app.ts';
import { becomes, see, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();
const pseudo = useMade(async (cleanUp) => {
  const app = await buildPseudoApp();
  await cleanUp.add(app.remove);
  return app;
});
let findEnglish: Awaited<ReturnType<typeof englishFinder>>;
beforeAll(async () => {
  findEnglish = await englishFinder('de');
});

const grace = 'referrals.admin@contoso.example';
const katharina = 'referrals.munich@contoso.example';
const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 760 },
];

/** Nothing on the page is English, wide or narrow. */
async function checkGerman(page: Page): Promise<void> {
  await becomes(() => page.locator('[aria-busy="true"]').count()).toBe(0);
  expect(await findEnglish(page), page.url()).toEqual([]);
  await checkEverywhere(page);
}

test('LA-1: somebody signs in, filters the list and accepts a lead in German, and nothing is left in English', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Pension Bergblick' });
  const page = await desk.visit('/', { locale: 'de-AT', refusals: [/^401 POST /] });
  expect(await languageOf(page)).toBe('de');
  const email = page.getByLabel('E-Mail-Adresse');
  await email.fill(grace);
  await page.getByLabel('Passwort', { exact: true }).fill('nicht richtig');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await see(page.getByRole('alert').getByText('E-Mail-Adresse oder Passwort ist falsch.'));
  await checkGerman(page);
  await page.getByLabel('Passwort', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await see(page.getByRole('button', { name: 'Konto: Grace Okafor' }));
  await checkGerman(page);

  await page.goto(`${desk.address}/leads`);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await see(page.getByRole('group').first());
  await checkGerman(page);
  await page.goto(`${desk.address}/leads?status=Received&lead=${leadId}`);
  await see(page.getByText('Pension Bergblick').first());
  await checkGerman(page);

  await page.goto(`${desk.address}/leads/${leadId}`);
  await see(page.getByRole('heading', { level: 1, name: 'Pension Bergblick' }));
  await checkGerman(page);
  await page.getByRole('button', { name: 'Annehmen', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Lead annehmen' });
  await see(dialog);
  await checkGerman(page);
  await dialog.getByRole('button', { name: 'Lead annehmen' }).click();
  await see(page.getByText('Angenommen').first());
  await checkGerman(page);
});

test('LA-1: what the server says is German, too: errors, who was told, settings, a customer’s news', async () => {
  const refusals = [/^404 GET \/api\/v1\/leads\/018f/];
  const page = await desk.signIn(grace, '/settings/notifications', { locale: 'de-DE', refusals });
  await see(page.getByText('Leads, die bald ablaufen'));
  await checkGerman(page);
  const lost = await page.evaluate(async () =>
    (await fetch('/api/v1/leads/018f0000-0000-7000-8000-000000000000')).json(),
  );
  expect(lost.detail).toBe('Es gibt keinen Lead mit dieser ID, den Sie sehen dürfen.');
  for (const path of [
    '/outbox/templates?language=de',
    '/settings/access-log',
    '/settings/lead-rating',
    '/deals',
  ]) {
    await page.goto(desk.address + path);
    await see(page.getByRole('heading', { level: 1 }));
    await checkGerman(page);
  }
});

test('LA-1: the app comes in the language of the profile, and in another one as soon as that is chosen', async () => {
  // Katharina’s profile is German, her browser is English: the page comes again, in German.
  const refusals = [/^401 GET \/api\/v1\/me$/];
  const page = await desk.signIn(katharina, '/settings/profile', { refusals });
  await becomes(() => languageOf(page)).toBe('de');
  await page.getByLabel('Name').fill('Katharina B.');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Konto: Katharina Brandl' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await becomes(() => languageOf(page)).toBe('en');
  // What was typed is still there: it is kept as a draft.
  await see(page.getByText(/^We restored what you typed/));
  expect(await page.getByLabel('Name').inputValue()).toBe('Katharina B.');
  await page.goto(`${desk.address}/leads`);
  await see(page.getByRole('button', { name: 'Filters' }));
  // English with the formats of Germany.
  await see(page.getByText(/\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2} \w{3} \d{4}/));
  await page.getByRole('button', { name: 'Account: Katharina Brandl' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await becomes(() => languageOf(page)).toBe('de');
  await see(page.getByRole('button', { name: 'Filter', exact: true }));

  // Signed out, the browser stays with it; the sign-in page offers the others.
  await page.getByRole('button', { name: 'Konto: Katharina Brandl' }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await page.getByRole('button', { name: 'Verwerfen und abmelden' }).click();
  await see(page.getByRole('heading', { name: 'Bei Leadlight anmelden' }));
  await page.getByRole('button', { name: 'English' }).click();
  await see(page.getByRole('heading', { name: 'Sign in to Leadlight' }));
  expect(await languageOf(page)).toBe('en');
});

test('LA-2: longer texts from right to left: every main page has room, and points the right way', async () => {
  const visitor = await desk.visit('/', { prepare: pseudo.show });
  const page = await desk.signIn(grace, '/', { prepare: pseudo.show });
  const { items } = await (
    await page.context().request.get(`${desk.address}/api/v1/leads?status=Received&limit=1`)
  ).json();
  const paths = [
    '/',
    '/leads',
    `/leads?lead=${items[0].id}`,
    `/leads/${items[0].id}`,
    '/deals',
    '/deals?layout=table',
    '/outbox',
    '/settings/profile',
    '/settings/notifications',
    '/settings/working-calendar',
    '/settings/calendar',
    '/settings/lead-rating',
    '/settings/sharing-leads',
    '/settings/reply-templates',
  ];
  const visits = [
    ...paths.map((path) => [page, path] as const),
    [visitor, '/'] as const,
    [visitor, '/forgot-password'] as const,
  ];
  for (const [who, path] of visits) {
    await who.goto(desk.address + path);
    await see(who.getByRole('heading', { level: 1 }).or(who.getByRole('tablist')));
    await becomes(() => who.locator('[aria-busy="true"]').count()).toBe(0);
    expect(await who.locator('html').getAttribute('dir'), path).toBe('rtl');
    for (const size of sizes) {
      await who.setViewportSize(size);
      await checkNothingClipped(who);
    }
    await checkNoSidewaysScroll(who);
    await who.setViewportSize({ width: 1440, height: 900 });
    await checkAccessibility(who);
  }
});
