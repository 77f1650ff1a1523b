import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ActionCenter, Notification } from '../contract/messages/action-center.ts';
import { signTurnsOff } from '../server/areas/mail/index.ts';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, tabTo, useDesk } from './support.ts';

const grace = 'referrals.admin@contoso.example';

const desk = useDesk();

const bellOf = (page: Page) => page.getByRole('button', { name: /^Action center/ });

/** The numbers on the bell: how many tasks, and how many unread. */
async function numbersOf(page: Page): Promise<{ toDo: number; unread: number }> {
  const words = /: (\d+) tasks?, (\d+) unread/.exec((await bellOf(page).getAttribute('aria-label')) ?? '');
  return { toDo: Number(words?.[1]), unread: Number(words?.[2]) };
}

/** The Action center of the person, according to the server. */
async function readActionCenter(page: Page, query: string): Promise<ActionCenter> {
  const answer = await page.context().request.get(`${desk.address}/api/v1/action-center?${query}`);
  return (await answer.json()) as ActionCenter;
}

/** What the person has not read yet, according to the server. */
async function unreadNews(page: Page): Promise<readonly Notification[]> {
  return (await readActionCenter(page, 'list=notifications&state=unread')).notifications.items;
}

/** The tasks about a lead: how many the bell counts, and the server. The demo's own leads may bring more at any minute. */
async function countTasks(page: Page, leadId: string) {
  const { counts, actions } = await readActionCenter(page, 'list=actions&limit=100');
  const toDo = actions.items.filter((one) => one.leadId === leadId).length;
  const others = counts.mandatory + counts.recommended - toDo;
  return { onTheBell: (await numbersOf(page)).toDo - others, toDo };
}

/** The news that are meant: how many of them the bell counts, and the server. The demo's own leads may tell more at any minute. */
async function countNews(page: Page, isMeant: (one: Notification) => boolean) {
  const told = await unreadNews(page);
  const others = told.filter((one) => !isMeant(one)).length;
  return { onTheBell: (await numbersOf(page)).unread - others, unread: told.length - others };
}

async function openBell(page: Page) {
  await tabTo(page, bellOf(page));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Action center' });
  await see(panel.getByRole('heading', { name: 'To do' }));
  return panel;
}

