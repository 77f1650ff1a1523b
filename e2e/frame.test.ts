import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const phone = { width: 360, height: 760 };

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const widthOf = async (page: Page) => (await main(page).boundingBox())?.width ?? 0;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('WS-11: the navigation folds to icons by button and key, keeps its names, and stays so', async () => {
  const page = await desk.signIn(grace, '/settings/profile');
  const fold = main(page).getByRole('button', { name: 'Navigation' });
  await see(fold);
  expect(await fold.getAttribute('aria-expanded')).toBe('true');
  const [wide, names] = [await widthOf(page), await main(page).getByRole('link').allTextContents()];
  await fold.click();
  await becomes(() => fold.getAttribute('aria-expanded')).toBe('false');
  expect(await widthOf(page)).toBeLessThan(wide / 2);
  await checkAccessibility(page);

  await page.reload();
  await becomes(() => fold.getAttribute('aria-expanded')).toBe('false');
  await main(page).getByRole('link', { name: 'Outbox' }).focus();
  await see(page.getByRole('tooltip', { name: 'Outbox' }));
  // Also while typing: no field makes text bold.
  await page.getByLabel('Name').focus();
  await page.keyboard.press('Control+b');
  await becomes(() => fold.getAttribute('aria-expanded')).toBe('true');
  expect(await widthOf(page)).toBe(wide);
  expect((await main(page).getByRole('link').allTextContents()).length).toBe(names.length);
});

test('WS-11: the tab of the list that is open is marked, and the keyboard comes from the navigation to the bar to the page', async () => {
  const page = await desk.signIn(grace, '/leads?limit=25');
  const current = main(page).locator('[aria-current="page"]');
  await becomes(() => current.allTextContents()).toEqual(['Marketplace']);
  await main(page).getByRole('link', { name: 'Qualified' }).click();
  await becomes(() => current.allTextContents()).toEqual(['Qualified']);
  await becomes(() => page.getByRole('tab', { name: /^Qualified/ }).getAttribute('aria-selected')).toBe(
    'true',
  );
  await page.locator('[data-lead-link]').first().click();
  await see(page.getByRole('navigation', { name: 'Breadcrumb' }));
  expect(await current.allTextContents()).toEqual(['Qualified']);

  await page.goto(`${desk.address}/settings/profile`);
  await see(page.getByLabel('Name'));
  const areas: string[] = [];
  for (let press = 0; press < 40 && areas.at(-1) !== 'main'; press++) {
    await page.keyboard.press('Tab');
    const area = await page.evaluate(
      () => document.activeElement?.closest('nav[aria-label="Main"], header, main')?.localName,
    );
    if (area && area !== areas.at(-1)) areas.push(area);
  }
  expect(areas).toEqual(['nav', 'header', 'main']);
});

test('WS-11: on a phone the navigation is a drawer that keeps the focus, and gives it back', async () => {
  const page = await desk.signIn(grace, '/settings/sessions');
  await page.setViewportSize(phone);
  const open = page.getByRole('button', { name: 'Open navigation' });
  const drawer = page.getByRole('dialog', { name: 'Navigation' });
  await see(open);
  await seeNo(page.getByRole('button', { name: 'Navigation', exact: true }));
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(80);
  await open.click();
  await see(drawer);
  await checkAccessibility(page);
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest('dialog') === null;
    });
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await seeNo(drawer);
  await becomes(() => focused(page)).toBe('Open navigation');

  await page.keyboard.press('Control+b');
  await see(drawer);
  await drawer.getByRole('link', { name: 'Outbox' }).click();
  await seeNo(drawer);
  await see(page.getByRole('heading', { level: 1, name: 'Outbox' }));
  await becomes(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('WS-11: settings are apart by whose they are; on a phone first the list, then the section', async () => {
  const page = await desk.signIn('operator.admin@northwind.example', '/settings');
  const navigation = page.getByRole('navigation', { name: 'Settings' });
  await see(page.getByRole('region', { name: 'Profile' }));
  expect(await navigation.getByRole('heading').allTextContents()).toEqual([
    'You',
    'Northwind Programs',
    'Whole installation',
  ]);
  const whole = navigation.getByRole('list', { name: 'Whole installation' });
  await see(whole.getByRole('link', { name: 'Spam lists' }));
  await checkEverywhere(page);

  await page.setViewportSize(phone);
  await page.goto(`${desk.address}/settings`);
  await see(navigation.getByRole('link', { name: 'Sessions' }));
  await checkEverywhere(page);
  await navigation.getByRole('link', { name: 'Sessions' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Sessions' }));
  await seeNo(navigation);
  await checkAccessibility(page);
  await page.getByRole('link', { name: 'All settings' }).click();
  await see(navigation);
});

test('WS-11, WS-8: what is typed in a section stays when the window becomes as narrow as a phone', async () => {
  const page = await desk.signIn(grace, '/settings/profile');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Grace O.');
  await page.setViewportSize(phone);
  await see(page.getByRole('heading', { level: 1, name: 'Profile' }));
  expect(await name.inputValue()).toBe('Grace O.');
});

test('WS-11: help, and what is one’s own, are in the top bar', async () => {
  const page = await desk.signIn(grace, '/outbox');
  const help = page.getByRole('banner').getByRole('button', { name: 'Keyboard shortcuts' });
  await tabTo(page, help);
  await page.keyboard.press('Enter');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await see(keys.getByText('Collapse or expand the navigation'));
  await page.keyboard.press('Escape');
  await seeNo(keys);
  await becomes(() => focused(page)).toBe('Keyboard shortcuts');

  await page.getByRole('button', { name: 'Account: Grace Okafor' }).click();
  const items = page.getByRole('menu').getByRole('menuitem');
  await becomes(() => items.allTextContents()).toEqual([
    'Your profile',
    'Notifications',
    'Calendar link',
    'Exports',
    'Reply templates',
    'Sessions',
    'Sign out',
  ]);
  await page.getByRole('menuitem', { name: 'Notifications' }).click();
  await becomes(() => new URL(page.url()).pathname).toBe('/settings/notifications');
});
