import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { patienceMs } from '../test/patience.ts';
import { checkAccessibility, checkNoSidewaysScroll } from './checks.ts';
import { becomes, rowOf, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const pane = (page: Page) => page.getByRole('region', { name: 'Open lead' });
const title = (page: Page, name: string) => pane(page).getByRole('heading', { level: 2, name, exact: true });
const inList = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Leads' }).getByRole('link', { name, exact: true });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** Sends leads whose customers are named alike; the last one of the list comes first. */
async function sendLeads(name: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `${name} ${String.fromCharCode(65 + index)}`);
  for (const company of names.toReversed()) await sendMarketplaceLead(desk, { company });
  return names;
}

/** Chooses a reason in the sheet with the keyboard: a value, which nobody is spared. */
async function chooseReason(page: Page, reason: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'Reason' });
  await becomes(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { name: reason });
  await see(option);
  for (let presses = 0; presses < 12; presses++) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await seeNo(option);
}

/** The time from a press to the next painted frame with another whole lead, in milliseconds. */
function timeNextLead(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shown = () => document.querySelector<HTMLElement>('[data-pane-title]')?.dataset.paneTitle;
        const isWhole = () => document.querySelector('[data-lead-pane] #lead-actions') !== null;
        const before = shown();
        const look = () => {
          if (shown() !== before && isWhole())
            requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        const began = performance.now();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
        look();
      }),
  );
}

/** Declines the open lead with two keys and a reason. */
async function declineOpenLead(page: Page, name: string, press: (key: string) => Promise<void>) {
  await press('d');
  const sheet = page.getByRole('dialog', { name: /^Decline lead/ });
  await see(sheet.getByText(name, { exact: true }));
  await chooseReason(page, 'No capacity now');
  await press('Enter');
  await seeNo(sheet);
  await see(page.getByText(`${name}: declined. The lead is archived.`));
  await seeNo(inList(page, name));
}

test('WS-2, WS-8, W-11: ten new leads are gone through with twelve keys besides the values', async () => {
  const names = await sendLeads('Triage', 10);
  const page = await desk.signIn(admin, '/send');
  await page.goto(`${desk.address}/leads?search=triage&status=Received`);
  await page.getByRole('button', { name: 'List and lead' }).click();
  await see(title(page, names[0] ?? ''));
  await checkAccessibility(page);

  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await page.keyboard.press(key);
  };
  for (const [at, name] of names.entries()) {
    await see(title(page, name));
    await see(pane(page).getByRole('region', { name: 'What the customer wrote' }));
    if (at === 4) {
      await press('f');
      await see(pane(page).getByRole('button', { name: 'Favorite', pressed: true }));
    }
    if (at === 2 || at === 6) {
      await declineOpenLead(page, name, press);
      await becomes(() => focusedText(page)).toBe(names[at + 1]);
    } else if (at < names.length - 1) {
      await press('j');
    }
  }
  expect(presses).toBeLessThanOrEqual(12);
  await becomes(() => inList(page, names[9] ?? '').count()).toBe(1);

  // Back leaves the list, whatever was opened in it.
  const lead = await page.locator('[data-pane-title]').getAttribute('data-pane-title');
  await becomes(() => page.url()).toContain(`lead=${lead}`);
  await page.goBack();
  await becomes(() => page.url()).toBe(`${desk.address}/send`);
});

test('WS-2: the next lead is there at once, and the way through the leads keeps its place', async () => {
  const names = await sendLeads('Swift', 6);
  const page = await desk.signIn(admin, '/leads?search=swift&status=Received');
  await page.getByRole('button', { name: 'List and lead' }).click();
  const times: number[] = [];
  for (const name of names.slice(0, -1)) {
    await see(title(page, name));
    // Read for a moment: the next lead is fetched meanwhile.
    await page.waitForLoadState('networkidle');
    times.push(await timeNextLead(page));
  }
  await see(title(page, names.at(-1) ?? ''));
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
  process.stdout.write(`next lead after ${Math.round(median)} ms\n`);
  expect(median).toBeLessThan(patienceMs / 4);

  await page.keyboard.press('Enter');
  await becomes(() => focusedText(page)).toBe(names.at(-1));
  await pane(page).getByRole('link', { name: 'Open as a page' }).click();
  await see(page.getByRole('heading', { level: 1, name: names.at(-1) ?? '', exact: true }));
  await page.keyboard.press('k');
  await see(page.getByRole('heading', { level: 1, name: names.at(-2) ?? '', exact: true }));
  await page.keyboard.press('Escape');
  await see(title(page, names.at(-2) ?? ''));
});

test('WS-2: the layout is the same in another browser; a phone shows the list or the lead', async () => {
  const [name = ''] = await sendLeads('Everywhere', 2);
  const first = await desk.signIn(admin, '/leads?search=everywhere');
  await see(first.getByRole('group', { name: 'Layout' }));
  if ((await inList(first, name).count()) === 0) {
    const saved = first.waitForResponse(
      (one) => one.url().endsWith('/me/desk') && one.request().method() === 'PATCH',
    );
    await first.getByRole('button', { name: 'List and lead' }).click();
    await saved;
  }
  const page = await desk.signIn(admin, '/leads?search=everywhere');
  await see(title(page, name));
  const open = page.url();
  await becomes(() => page.url()).toContain('lead=');
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkAccessibility(page);

  // The same address on a phone: the page of the lead, and back to the list.
  await page.setViewportSize({ width: 360, height: 760 });
  await see(page.getByRole('heading', { level: 1, name, exact: true }));
  await checkNoSidewaysScroll(page);
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click();
  await see(page.getByRole('list', { name: 'Leads' }).getByRole('link', { name, exact: true }));
  expect(page.url()).not.toContain('lead=');
  await checkAccessibility(page);
  expect(open).toContain('search=everywhere');
});

test('WS-2, LC-3: leads are answered from the table without leaving it', async () => {
  const [name = '', next = ''] = await sendLeads('In Place', 2);
  const page = await desk.signIn(admin, '/leads?search=in%20place&status=Received');
  await see(page.getByRole('group', { name: 'Layout' }));
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await rowOf(page, name).getByRole('link').hover();
  const card = page.getByRole('tooltip');
  await card.getByRole('button', { name: 'Decline' }).click();
  await see(page.getByRole('dialog').getByText(name, { exact: true }));
  await chooseReason(page, 'No capacity now');
  await page.getByRole('button', { name: 'Decline lead' }).click();
  await see(page.getByText(`${name}: declined. The lead is archived.`));
  await becomes(() => focusedText(page)).toBe(next);
  await seeNo(rowOf(page, name));
  expect(new URL(page.url()).pathname).toBe('/leads');
});
