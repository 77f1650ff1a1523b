import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { demoPassword } from './product.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const notes = 'Three clinics, one contract; they want to see us before Christmas.';
const ended = [/^401 /];

const acceptDialog = (page: Page) => page.getByRole('dialog', { name: 'Accept lead' });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName);

/** The page of a new lead. */
async function openLead(company: string, refusals: RegExp[] = [], complaints: RegExp[] = []): Promise<Page> {
  const { leadId } = await sendMarketplaceLead(desk, { company });
  const page = await desk.signIn(admin, `/leads/${leadId}`, { refusals, complaints });
  await see(page.getByRole('heading', { level: 1, name: company }));
  return page;
}

async function beginToAccept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = acceptDialog(page);
  await dialog.getByLabel('Estimated value').fill('12500');
  await dialog.getByRole('button', { name: 'Within 3 months' }).click();
  await dialog.getByLabel('Notes').fill(notes);
}

/** Ends the session and sends the form. The app may notice sooner by itself, and asks on top of the button. */
async function sendAfterTheSession(page: Page): Promise<void> {
  await page.context().request.delete(`${desk.address}/api/v1/session`);
  const send = acceptDialog(page).getByRole('button', { name: 'Accept lead' });
  await send.click({ timeout: 2000 }).catch(() => undefined);
  await see(page.getByRole('dialog', { name: 'Sign in again to continue' }));
}

const typedNotes = (page: Page) => acceptDialog(page).getByLabel('Notes').inputValue();

test('a server that is gone takes nothing: the page and the words stay, and it goes on when it is back', async () => {
  // Until its database is there again, a server that has just come back says so.
  const page = await openLead('Outage Works', [/^503 GET /]);
  await beginToAccept(page);
  await desk.product.halt();
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await see(acceptDialog(page).getByText(/Check your network connection/));
  const banner = page.getByRole('status').filter({ hasText: /Leadlight can’t be reached\./ });
  await see(banner);
  await becomes(() => typedNotes(page)).toBe(notes);
  await checkEverywhere(page);

  await desk.product.resume();
  await seeNo(banner);
  expect(await typedNotes(page)).toBe(notes);
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(acceptDialog(page));
  await see(page.getByRole('region', { name: 'Deal' }).getByText(notes));
});

test('without a network the page says so, and a page that was not there yet comes with it', async () => {
  const page = await openLead('Offline Works', [], [/could not be loaded|Unable to preload/]);
  await page.context().setOffline(true);
  await see(page.getByText('You’re offline.'));
  await page.keyboard.press('Escape');
  await see(page.getByRole('alert').getByText(/has no network connection/));
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await see(page.getByRole('alert').getByText(/has no network connection/));
  await page.context().setOffline(false);
  await seeNo(page.getByText('You’re offline.'));
  await see(page.locator('tr[data-lead-id]'));
});

test('a session that ended is begun again on top of the dialog, by the same person', async () => {
  const page = await openLead('Session Works', ended);
  await beginToAccept(page);
  await sendAfterTheSession(page);
  const again = page.getByRole('dialog', { name: 'Sign in again to continue' });
  await see(again);
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  expect(await again.getByLabel('Email address').inputValue()).toBe(admin);
  await again.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await seeNo(again);
  expect(await typedNotes(page)).toBe(notes);
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(acceptDialog(page));
  await see(page.getByRole('region', { name: 'Deal' }).getByText(notes));
});

