import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, statedTotal, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const card = (page: Page, name: RegExp | string) => page.getByRole('region', { name });
const isTitleFocused = (page: Page) =>
  page.evaluate(() => document.activeElement?.hasAttribute('data-page-title'));

test('WS-12: people who work on leads begin with what is due, hot and new, and get to the lists of it', async () => {
  const page = await desk.signIn(grace, '/');
  await see(page.getByRole('heading', { level: 1, name: /^Good \w+, Grace$/ }));
  const due = card(page, /^Due within a day/);
  await see(due.getByRole('listitem'));
  for (const name of [/^Hot/, /^Your deals/, /^New in the last 24 hours/, /^Answered on time/])
    await see(card(page, name));
  await checkEverywhere(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkEverywhere(page);

  const { leadId } = await sendMarketplaceLead(desk, { company: 'Doorstep Works' });
  const fresh = card(page, /^New in the last 24 hours/);
  await see(fresh.getByRole('link', { name: /^Doorstep Works/ }));
  await fresh.getByRole('link', { name: /^Doorstep Works/ }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Doorstep Works' }));
  expect(new URL(page.url()).pathname).toBe(`/leads/${leadId}`);

  await page.goBack();
  await due.getByRole('link', { name: 'All waiting leads' }).click();
  expect(await statedTotal(page)).toBeGreaterThan(0);
  const address = new URL(page.url()).searchParams;
  expect([address.get('status'), address.get('sort')]).toEqual(['Received', 'expiresAt']);
});

test('WS-12: a home page that could not be loaded says so, and comes when it is asked for again', async () => {
  const page = await desk.visit('/', { refusals: [/^500 GET \/api\/v1\/home$/] });
  let isBroken = true;
  await page.route('**/api/v1/home', (route) =>
    isBroken ? route.fulfill({ status: 500, body: '' }) : route.continue(),
  );
  await page.getByLabel('Email address').fill(grace);
  await page.getByLabel('Password', { exact: true }).fill('leadlight-demo');
  await page.keyboard.press('Enter');
  await see(page.getByRole('heading', { name: 'Couldn’t load your home page' }));
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await see(card(page, /^Due within a day/).getByRole('listitem'));
});

test('WS-12: an Account admin sees what is left to set up, and hides it for good', async () => {
  const page = await desk.signIn('account.admin@contoso.example', '/');
  const checklist = card(page, 'Set up Contoso');
  await see(checklist.getByText('3 of 4 done'));
  await see(card(page, 'Your organization').getByRole('link', { name: /^People/ }));
  await checkEverywhere(page);
  await checklist.getByRole('link', { name: 'Set your working hours' }).click();
  await becomes(() => new URL(page.url()).pathname).toBe('/settings/working-calendar');
  await page.goBack();
  await checklist.getByRole('button', { name: 'Hide' }).click();
  await seeNo(checklist);
  await becomes(() => isTitleFocused(page)).toBe(true);
  await page.reload();
  await see(card(page, 'Your organization').getByRole('link', { name: /^People/ }));
  expect(await checklist.count()).toBe(0);
});

test('WS-12: the operator, and people without leads, have a home page of their own', async () => {
  const ines = await desk.signIn('operator.admin@northwind.example', '/');
  const waiting = card(ines, 'Waiting for you');
  await see(waiting.getByRole('link', { name: /^Unrouted leads/ }));
  await see(card(ines, 'Latest unrouted leads').getByRole('listitem'));
  await checkEverywhere(ines);
  await waiting.getByRole('link', { name: /^Partners’ unanswered leads/ }).click();
  await see(ines.getByRole('heading', { level: 1, name: 'Partners’ leads' }));
  expect(new URL(ines.url()).search).toBe('?status=Received');

  const priya = await desk.signIn('profile.admin@contoso.example', '/');
  await see(priya.getByRole('heading', { name: 'Nothing is waiting for you' }));
  await checkEverywhere(priya);
});
