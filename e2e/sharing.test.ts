import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Lead } from '../contract/leads/leads.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const path = '/settings/sharing-leads';

async function ownerOf(page: Page, leadId: string): Promise<string | null> {
  const lead = (await (await page.request.get(`${desk.address}/api/v1/leads/${leadId}`)).json()) as Lead;
  return lead.assignedTo?.name ?? null;
}

test('WT-1, WT-2: a team shares its new leads by a rule, one has enough, one is away, nothing is forgotten', async () => {
  const page = await desk.signIn(admin, path);
  await page.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Monday');
  await dialog.getByRole('combobox', { name: 'Who gets leads' }).click();
  for (const name of ['Liam Sørensen', 'Diego Marín']) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  for (const name of ['Liam Sørensen', 'Diego Marín'])
    await dialog.getByRole('textbox', { name: `Maximum leads per week for ${name}` }).fill('1');
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await seeNo(dialog);
  await see(page.getByRole('list', { name: 'People of Monday' }));

  const ids: string[] = [];
  for (const company of ['First Light', 'Second Wind', 'Third Rail']) {
    const { leadId } = await sendMarketplaceLead(desk, { company });
    ids.push(leadId);
    await becomes(() => ownerOf(page, ids[0] ?? '')).not.toBeNull();
  }
  await becomes(
    async () => (await Promise.all(ids.map((id) => ownerOf(page, id)))).filter(Boolean).length,
  ).toBe(2);
  await page.reload();
  await see(page.getByRole('heading', { name: 'Waiting for someone' }));
  await see(page.getByRole('link', { name: 'Third Rail' }));
  await see(page.getByText('Monday: everyone has reached their limit for this week'));
  await checkEverywhere(page);

  // The rule gets room, by keyboard, and the lead has an owner at once.
  await page.getByRole('button', { name: 'Edit Monday' }).focus();
  await page.keyboard.press('Enter');
  const edit = page.getByRole('dialog', { name: 'Edit rule' });
  await edit.getByRole('textbox', { name: 'Maximum leads per week for Liam Sørensen' }).fill('');
  await page.keyboard.press('Enter');
  await seeNo(edit);
  await becomes(() => ownerOf(page, ids[2] ?? '')).toBe('Liam Sørensen');

  // Liam is away; what he has goes to a colleague, and comes back.
  await page.getByRole('button', { name: 'Say when Liam Sørensen is away' }).click();
  const absence = page.getByRole('dialog', { name: 'When Liam Sørensen is away' });
  await absence.getByLabel('Last day').fill('2099-12-31');
  await absence.getByRole('button', { name: 'Save' }).click();
  await seeNo(absence);
  await see(page.getByText(/^Away until .*2099/).first());
  await page.getByRole('button', { name: 'Hand over the leads of Liam Sørensen' }).click();
  const assign = page.getByRole('dialog', { name: 'Assign leads' });
  await assign.getByRole('combobox', { name: 'Who gets the leads' }).click();
  await page.getByRole('option', { name: 'Diego Marín' }).click();
  await page.keyboard.press('Escape');
  await assign.getByRole('button', { name: /^Assign/ }).click();
  await seeNo(assign);
  await becomes(() => ownerOf(page, ids[2] ?? '')).toBe('Diego Marín');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await becomes(() => ownerOf(page, ids[2] ?? '')).toBe('Liam Sørensen');
  expect(page.url()).toContain(path);
});
