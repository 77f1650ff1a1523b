import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LeadPage } from '../contract/leads/lead-list.ts';
import type { Desk as RememberedDesk } from '../contract/leads/views.ts';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, statedTotal, tick, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const rows = (page: Page) => page.locator('tr[data-lead-id]');
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const column = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const chips = (page: Page) => page.getByRole('list', { name: 'Applied filters' });
const focusedLead = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-lead-id]')?.dataset.leadId);

async function listLeads(page: Page, query: string): Promise<LeadPage> {
  const answer = await page.request.get(`${desk.address}/api/v1/leads?${query}`);
  return (await answer.json()) as LeadPage;
}

async function countOf(page: Page, name: string): Promise<number> {
  await becomes(() => tab(page, name).textContent()).toMatch(/\d$/);
  return Number(/(\d+)$/.exec((await tab(page, name).textContent()) ?? '')?.[1]);
}

test('WS-3, EX-1: filters narrow the list, live in the address, and decide what is exported', async () => {
  const page = await desk.signIn(admin, '/leads?limit=25');
  // Room for the country beside navigation and filters.
  await page.setViewportSize({ width: 1600, height: 900 });
  const all = await statedTotal(page);
  await page.getByRole('button', { name: 'Filters' }).click();
  const panel = page.getByRole('region', { name: 'Filters' });
  await panel.getByText('Country', { exact: true }).click();
  await panel.getByLabel('Country: search').fill('germ');
  await tick(panel.getByLabel('Germany'));
  await panel.getByText('Lead type', { exact: true }).click();
  await tick(panel.getByLabel('Accepted'));
  await tick(panel.getByLabel('Received'));
  await see(chips(page).getByText('Status: Accepted'));
  await checkEverywhere(page);

  await becomes(() => statedTotal(page)).toBeLessThan(all);
  await becomes(() => page.url()).toContain('?country=DE&status=Accepted&status=Received');
  await page.reload();
  await see(chips(page).getByText('Country: Germany'));
  const total = await statedTotal(page);
  expect(total).toBe((await listLeads(page, 'country=DE&status=Accepted&status=Received')).total);
  expect(await countOf(page, 'Marketplace leads')).toBe(all);
  expect(await rows(page).count()).toBe(total);
  for (const row of await rows(page).allInnerTexts())
    expect(row).toMatch(/Germany\s[\s\S]*(Accepted|Received)/);

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: `Export ${total} leads` });
  await dialog.getByText('CSV', { exact: true }).click();
  await checkEverywhere(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  const lines: Record<string, string>[] = parse(file, { columns: true, bom: true });
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^leadlight-marketplace-leads-\\d{4}-\\d\\d-\\d\\d-${lines.length}-rows\\.csv$`),
  );
  expect(lines.map((line) => line.LeadId)).toEqual(
    await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-lead-id'))),
  );
  expect(new Set(lines.map((line) => line.Country))).toEqual(new Set(['DE']));

  await chips(page).getByRole('button', { name: 'Remove Country: Germany' }).click();
  await seeNo(chips(page).getByText('Country: Germany'));
  expect(page.url()).not.toContain('country');
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await seeNo(chips(page));
  await becomes(() => statedTotal(page)).toBe(all);
});

test('WS-3: days, locations and tests are chosen in the panel, named in chips and kept in the address', async () => {
  const page = await desk.signIn(admin, '/leads?limit=25');
  const all = await statedTotal(page);
  const { items } = await listLeads(page, 'limit=200');
  const day = items[Math.floor(items.length / 2)]?.createdAt.slice(0, 10) ?? '';
  const location = items.findLast((lead) => lead.location && !lead.isTest)?.location;
  await page.getByRole('button', { name: 'Filters' }).click();
  const panel = page.getByRole('region', { name: 'Filters' });
  await panel.getByText('Created on', { exact: true }).click();
  await panel.getByLabel('Until').fill(day);
  await see(chips(page).getByText(/^Created on: until /));
  await panel.getByText('Location', { exact: true }).click();
  await tick(panel.getByLabel(location?.name ?? ''));
  await panel.getByText('Test leads', { exact: true }).click();
  await panel.getByLabel('Test leads').selectOption('Without test leads');
  await see(chips(page).getByText('Without test leads'));
  await see(chips(page).getByText(`Location: ${location?.name}`));
  await checkEverywhere(page);

  const query = `location=${location?.id}&createdTo=${day}&test=false`;
  await becomes(() => page.url()).toContain(query);
  await page.reload();
  await see(chips(page).getByText(`Location: ${location?.name}`));
  const { total } = await listLeads(page, query);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(all);
  await becomes(() => statedTotal(page)).toBe(total);

  await chips(page).getByRole('button', { name: 'Remove Without test leads' }).click();
  await chips(page)
    .getByRole('button', { name: /^Remove Created on/ })
    .click();
  await becomes(() => page.url()).not.toMatch(/created|test=/);
  expect(page.url()).toContain(`location=${location?.id}`);
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await becomes(() => statedTotal(page)).toBe(all);
});

test('WS-3: filters are found by name, amounts typed as people write them, and ranges that run backwards refused', async () => {
  const page = await desk.signIn(admin, '/leads?limit=25&receivedFrom=2020-01-01');
  await see(chips(page).getByText('Created on: from Jan 1, 2020'));
  await becomes(() => page.url()).toContain('createdFrom=2020-01-01');
  await page.getByRole('button', { name: 'Filters' }).click();
  const panel = page.getByRole('region', { name: 'Filters' });
  await panel.getByLabel('Find a filter').fill('value');
  await seeNo(panel.getByText('Status', { exact: true }));
  await panel.getByText('Deal value', { exact: true }).click();
  await panel.getByLabel('At least (USD)').fill('1,000.50');
  await see(chips(page).getByText('Deal value: at least $1,000.50'));
  await becomes(() => page.url()).toContain('dealValueFrom=1000.5');
  const { total } = await listLeads(page, 'createdFrom=2020-01-01&dealValueFrom=1000.5');
  expect(total).toBeGreaterThan(0);
  await becomes(() => statedTotal(page)).toBe(total);

  const most = panel.getByLabel('At most (USD)');
  await most.fill('900');
  await most.press('Enter');
  await see(panel.getByText('Enter an amount at or above the lower one.'));
  expect(page.url()).not.toContain('dealValueTo');
  await checkEverywhere(page);
});

test('WS-1, WS-2, WS-5: tabs, order, search, favorites and columns', async () => {
  const page = await desk.signIn(admin, '/leads?limit=25');
  const all = await statedTotal(page);
  expect(await countOf(page, 'Marketplace leads')).toBe(all);
  await tab(page, 'Qualified leads').click();
  await becomes(() => statedTotal(page)).toBe(await countOf(page, 'Qualified leads'));
  await tab(page, 'Marketplace leads').click();
  await becomes(() => statedTotal(page)).toBe(all);

  await column(page, 'Customer').getByRole('button').click();
  await becomes(() => column(page, 'Customer').getAttribute('aria-sort')).toBe('ascending');
  const byName = await listLeads(page, 'sort=customerName&limit=25');
  await becomes(() => rows(page).first().getAttribute('data-lead-id')).toBe(byName.items[0]?.id);
  await page.getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await becomes(() => rows(page).count()).toBeGreaterThanOrEqual(50);
  await column(page, 'Created on').getByRole('button').click();
  await becomes(() => column(page, 'Created on').getAttribute('aria-sort')).toBe('descending');

  const box = page.getByRole('textbox', { name: 'Search leads' });
  await box.fill('te');
  await see(page.getByText('Type at least three letters'));
  expect(page.url()).not.toContain('search');
  await box.fill('textiles');
  await becomes(() => page.url()).toContain('search=textiles');
  const found = await listLeads(page, 'search=textiles');
  expect(found.total).toBeGreaterThan(0);
  await becomes(() => statedTotal(page)).toBe(found.total);
  await box.fill('no such customer');
  await see(page.getByRole('heading', { name: 'Nothing found for “no such customer”' }));
  await checkEverywhere(page);
  await page.getByRole('button', { name: 'Clear search', exact: true }).last().click();
  await becomes(() => statedTotal(page)).toBe(all);

  const favorites = await countOf(page, 'Favorites');
  const heart = rows(page)
    .filter({ has: page.locator('[aria-pressed="false"]') })
    .first();
  const leadId = await heart.getAttribute('data-lead-id');
  await heart.getByRole('button', { name: /^Favorite/ }).click();
  await becomes(() => countOf(page, 'Favorites')).toBe(favorites + 1);
  await tab(page, 'Favorites').click();
  const marked = page.locator(`tr[data-lead-id="${leadId}"]`);
  await see(marked);
  await marked.getByRole('link').focus();
  await page.keyboard.press('f');
  await becomes(() => countOf(page, 'Favorites')).toBe(favorites);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Location', exact: true }).click();
  await see(column(page, 'Location'));
  await checkAccessibility(page);
  await page.reload();
  await see(column(page, 'Location'));
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset to default' }).click();
  await seeNo(column(page, 'Location'));
  // Remembered a moment later: the next journey starts from it.
  await becomes(async () => {
    const answer = await page.request.get(`${desk.address}/api/v1/me/desk`);
    return ((await answer.json()) as RememberedDesk).look?.columns;
  }).toBeNull();
});

test('WS-8: the keyboard alone: move, open, come back, search, help', async () => {
  const page = await desk.signIn(admin, '/leads?limit=25');
  await statedTotal(page);
  const ids = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-lead-id')));
  for (const index of [0, 1, 2]) {
    await page.keyboard.press('j');
    await becomes(() => focusedLead(page)).toBe(ids[index]);
  }
  await page.keyboard.press('k');
  await becomes(() => focusedLead(page)).toBe(ids[1]);
  await see(page.getByRole('tooltip').getByText('Contact', { exact: true }));
  await checkAccessibility(page);
  for (let step = 2; step < 20; step++) await page.keyboard.press('j');
  await becomes(() => focusedLead(page)).toBe(ids[19]);

  const scrolled = await rows(page)
    .first()
    .evaluate((row) => row.closest('div')?.scrollTop ?? 0);
  expect(scrolled).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await see(page.getByRole('region', { name: 'Timeline' }));
  expect(page.url()).toContain(ids[19]);
  await page.goBack();
  await becomes(() => focusedLead(page)).toBe(ids[19]);
  await becomes(() =>
    rows(page)
      .first()
      .evaluate((row) => row.closest('div')?.scrollTop),
  ).toBe(scrolled);

  await page.keyboard.press('/');
  await becomes(() => page.evaluate(() => document.activeElement?.id)).toBe('lead-search');
  await page.keyboard.type('jkf');
  expect(await page.getByRole('textbox', { name: 'Search leads' }).inputValue()).toBe('jkf');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await see(help.getByText('Next or previous lead'));
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await seeNo(help);
});

test('WS-2: compact rows are 40 pixels at most, and stay so for the next time', async () => {
  const page = await desk.signIn(admin, '/leads');
  const rows = page.locator('tr[data-lead-id]');
  await see(rows);
  const highest = () =>
    rows.evaluateAll((all) => Math.max(...all.map((row) => row.getBoundingClientRect().height)));
  expect(await highest()).toBeGreaterThan(40);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('switch', { name: 'Compact rows' }).click();
  await becomes(highest).toBeLessThanOrEqual(40);
  await page.keyboard.press('Escape');
  await checkAccessibility(page);
  await page.reload();
  await see(rows);
  expect(await highest()).toBeLessThanOrEqual(40);
});

test('WS-2: the least important columns give way to the filters, the day of creation does not', async () => {
  const page = await desk.signIn(admin, '/leads');
  await page.setViewportSize({ width: 1600, height: 900 });
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true });
  await see(head('Type'));
  await page.getByRole('button', { name: /^Filters/ }).click();
  await see(page.getByRole('region', { name: 'Filters' }));
  await seeNo(head('Type'));
  const right = await head('Created on').evaluate((element) => element.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(1600);
  await page.getByRole('button', { name: 'Columns' }).click();
  await see(page.getByText('Not enough room for: Type'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close filters' }).click();
  await see(head('Type'));
});
