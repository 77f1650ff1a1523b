import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const grace = 'referrals.admin@contoso.example';
const user = 'referrals.user@contoso.example';

test('ID-5: who is signed in elsewhere sees it, and signs out there', async () => {
  const elsewhere = await desk.signIn(user, '/settings/profile', { refusals: [/^401 /] });
  await see(elsewhere.getByRole('heading', { level: 1 }));
  const page = await desk.signIn(user, '/settings/sessions');
  const sessions = page.getByRole('region', { name: 'Sessions' });
  const items = sessions.getByRole('listitem');
  await becomes(() => items.count()).toBe(2);
  expect(await items.filter({ hasText: 'This session' }).count()).toBe(1);
  expect(await items.filter({ hasText: 'This session' }).getByRole('button').count()).toBe(0);
  await checkEverywhere(page);

  await items.getByRole('button', { name: /^Sign out/ }).click();
  const question = page.getByRole('dialog', { name: 'Sign out this session?' });
  await question.getByRole('button', { name: 'Sign out' }).click();
  await seeNo(question);
  await becomes(() => items.count()).toBe(1);
  await see(items.getByText('This session'));
  expect((await elsewhere.request.get(`${desk.address}/api/v1/me`)).status()).toBe(401);
  expect((await page.request.get(`${desk.address}/api/v1/me`)).status()).toBe(200);
});

test('NT-5: the bell counts what came since it was opened last, and looking at it is enough', async () => {
  const page = await desk.signIn(grace, '/settings/profile');
  const bell = page.getByRole('button', { name: /^Action center/ });
  const fresh = async () => Number(/(\d+) new$/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1]);
  const panel = page.getByRole('dialog', { name: 'Action center' });
  await becomes(fresh).toBeGreaterThanOrEqual(0);
  await bell.click();
  await see(panel.getByRole('heading', { name: 'To do' }));
  await becomes(fresh).toBe(0);
  await page.keyboard.press('Escape');
  await seeNo(panel);

  await sendMarketplaceLead(desk, { company: 'Fresh Works' });
  await becomes(fresh).toBeGreaterThan(0);
  await bell.click();
  await see(panel.getByRole('link', { name: 'New lead: Fresh Works' }));
  await becomes(fresh).toBe(0);
  await page.keyboard.press('Escape');
  await page.reload();
  await becomes(fresh).toBe(0);
});

test('NT-2: a time zone is found by the present name of its city, and kept', async () => {
  const page = await desk.signIn(user, '/settings/profile');
  const field = page.getByRole('combobox', { name: 'Time zone' }).or(page.getByLabel('Time zone'));
  for (const [typed, found] of [
    ['Kyiv', /Kyiv/],
    ['Kiev', /Kyiv/],
    ['Kolkata', /Kolkata/],
  ] as const) {
    await field.first().click();
    await field.first().fill(typed);
    await see(page.getByRole('option', { name: found }));
    await see(page.getByRole('option').filter({ hasText: found }));
  }
  await page
    .getByRole('option', { name: /Kolkata/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await becomes(async () => {
    const me = (await (await page.request.get(`${desk.address}/api/v1/me`)).json()) as {
      person: { timeZone: string | null };
    };
    return me.person.timeZone;
  }).toBe('Asia/Kolkata');
  await page.reload();
  await becomes(() => field.first().inputValue()).toMatch(/Kolkata/);
});

test('WS-7: what to keep in mind about customers is said until it is read, and then no more', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Careful Works' });
  const page = await desk.signIn(grace, `/leads/${leadId}`);
  const note = page.getByRole('note').filter({ hasText: 'Before you get in touch' });
  await see(note.getByText(/Nobody has verified who this customer is.*endorsement.*fraud/));
  await note.getByRole('button', { name: 'Got it' }).click();
  await seeNo(note);
  await page.reload();
  await see(page.getByRole('heading', { level: 1, name: 'Careful Works' }));
  await see(page.getByRole('region', { name: 'Customer and contact' }));
  expect(await note.count()).toBe(0);
});
