import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Lead } from '../contract/leads/leads.ts';
import type { LeadsToShare } from '../contract/leads/sharing.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const path = '/settings/sharing-leads';
const german = { locale: 'de-DE' };
const team = ['Liam Sørensen', 'Diego Marín', 'Hannah Cole'];

const read = async <T>(page: Page, from: string) =>
  (await (await page.request.get(`${desk.address}/api/v1${from}`)).json()) as T;
const ownerOf = async (page: Page, leadId: string) =>
  (await read<Lead>(page, `/leads/${leadId}`)).assignedTo?.name ?? null;
const ownersOf = (page: Page, ids: readonly string[]) => Promise.all(ids.map((id) => ownerOf(page, id)));
const waitingIds = async (page: Page) =>
  (await read<LeadsToShare>(page, '/sharing-rules/waiting')).items.map(({ leadId }) => leadId);
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const news = (page: Page) => page.getByRole('button', { name: /^Infocenter/ });

/** Sends leads and waits until each has an owner or waits for one. */
async function arrive(page: Page, companies: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const company of companies) ids.push((await sendMarketplaceLead(desk, { company })).leadId);
  await becomes(() => forgotten(page, ids)).toEqual([]);
  return ids;
}

/** Leads that nobody owns and that wait in no list. */
async function forgotten(page: Page, ids: readonly string[]): Promise<string[]> {
  const [owners, waiting] = await Promise.all([ownersOf(page, ids), waitingIds(page)]);
  return ids.filter((id, place) => owners[place] === null && !waiting.includes(id));
}

test('WT-1, WT-2, WS-15, WS-16: a team of three shares out a Monday, in German, and nothing is forgotten', async () => {
  const page = await desk.signIn(admin, path, german);
  await see(page.getByRole('heading', { name: 'Regeln für neue Leads' }));

  // Who gets what: in turn, one of them only a few a week.
  await page.getByRole('button', { name: 'Regel hinzufügen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Regel' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Montag');
  await dialog.getByRole('combobox', { name: 'Wer Leads bekommt' }).click();
  for (const name of team) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  for (const name of ['Liam Sørensen', 'Diego Marín'])
    await dialog.getByRole('textbox', { name: `Höchstzahl an Leads pro Woche für ${name}` }).fill('1');
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: 'Regel speichern' }).click();
  await seeNo(dialog);
  await see(page.getByRole('list', { name: 'Personen der Regel Montag' }));

  // One is away: said by keyboard, and all that she has is handed over to two colleagues.
  await page.getByRole('button', { name: 'Abwesenheit von Hannah Cole eintragen' }).focus();
  await page.keyboard.press('Enter');
  const absence = page.getByRole('dialog', { name: 'Abwesenheit von Hannah Cole' });
  await absence.getByLabel('Letzter Tag').fill('2099-12-31');
  await absence.getByRole('button', { name: 'Speichern' }).click();
  await seeNo(absence);
  await see(page.getByText(/^Abwesend bis zum .*2099/).first());
  await page.getByRole('button', { name: 'Leads von Hannah Cole übergeben' }).click();
  const assign = page.getByRole('dialog', { name: 'Leads zuweisen' });
  await assign.getByRole('combobox', { name: 'Wer die Leads bekommt' }).click();
  for (const name of ['Diego Marín', 'Liam Sørensen']) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await checkEverywhere(page);
  await assign.getByRole('button', { name: /zuweisen$/ }).click();
  await seeNo(assign);
  await see(toast(page, /zugewiesen/));

  // Somebody is told when nobody answers.
  await page.getByRole('combobox', { name: 'Wer informiert wird' }).click();
  await page.getByRole('option', { name: 'Grace Okafor' }).click();
  await page.getByRole('textbox', { name: 'Nach wie vielen Arbeitsstunden' }).fill('2');
  const escalation = page.getByRole('region', { name: 'Wenn niemand antwortet' });
  await escalation.getByRole('button', { name: 'Speichern' }).click();
  await see(toast(page, /^Gespeichert/));

  // Two of the leads of the day find room, the others wait: in sight, with the reason and their age.
  const ids = await arrive(page, ['Erste Welle', 'Zweite Welle', 'Dritte Welle', 'Vierte Welle']);
  expect((await ownersOf(page, ids)).filter(Boolean).toSorted()).toEqual(['Diego Marín', 'Liam Sørensen']);
  await page.reload();
  await see(page.getByRole('heading', { name: 'Noch nicht verteilt' }));
  await see(page.getByText('Montag: Alle haben ihre Höchstzahl für diese Woche erreicht').first());
  await see(page.getByText(/^Eingereiht/).first());
  await checkEverywhere(page);
  await news(page).click();
  await see(page.getByText('2 Leads warten auf eine Person mit freier Kapazität'));
  await page.keyboard.press('Escape');

  // There is room again: they are shared out at once.
  await page.getByRole('button', { name: 'Montag bearbeiten' }).click();
  const edit = page.getByRole('dialog', { name: 'Regel bearbeiten' });
  await edit.getByRole('textbox', { name: 'Höchstzahl an Leads pro Woche für Liam Sørensen' }).fill('');
  await page.keyboard.press('Enter');
  await seeNo(edit);
  await becomes(() => waitingIds(page)).toEqual([]);
  expect(await forgotten(page, ids)).toEqual([]);
  await seeNo(page.getByRole('heading', { name: 'Noch nicht verteilt' }));

  // A colleague is mentioned; a step is planned for today.
  const his = ids[(await ownersOf(page, ids)).indexOf('Liam Sørensen')] ?? '';
  await page.goto(`${desk.address}/leads/${his}`);
  const activities = page.getByRole('region', { name: 'Aktivitäten' });
  await see(activities.getByRole('textbox', { name: 'Notiz' }));
  await page.keyboard.press('n');
  await page.keyboard.type('Bitte heute noch anrufen, @liam');
  await see(page.getByRole('option', { name: /Liam/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await see(toast(page, /Notiz gespeichert/));
  await page.getByRole('button', { name: 'Nächsten Schritt planen' }).click();
  const step = page.getByRole('dialog', { name: 'Nächster Schritt' });
  await step.getByLabel('Was als Nächstes passiert').fill('Wegen des Angebots anrufen');
  await step.getByRole('button', { name: 'Heute' }).click();
  await step.getByRole('button', { name: 'Speichern' }).click();
  await see(page.getByRole('region', { name: 'Nächster Schritt' }).getByText('Wegen des Angebots anrufen'));
  await checkEverywhere(page);

  // At the end of the day every lead has somebody.
  expect(await forgotten(page, ids)).toEqual([]);
  expect(await ownersOf(page, ids)).not.toContain(null);
});