test('somebody else who signs in there starts with a clean page and is not shown the words', async () => {
  // Another person may not see the lead.
  const page = await openLead('Other Person Works', [...ended, /^404 GET /]);
  await beginToAccept(page);
  await sendAfterTheSession(page);
  const again = page.getByRole('dialog', { name: 'Sign in again to continue' });
  const other = again.getByRole('button', { name: /^Sign in as/ }).filter({ hasNotText: 'Grace' });
  await other.first().click();
  await see(page.getByText('Grace Okafor was signed in here before'));
  await seeNo(acceptDialog(page));
  await seeNo(page.getByText(notes));

  // The text is Grace's: she finds it when she comes back.
  await page.context().request.delete(`${desk.address}/api/v1/session`);
  await page.reload();
  await page.getByRole('button', { name: /Sign in as Grace Okafor/ }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Other Person Works' }));
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await see(acceptDialog(page).getByText(/We restored what you typed/));
  expect(await typedNotes(page)).toBe(notes);
});

test('what was typed outlives the page, is offered again, and goes when it is discarded', async () => {
  const page = await openLead('Reload Works');
  await beginToAccept(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await see(page.getByText('You started accepting this lead'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await see(acceptDialog(page).getByText(/We restored what you typed/));
  expect(await typedNotes(page)).toBe(notes);
  await checkEverywhere(page);
  await acceptDialog(page).getByRole('button', { name: 'Discard' }).click();
  expect(await typedNotes(page)).toBe('');
  await acceptDialog(page).getByRole('button', { name: 'Cancel' }).click();
  await seeNo(acceptDialog(page));
  await page.reload();
  await see(page.getByRole('button', { name: 'Accept', exact: true }));
  await seeNo(page.getByText('You started accepting this lead'));
  expect(asked).toHaveLength(1);
});

test('Back with words typed asks, as Escape does', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Back Works' });
  const page = await desk.signIn(admin, '/leads?search=back+works');
  await page.locator(`tr[data-lead-id="${leadId}"] a`).click();
  await see(page.getByRole('heading', { level: 1, name: 'Back Works' }));
  await beginToAccept(page);
  await page.goBack();
  const question = page.getByRole('alertdialog', { name: 'Discard what you typed?' });
  await see(question);
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await becomes(() => new URL(page.url()).pathname).toBe(`/leads/${leadId}`);
  expect(await typedNotes(page)).toBe(notes);
  await page.goBack();
  await question.getByRole('button', { name: 'Discard', exact: true }).click();
  await becomes(() => new URL(page.url()).pathname).toBe('/leads');
  await see(page.locator(`tr[data-lead-id="${leadId}"]`));
});

test('an answer that got lost on its way is no failure: the first try had arrived', async () => {
  const page = await openLead('Lost Answer Works', [/^409 POST /]);
  await beginToAccept(page);
  await page.route('**/acceptance', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await see(acceptDialog(page).getByText(/Check your network connection/));
  await page.unroute('**/acceptance');
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await see(page.getByText('Your first attempt went through. The lead is accepted.'));
  await seeNo(acceptDialog(page));
  await see(page.getByRole('region', { name: 'Deal' }).getByText(notes));
  await page.reload();
  await see(page.getByRole('region', { name: 'Deal' }).getByText(notes));
  await seeNo(page.getByText('You started accepting this lead'));
});

test('a token whose answer got lost is made once, and is not shown later: the dialog says what to do', async () => {
  const page = await desk.signIn('account.admin@contoso.example', '/settings/api-tokens');
  await page.getByRole('button', { name: 'Create token' }).first().click();
  const form = page.getByRole('dialog', { name: 'Create API token' });
  await form.getByLabel('Name').fill('Lost once');
  await page.route('**/api/v1/api-tokens', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await form.getByRole('button', { name: 'Create token' }).click();
  await see(form.getByText(/Check your network connection/));
  await page.unroute('**/api/v1/api-tokens');
  await form.getByRole('button', { name: 'Create token' }).click();
  const lost = page.getByRole('dialog', { name: 'Your first attempt created “Lost once”' });
  await see(
    lost.getByText(
      /The token is shown only once, and it got lost on its way to you. Delete “Lost once” and create another/,
    ),
  );
  await checkEverywhere(page);
  await lost.getByRole('button', { name: 'OK' }).click();
  await see(page.getByRole('button', { name: 'Delete the token Lost once' }));
  expect(await page.getByRole('button', { name: 'Delete the token Lost once' }).count()).toBe(1);
});

test('the focus returns to what opened a dialog, and to the title when that is gone', async () => {
  const page = await openLead('Focus Works');
  for (const name of ['Accept', 'Decline', 'Close as error']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await see(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await seeNo(page.getByRole('dialog'));
    await becomes(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await beginToAccept(page);
  await acceptDialog(page).getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(acceptDialog(page));
  await becomes(() => focused(page)).toBe('Focus Works');

  await page.goto(`${desk.address}/leads?search=focus+works`);
  await page.locator('[data-lead-link]').first().focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('heading', { level: 1, name: 'Focus Works' }));
  await becomes(() => focused(page)).toBe('Focus Works');
});

test('shortcuts work on every page, on every keyboard, and not at all once they are off', async () => {
  const page = await openLead('Keyboard Layout Works');
  const press = (key: string, code: string) =>
    page.evaluate(
      (init) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
        ),
      { key, code },
    );
  await press('ф', 'KeyA');
  await see(acceptDialog(page));
  await page.keyboard.press('Escape');
  await seeNo(acceptDialog(page));
  await press('D', 'KeyD');
  await see(page.getByRole('dialog', { name: 'Decline lead' }));
  await page.keyboard.press('Escape');
  await seeNo(page.getByRole('dialog'));

  await page.goto(`${desk.address}/settings/profile`);
  await see(page.getByRole('heading', { name: 'Profile' }));
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await see(help);
  await help.getByRole('switch', { name: 'Single-letter shortcuts' }).press('Space');
  await page.keyboard.press('Escape');
  await seeNo(help);
  await page.goBack();
  await see(page.getByRole('button', { name: 'Accept', exact: true }));
  await page.keyboard.press('a');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await see(acceptDialog(page));
  expect(await page.getByRole('dialog').count()).toBe(1);
});

test('signing out asks what becomes of words that were never sent', async () => {
  const page = await openLead('Leaving Works', ended);
  await beginToAccept(page);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep for later' }).click();
  await seeNo(acceptDialog(page));
  await see(page.getByText('You started accepting this lead'));
  await page.getByRole('button', { name: 'Account: Grace Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog', { name: 'Keep your drafts?' });
  await see(question);
  await checkEverywhere(page);
  await question.getByRole('button', { name: 'Discard and sign out' }).click();
  await see(page.getByRole('heading', { name: 'Sign in to Leadlight' }));
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')));
  expect(await kept()).toEqual([]);
});

test('WS-9: seven windows of one browser share a stream, and the next takes over when one goes', async () => {
  const first = await desk.signIn(admin, '/leads?search=seven+windows');
  const context = first.context();
  const streams: Page[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/live') streams.push(request.frame().page());
  });
  const address = first.url();
  await first.goto('about:blank');
  const pages = [first];
  while (pages.length < 7) pages.push(await context.newPage());
  for (const page of pages) {
    await page.goto(address);
    await see(page.getByText('Nothing found for “seven windows”'));
  }
  await becomes(() => streams.length).toBe(1);

  const leader = streams[0];
  await leader?.close();
  await becomes(() => streams.length).toBe(2);
  expect(streams[1]).not.toBe(leader);
  await sendMarketplaceLead(desk, { company: 'Seven Windows' });
  for (const page of pages.filter((one) => one !== leader))
    await see(page.getByText('1 new lead').or(page.locator('tr[data-lead-id]')));
  expect(streams).toHaveLength(2);
});
