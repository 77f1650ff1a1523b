import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LeadPage } from '../contract/leads/lead-list.ts';
import { readRecords } from '../test/read-xlsx.ts';
import { checkEverywhere } from './checks.ts';
import { see, seeNo, statedTotal, useDesk } from './support.ts';

const admin = 'referrals.admin@contoso.example';
const desk = useDesk();

async function save(page: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}
const recordsOf = async (download: Download) => readRecords(await readFile(await download.path()));

async function idsOf(page: Page, query: string): Promise<string[]> {
  const answer = await page.request.get(`${desk.address}/api/v1/leads?${query}&limit=200`);
  return ((await answer.json()) as LeadPage).items.map(({ id }) => id);
}

test('EX-1: a workbook with the columns of the table, in its order', async () => {
  const page = await desk.signIn(admin, '/leads?status=Accepted');
  const total = await statedTotal(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: `Export ${total} leads` });
  await dialog.getByLabel('As in the table, with the lead’s ID').check();
  const file = await save(page, () => dialog.getByRole('button', { name: 'Download' }).click());
  expect(file.suggestedFilename()).toMatch(new RegExp(`-${total}-rows\\.xlsx$`));
  await seeNo(dialog);
  const records = await recordsOf(file);
  expect(records.map(({ LeadId }) => LeadId)).toEqual(await idsOf(page, 'status=Accepted'));
  const headers = Object.keys(records[0] ?? {});
  expect(headers.slice(0, 2)).toEqual(['CustomerName', 'Country']);
  expect(headers.at(-1)).toBe('LeadId');

  // The next time, it is as it was chosen.
  await page.reload();
  await page.getByRole('button', { name: 'Export' }).click();
  expect(await page.getByLabel('As in the table, with the lead’s ID').isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await seeNo(page.getByRole('dialog'));
});

test('EX-1: a large file is made in the background, is told of on another page, and can be deleted', async () => {
  const page = await desk.signIn(admin, '/leads?status=Accepted');
  const total = await statedTotal(page);
  // As if there were so many: the demo has a few hundred.
  await page.route(/\/api\/v1\/leads\?/, async (route) => {
    const response = await route.fetch();
    const list = (await response.json()) as LeadPage;
    await route.fulfill({ response, json: { ...list, total: 25_000 } });
  });
  await page.reload();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create file' }).click();
  await see(page.getByText('Your file is being created.'));
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await see(page.getByText(`Your export is ready: ${total} leads.`));

  await page.goto(`${desk.address}/settings/exports`);
  const row = page.getByRole('listitem').filter({ hasText: `-${total}-rows.xlsx` });
  await see(row.getByText(`${total} leads`, { exact: true }));
  await checkEverywhere(page);
  const file = await save(page, () => row.getByRole('button', { name: /^Download/ }).click());
  expect((await recordsOf(file)).map(({ LeadId }) => LeadId)).toEqual(await idsOf(page, 'status=Accepted'));
  await row.getByRole('button', { name: /^Delete/ }).click();
  await see(page.getByText('No exports'));
  await checkEverywhere(page);
});
