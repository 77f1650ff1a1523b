import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, see, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const total = 400;
const faulty = 37;

/** The old leads of another CRM, some with an address that is none. */
const oldLeads = () => {
  const header =
    'Lead ID,First Name,Last Name,Company / Account,Email,Country,Lead Status,Lead Owner,Create Date';
  const rows = Array.from({ length: total }, (_, n) => {
    const email =
      n % 10 === 3 && n < faulty * 10 ? `person${n} at fabrikam` : `person${n}@fabrikam${n}.example`;
    return `00Q${n},Ana,Beispiel,Old customer ${n},${email},Germany,Working - Contacted,,04/30/2025`;
  });
  return Buffer.from(`${[header, ...rows].join('\r\n')}\r\n`);
};
const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });

test('EX-2: old leads come from another CRM, faulty rows are mended, and one import is taken back', async () => {
  const page = await desk.signIn(admin, '/imports');
  await see(page.getByRole('heading', { name: 'Import', exact: true }));
  await checkEverywhere(page);
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(fileOf('old-leads.csv', oldLeads()));
  await see(page.getByText('This looks like an export from Salesforce.'));
  expect(await page.getByLabel('Field for “Company / Account”').inputValue()).toBe('CustomerName');
  await checkEverywhere(page);
  await page.getByRole('button', { name: 'Continue to the dry run' }).click();
  const tile = (name: string) =>
    page.getByRole('group', { name: 'Rows by what happens to them' }).getByRole('button', { name });
  await becomes(() => tile('Reject').textContent()).toBe(`${faulty}Reject`);
  await see(page.getByRole('button', { name: `Import ${total - faulty} rows` }));
  await tile('Reject').click();
  await see(page.getByText('Email: Is not an email address. A cell holds one address.').first());
  await checkAccessibility(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rejected rows' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`old-leads-rejected-${faulty}-rows.csv`);
  const rejected = await readFile(await download.path(), 'utf8');
  await page.getByRole('button', { name: `Import ${total - faulty} rows` }).click();
  await see(page.getByText(`${total - faulty} leads created, 0 updated.`));

  await page.getByRole('link', { name: 'Import another file' }).click();
  const mended = rejected.replace(/person(\d+) at fabrikam/g, 'person$1@fabrikam$1.example');
  await choose.setInputFiles(fileOf('mended.csv', Buffer.from(mended)));
  await page.getByRole('button', { name: 'Continue to the dry run' }).click();
  await becomes(() => tile('Create').textContent()).toBe(`${faulty}Create`);
  await page.getByRole('button', { name: `Import ${faulty} rows` }).click();
  await see(page.getByText(`${faulty} leads created, 0 updated.`));

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await see(page.getByText(`Undone: ${faulty} leads removed, 0 restored.`));
  await page.getByRole('link', { name: 'Import another file' }).click();
  await see(page.getByRole('button', { name: 'Undo the import of “old-leads.csv”' }));
  await checkEverywhere(page);
});

test('EX-2: a file that is no table is refused with the place that shows it', async () => {
  const page = await desk.signIn(admin, '/imports', { refusals: [/^400 POST \/api\/v1\/imports/] });
  await page
    .locator('input[type=file]')
    .setInputFiles(fileOf('broken.csv', Buffer.from('Company,Email\nFabrikam,"never closed\n')));
  await see(page.getByRole('alert').filter({ hasText: 'row 2, column 2' }));
  await checkEverywhere(page);
});