test('NT-5: a lead arrives, the bell tells, and the action is gone once it is answered', async () => {
  const page = await desk.signIn(grace, '/settings');
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Harbor Mills' });
  const tasks = () => countTasks(page, leadId);
  const news = () => countNews(page, (one) => one.leadId === leadId);
  await becomes(tasks).toEqual({ onTheBell: 1, toDo: 1 });
  await becomes(news).toEqual({ onTheBell: 1, unread: 1 });

  const panel = await openBell(page);
  await see(panel.getByRole('link', { name: 'New lead: Harbor Mills' }));
  // Focus stays in the panel, and returns to the bell.
  const last = panel.getByRole('link', { name: 'Open the Action center' });
  await last.focus();
  await page.keyboard.press('Tab');
  expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await seeNo(panel);
  await becomes(() => bellOf(page).evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await panel.getByRole('link', { name: 'New lead: Harbor Mills' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Harbor Mills' }));
  await becomes(news).toEqual({ onTheBell: 0, unread: 0 });
  await becomes(tasks).toEqual({ onTheBell: 1, toDo: 1 });
  await see(page.getByRole('region', { name: 'Notifications' }).getByText('Grace Okafor'));
  await accept(page);
  await becomes(tasks).toEqual({ onTheBell: 0, toDo: 0 });
  await becomes(news).toEqual({ onTheBell: 0, unread: 0 });
});

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept lead' });
  await dialog.getByLabel('Estimated value').fill('12500');
  await dialog.getByRole('button', { name: 'Within 3 months' }).click();
  await dialog.getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(dialog);
}

test('NT-5: news are read, archived and taken out again; the operator tells all partners', async () => {
  const title = 'Closed on Friday';
  const ines = await desk.signIn('operator.admin@northwind.example', '/actions');
  await ines.getByRole('button', { name: 'Announce to partners' }).click();
  const dialog = ines.getByRole('dialog', { name: 'Announce to partners' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Message').fill('The desk of the operator is closed on Friday.');
  await checkAccessibility(ines);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await see(ines.getByText(/^Announced to \d+ people\.$/));
  await checkEverywhere(ines);

  const page = await desk.signIn(grace, '/actions?category=promotional');
  const news = page.getByRole('region', { name: 'News' });
  const item = news.getByRole('listitem').filter({ hasText: title });
  await see(item.getByText('The desk of the operator is closed on Friday.'));
  const counted = () => countNews(page, (one) => one.title === title);
  await becomes(counted).toEqual({ onTheBell: 1, unread: 1 });
  await item.getByRole('button', { name: /^Mark as read/ }).click();
  await becomes(counted).toEqual({ onTheBell: 0, unread: 0 });
  await item.getByRole('button', { name: /^Mark as unread/ }).click();
  await becomes(counted).toEqual({ onTheBell: 1, unread: 1 });
  await item.getByRole('button', { name: /^Archive/ }).click();
  await seeNo(item);
  await becomes(counted).toEqual({ onTheBell: 0, unread: 0 });
  await news.getByRole('link', { name: 'Archived' }).click();
  const states = news.getByRole('navigation', { name: 'Filter news' }).locator('[aria-current]');
  expect(await states.allTextContents()).toEqual(['Archived']);
  await item.getByRole('button', { name: /^Unarchive/ }).click();
  await seeNo(item);
  await news.getByRole('link', { name: 'Current' }).click();
  await see(item);
  await page.getByRole('link', { name: /^Leads to answer/ }).click();
  await see(page.getByRole('region', { name: 'To do' }).getByRole('link', { name: /^Respond to / }));
  await checkEverywhere(page);
});

test('NT-4: the outbox shows what was written, what it looks like, and why it went there', async () => {
  await sendMarketplaceLead(desk, { company: 'Quay Partners' });
  const page = await desk.signIn(grace, '/leads');
  await page.getByRole('link', { name: 'Outbox', exact: true }).click();
  const row = page.getByRole('link', { name: /Quay Partners.*Grace Okafor/ });
  await becomes(async () => {
    if ((await row.count()) === 0) await page.reload();
    return row.count();
  }).toBe(1);
  const tabs = page.getByRole('navigation', { name: 'Filter emails' }).locator('[aria-current]');
  expect(await tabs.allTextContents()).toEqual(['All']);
  await checkEverywhere(page);
  await row.click();
  await see(page.getByText('Responsible for leads in the organization'));
  for (const view of ['Light', 'Dark']) {
    await page.getByRole('button', { name: view }).click();
    const mail = page.frameLocator('iframe');
    await see(mail.getByRole('heading', { name: 'You have a new lead' }));
    const ground = await mail.locator('.card').evaluate((card) => getComputedStyle(card).backgroundColor);
    expect(ground).toBe(view === 'Dark' ? 'rgb(24, 33, 36)' : 'rgb(255, 255, 255)');
  }
  await page.getByRole('button', { name: 'Plain text' }).click();
  await see(page.getByRole('region', { name: 'Email as plain text' }).getByText('Quay Partners'));
  await checkEverywhere(page);
  await page.goto(`${desk.address}/outbox/templates`);
  await page.getByRole('link', { name: 'Leads of the day' }).click();
  await page.getByRole('link', { name: 'German' }).click();
  await see(page.frameLocator('iframe').getByRole('link', { name: 'Alpine Outdoor GmbH' }));
  await checkEverywhere(page);

  const noMails = await desk.signIn('referrals.user@contoso.example', '/outbox');
  await see(noMails.getByText('Your role can’t see the outbox'));
  expect(await noMails.getByRole('link', { name: 'Outbox', exact: true }).count()).toBe(0);
});

test('NT-5: what somebody is told is switched off and on, but for what is required', async () => {
  const page = await desk.signIn(grace, '/settings/notifications');
  const teams = page.getByRole('switch', { name: /^Teams/ });
  await teams.uncheck({ force: true });
  await see(page.getByText('Teams: turned off.'));
  await page.reload();
  await see(page.getByText('Always').first());
  expect(await teams.isChecked()).toBe(false);
  expect(await page.getByRole('switch', { name: /^New leads/ }).count()).toBe(0);
  await checkEverywhere(page);
  await teams.check({ force: true });
  await see(page.getByText('Teams: turned on.'));
});

/** The link of an email to somebody of the demo. */
async function linkThatTurnsOff(email: string, category: string): Promise<string> {
  const [link] = await desk.product.query<{ secret: Buffer; personId: string; organizationId: string }>(
    `select secret, p.id as "personId", m.organization_id as "organizationId"
     from link_secret, person p join membership m on m.person_id = p.id where p.email = $1`,
    [email],
  );
  if (!link) throw new Error(`${email} is not in the demo`);
  return `/unsubscribe/${signTurnsOff(link.secret, { ...link, category })}`;
}

test('NT-3: the link of an email turns such emails off without signing in or JavaScript, and on again', async () => {
  const link = await linkThatTurnsOff(grace, 'mention');
  await checkEverywhere(await desk.visit(link));
  const reader = await desk.visit(link, { javaScript: false });
  await see(reader.getByText('Nothing changes until you press the button.'));
  await reader.getByRole('button', { name: 'Turn off these emails' }).click();
  await see(reader.getByRole('heading', { level: 1, name: 'These emails are turned off' }));
  await checkEverywhere(await desk.visit(link));

  const page = await desk.signIn(grace, '/settings/notifications');
  const mentions = page.getByRole('switch', { name: /^Mentions/ });
  await see(mentions);
  expect(await mentions.isChecked()).toBe(false);
  await reader.getByRole('button', { name: 'Undo' }).click();
  await see(reader.getByRole('heading', { level: 1, name: 'These emails are turned on again' }));
  await page.reload();
  await see(mentions);
  expect(await mentions.isChecked()).toBe(true);
  await reader.getByRole('link', { name: 'All email settings' }).click();
  expect(new URL(reader.url()).pathname).toBe('/settings/notifications');
});
