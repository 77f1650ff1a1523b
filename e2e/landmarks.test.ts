import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';

test('WS-8: what opens on top of the page is inside of a landmark, and none is left when it closes', async () => {
  const page = await desk.signIn(admin, '/leads');
  await see(page.locator('tr[data-lead-id]'));
  const overlays = page.getByRole('region', { name: 'Open menus and dialogs' });
  expect(await overlays.count()).toBe(0);
  const opened = [
    ['Export', 'dialog'],
    ['Account: Grace Okafor', 'menu'],
  ] as const;
  for (const [name, role] of opened) {
    await page.getByRole('button', { name }).click();
    await see(overlays.getByRole(role));
    await checkAccessibility(page);
    await page.keyboard.press('Escape');
    await becomes(() => overlays.count()).toBe(0);
  }
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByRole('button', { name: /^Filters/ }).click();
  await see(page.getByRole('dialog', { name: 'Filters' }));
  expect(await page.getByRole('banner').count()).toBe(1);
  await checkAccessibility(page);
});

test('WS-8: an address without a page has one heading of the first level', async () => {
  const page = await desk.signIn(admin, '/no/such/page');
  await see(page.getByRole('heading', { level: 1, name: 'Page not found' }));
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await checkEverywhere(page);
});

test('WS-8: the actions of a lead are a few stops from its title, and a favorite keeps its name', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Short Way' });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  await see(page.getByRole('heading', { level: 1, name: 'Short Way' }));
  await page.locator('[data-page-title]').focus();
  // The owner, and the button that takes the lead, come first.
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to actions' });
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  const accept = page.getByRole('button', { name: 'Accept', exact: true });
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  expect(await accept.evaluate((element) => element === document.activeElement)).toBe(true);

  const heart = page.getByRole('button', { name: 'Favorite', exact: true });
  expect(await heart.getAttribute('aria-pressed')).toBe('false');
  await tabTo(page, heart);
  await page.keyboard.press('Enter');
  await becomes(() => heart.getAttribute('aria-pressed')).toBe('true');
});

test('CV-3, LQ-4, NT-4: what has nothing to say is folded, and what leads there opens it', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Quiet Works', email: '', phone: '' });
  const page = await desk.signIn(admin, `/leads/${leadId}`);
  const checks = page.getByRole('region', { name: 'Contact checks' });
  await see(checks.getByText('Nothing to check'));
  await seeNo(checks.getByText('There’s no email address or phone number to check.'));
  await see(page.getByRole('region', { name: 'Possible duplicates' }).getByText('None', { exact: true }));
  await page
    .getByRole('region', { name: 'Customer and contact' })
    .getByRole('button', { name: 'Contact checks' })
    .click();
  await see(checks.getByText('There’s no email address or phone number to check.'));
  await checkEverywhere(page);
});

test('WS-1: a tab keeps its width when it becomes the active one', async () => {
  const page = await desk.signIn(admin, '/leads');
  await see(page.locator('tr[data-lead-id]'));
  const widths = () =>
    page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().width));
  const before = await widths();
  await page.getByRole('tab', { name: /^Qualified/ }).click();
  await becomes(() => page.getByRole('tab', { name: /^Qualified/ }).getAttribute('aria-selected')).toBe(
    'true',
  );
  expect(await widths()).toEqual(before);

  await page.goto(`${desk.address}/settings/profile`);
  const links = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  await see(links);
  const weights = () => links.evaluateAll((all) => all.map((link) => getComputedStyle(link).fontWeight));
  expect(new Set(await weights()).size).toBe(1);
});

test('WS-8: a name that is written from right to left turns no sign around it', async () => {
  const company = 'שלום (בע"מ) Ltd';
  const page = await desk.signIn(admin, '/actions');
  await sendMarketplaceLead(desk, { company });
  const title = page
    .getByRole('region', { name: 'News' })
    .getByRole('link', { name: `New lead: ${company}` });
  await see(title);
  expect(await title.locator('bdi').allTextContents()).toEqual([company]);
});
