import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { WorkingCalendarAnswer } from '../contract/working-time/calendar.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const conflict = [/^409 /];
const calendarPath = '/settings/working-calendar';

const readCalendar = async (page: Page) =>
  (await (await page.request.get(`${desk.address}/api/v1/working-calendar`)).json()) as WorkingCalendarAnswer;

/** Another person, or another window, saves first. */
async function changeElsewhere(page: Page, holidays: string[]): Promise<void> {
  const { calendar, revision } = await readCalendar(page);
  const answer = await page.request.put(`${desk.address}/api/v1/working-calendar`, {
    headers: { 'if-match': `"${revision}"` },
    data: { ...calendar, holidays },
  });
  expect(answer.status()).toBe(200);
}

/** The page of a calendar without holidays. */
async function openCalendar(refusals: RegExp[] = []): Promise<Page> {
  const page = await desk.signIn(grace, '/settings/profile', { refusals });
  const { calendar, revision } = await readCalendar(page);
  const hours = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const office = Object.fromEntries(hours.map((day) => [day, [{ from: '09:00', to: '17:00' }]]));
  await page.request.put(`${desk.address}/api/v1/working-calendar`, {
    headers: { 'if-match': `"${revision}"` },
    data: { timeZone: 'Europe/Berlin', hours: calendar?.hours ?? office, holidays: [] },
  });
  await page.goto(desk.address + calendarPath);
  await see(page.getByLabel('Day off'));
  return page;
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test('WS-10: the zone of the working calendar is found by the present name of its city', async () => {
  const page = await openCalendar();
  const field = page.getByRole('combobox', { name: 'Time zone' }).or(page.getByLabel('Time zone'));
  await field.first().click();
  await field.first().fill('Kolkata');
  await page.getByRole('option', { name: /Kolkata/ }).click();
  await save(page).click();
  await becomes(async () => (await readCalendar(page)).calendar?.timeZone).toBe('Asia/Kolkata');
  await checkEverywhere(page);
});

test('WS-8: a day and a list that were typed and not added count when saved, and are not left without a question', async () => {
  const page = await openCalendar();
  await page.getByLabel('Day off').fill('2026-12-24');
  await page.getByRole('link', { name: 'Profile', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'You haven’t sent what you typed' });
  await question.getByRole('button', { name: 'Keep for later' }).click();
  await see(page.getByRole('heading', { name: 'Profile' }));
  await page.goBack();
  await see(page.getByText(/We restored what you typed/));
  expect(await page.getByLabel('Day off').inputValue()).toBe('2026-12-24');
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.getByLabel('Days off').fill('2027-01-01 New Year\n0027-04-05');
  await save(page).click();
  await see(page.getByText('Some lines have no date that we recognize'));
  await page.getByLabel('Days off').fill('2027-01-01 New Year');
  await save(page).click();
  await becomes(async () => (await readCalendar(page)).calendar?.holidays).toEqual([
    '2026-12-24',
    '2027-01-01',
  ]);
  await see(page.getByRole('list', { name: 'Holidays' }).getByText('Jan 1, 2027'));
  expect(await page.getByLabel('Days off').inputValue()).toBe('');
});

test('ID-5: after a change by somebody else, what is saved is shown without what was typed', async () => {
  const page = await openCalendar(conflict);
  await page.getByLabel('Day off').fill('2026-12-24');
  await page.getByRole('button', { name: 'Add day' }).click();
  await changeElsewhere(page, ['2026-05-01']);
  await save(page).click();
  await page.getByRole('button', { name: 'Show what’s saved now' }).click();
  const holidays = page.getByRole('list', { name: 'Holidays' }).getByRole('listitem');
  await becomes(() => holidays.allTextContents()).toEqual(['May 1, 2026']);
  await seeNo(page.getByText(/We restored what you typed/));
  await becomes(async () => (await readCalendar(page)).calendar?.holidays).toEqual(['2026-05-01']);
});

test('ID-5: a calendar that somebody else changed can be deleted after a look at it', async () => {
  const page = await openCalendar(conflict);
  await changeElsewhere(page, ['2026-05-01']);
  const remove = page.getByRole('button', { name: 'Delete calendar' });
  await remove.click();
  await see(page.getByText('Couldn’t delete the working calendar'));
  await page.getByRole('button', { name: 'Show what’s saved now' }).click();
  await see(page.getByRole('list', { name: 'Holidays' }).getByText('May 1, 2026'));
  await remove.click();
  await becomes(async () => (await readCalendar(page)).calendar).toBeNull();
  await see(page.getByText('No working calendar yet'));
});

test('ID-5: a name that is saved undoes no language that was chosen in another window', async () => {
  const page = await desk.signIn(grace, '/settings/profile');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await see(name);
  const answer = await page.request.patch(`${desk.address}/api/v1/me`, { data: { locale: 'fr-FR' } });
  expect(answer.status()).toBe(200);
  await name.fill('Grace O. Okafor');
  await save(page).click();
  await becomes(async () => {
    const me = await (await page.request.get(`${desk.address}/api/v1/me`)).json();
    return [me.person.name, me.person.locale];
  }).toEqual(['Grace O. Okafor', 'fr-FR']);
  await see(page.getByText(/31? nov\. 2026|30 nov/));
});

test('WS-8: a download that cannot begin is not said to have begun', async () => {
  const page = await desk.signIn(grace, '/leads', { complaints: [/./] });
  await page.getByRole('button', { name: 'Export' }).click();
  // What shows messages comes once the page is at rest.
  await becomes(() =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).toContainEqual(expect.stringContaining('/assets/en/shown-announcements-'));
  await page.context().setOffline(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  await see(page.getByText('Export failed'));
  expect(await page.getByText(/^Downloaded/).count()).toBe(0);
});

test('WS-1: a favorite that was just marked is not taken back by an older answer, in the list or on the page', async () => {
  const page = await desk.signIn(grace, '/leads');
  const heart = page.getByRole('button', { name: /^Favorite: / }).first();
  await see(heart);
  const was = await heart.getAttribute('aria-pressed');
  const next = was === 'true' ? 'false' : 'true';
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  await page.route(/\/api\/v1\/leads\?/, async (route) => {
    const response = await route.fetch();
    isHeld = true;
    await held;
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Show more' }).click();
  await becomes(() => isHeld).toBe(true);
  await heart.click();
  await becomes(() => heart.getAttribute('aria-pressed')).toBe(next);
  release();
  await see(page.getByText(/^Showing 100 of/));
  expect(await heart.getAttribute('aria-pressed')).toBe(next);
});

test('ID-5: who keeps editing instead of changing the organization stays in it, wherever they go next', async () => {
  const page = await desk.signIn('consultant@leadlight.example', '/settings/profile');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await see(name);
  const menu = page.getByRole('button', { name: /^Organization: / });
  const before = await menu.getAttribute('aria-label');
  const typed = 'Robin R. Reyes';
  await name.fill(typed);
  await menu.click();
  await page.locator('[role="menuitemradio"][aria-checked="false"]').first().click();
  const question = page.getByRole('dialog', { name: 'You haven’t sent what you typed' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await seeNo(question);
  expect(await name.inputValue()).toBe(typed);
  await save(page).click();
  await see(page.getByText('Profile saved.'));
  await page.getByRole('link', { name: 'Sessions' }).click();
  await see(page.getByText('This session'));
  await page.getByRole('link', { name: 'Notifications' }).click();
  await see(page.getByText('What you hear about'));
  expect(await menu.getAttribute('aria-label')).toBe(before);
  const me = await (await page.request.get(`${desk.address}/api/v1/me`)).json();
  expect(before).toContain(me.organization.name);

  await page.getByRole('link', { name: 'Profile', exact: true }).click();
  await name.fill('Robin R.');
  await menu.click();
  await page.locator('[role="menuitemradio"][aria-checked="false"]').first().click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await becomes(() => menu.getAttribute('aria-label')).not.toBe(before);
  await see(page.getByRole('region', { name: /^Due within a day/ }));
});
