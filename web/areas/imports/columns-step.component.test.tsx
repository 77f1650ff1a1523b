import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { idOf, makeMe, partsNow } from '../../../test/parts/made.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { refusal } from '../../../test/parts/server.ts';
import { ColumnsStep } from './columns-step.tsx';

const makeImport = (changes: Partial<LeadImport> = {}): LeadImport => ({
  id: idOf(1),
  state: 'ready',
  fileName: 'old.csv',
  fileBytes: 100,
  createdAt: partsNow.toISOString(),
  createdBy: 'Grace',
  startedAt: null,
  endedAt: null,
  undoableUntil: null,
  problem: null,
  reading: {
    format: 'csv',
    encoding: 'windows-1252',
    separator: ';',
    sheet: null,
    sheets: [],
    headerRow: 3,
    dateOrder: 'dmy',
    decimalSign: ',',
    source: 'hubspot',
    formulas: false,
    externalLinks: false,
  },
  columns: [
    { column: 1, header: 'Firma', samples: ['Adatum', 'Bellows'], field: 'CustomerName' },
    { column: 2, header: 'Mail', samples: ['a@adatum.example'], field: 'Email' },
    { column: 3, header: '', samples: [], field: null },
  ],
  words: [],
  settings: { matchBy: 'emailAndCustomer', startState: 'Accepted', currency: 'EUR', notify: false },
  checkedRows: 2,
  summary: { create: 2, update: 0, unchanged: 0, skip: 0, reject: 0 },
  written: { created: 0, updated: 0, left: 0 },
  undone: null,
  ...changes,
});

const show = (one = makeImport(), as = makeMe()) =>
  renderPart(<ColumnsStep one={one} />, { as, answers: { 'PATCH /api/v1/imports/:id': one } });
const sent = (server: Awaited<ReturnType<typeof show>>['server']) =>
  server.asked('PATCH /api/v1/imports/:id').map(({ body }) => body);

describe('the columns of an import', () => {
  it('EX-2: shows each column with its values and field, the program, and how the file is read', async () => {
    await show();
    screen.getByText('This looks like an export from HubSpot.');
    screen.getByText('2 of 3 columns are used.', { exact: false });
    screen.getByText('Windows-1252 / ISO 8859-1 · Semicolon · header in row 3');
    const row = screen.getByRole('row', { name: /Firma/ });
    within(row).getByText('Adatum · Bellows');
    expect(within(row).getByRole<HTMLSelectElement>('combobox').value).toBe('CustomerName');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Field for “(no header)”' }).value).toBe(
      '',
    );
  });

  it('EX-2: a field that is chosen for another column is taken away from the first', async () => {
    const { user, server } = await show();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Field for “(no header)”' }),
      'Email address',
    );
    expect(sent(server)).toEqual([
      {
        columns: [
          { column: 2, field: null },
          { column: 3, field: 'Email' },
        ],
      },
    ]);
  });

  it('EX-2: words that are not understood get their meanings together, in the reader’s words', async () => {
    const words = [
      { field: 'Status' as const, word: 'Tot', rows: 31, meaning: null },
      { field: 'Country' as const, word: 'Teutonia', rows: 2, meaning: 'DE' },
      { field: 'Status' as const, word: 'egal', rows: 1, meaning: null },
    ];
    const { user, server } = await show(makeImport({ words }));
    const row = screen.getByRole('row', { name: /Tot/ });
    within(row).getByText('31');
    const meaning = (word: string) =>
      screen.getByRole<HTMLSelectElement>('combobox', { name: `Meaning of “${word}”` });
    expect(meaning('Teutonia').selectedOptions[0]?.text).toBe('Germany');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Use these meanings' }).disabled).toBe(true);
    await user.selectOptions(meaning('Tot'), 'Closed as error');
    await user.selectOptions(meaning('egal'), '(leave empty)');
    await user.selectOptions(meaning('Teutonia'), '(not chosen yet)');
    expect(sent(server)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Use these meanings' }));
    expect(sent(server)).toEqual([
      {
        meanings: [
          { field: 'Status', word: 'Tot', meaning: 'ClosedAsError' },
          { field: 'Country', word: 'Teutonia', meaning: null },
          { field: 'Status', word: 'egal', meaning: '' },
        ],
      },
    ]);
  });

  it('EX-2: a column can be left out', async () => {
    const { user, server } = await show();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Field for “Mail”' }), '(left out)');
    expect(sent(server)).toEqual([{ columns: [{ column: 2, field: null }] }]);
  });

  it('EX-2: offers only ways to recognize leads that the file has, and tells nobody unless ticked', async () => {
    const { user, server } = await show();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'CRM ID' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'email address and company' }).checked).toBe(
      true,
    );
    const tell = screen.getByRole<HTMLInputElement>('checkbox', { name: /Tell colleagues/ });
    expect(tell.checked).toBe(false);
    await user.click(tell);
    await user.click(screen.getByRole('radio', { name: /^Received/ }));
    expect(sent(server)).toEqual([{ notify: true }, { startState: 'Received' }]);
  });

  it('EX-2: a change that is refused is announced, and the column stays as it was', async () => {
    const { user } = await renderPart(<ColumnsStep one={makeImport()} />, {
      answers: { 'PATCH /api/v1/imports/:id': refusal('action-not-possible') },
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Field for “Mail”' }), '(left out)');
    await screen.findByText('Couldn’t save the change');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Field for “Mail”' }).value).toBe('Email');
  });
});
