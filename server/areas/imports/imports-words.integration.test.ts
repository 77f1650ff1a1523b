import { describe, expect, it } from 'vitest';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { importTools } from './imports.fixture.ts';

const of = useLeadWorld({
  emptied: ['lead_import_row', 'lead_import', 'lead_import_mapping', 'stored_file', 'lead'],
});
const tools = importTools(of);

const file = (more = '') =>
  `Company,Land,Status,Lost reason,Currency\nAdatum,Atlantis,Tot,,EUR\nBellows,DE,Tot,zu teuer,Taler\nContoso,DE,Irrtum,,EUR\nFabrikam,DE,verloren,zu teuer,EUR\n${more}`;

describe('EX-2: words that are not understood', () => {
  it('EX-2 are listed with the number of their rows, and German words are understood', async () => {
    const one = await tools.checked(file());
    expect(one.words).toEqual([
      { field: 'Status', word: 'Tot', rows: 2, meaning: null },
      { field: 'LostReason', word: 'zu teuer', rows: 2, meaning: null },
      { field: 'Country', word: 'Atlantis', rows: 1, meaning: null },
      { field: 'EstimatedValueCurrency', word: 'Taler', rows: 1, meaning: null },
    ]);
    expect(one.summary).toMatchObject({ create: 2, reject: 2 });
  });

  it('EX-2 mean what somebody chooses, or are left empty, in every spelling', async () => {
    const { id } = await tools.checked(file('Litware,DE,TOT!,,\n'));
    const answer = await tools.change(id, {
      meanings: [
        { field: 'Status', word: 'Tot', meaning: 'Declined' },
        { field: 'LostReason', word: 'zu teuer', meaning: 'PriceTooHigh' },
        { field: 'Country', word: 'Atlantis', meaning: '' },
        { field: 'EstimatedValueCurrency', word: 'Taler', meaning: '' },
      ],
    });
    expect(answer.status).toBe(200);
    await tools.work();
    const one = await tools.look(id);
    expect(one.summary).toMatchObject({ create: 5, reject: 0 });
    // They stay listed, so that somebody can change their mind.
    expect(one.words).toContainEqual({ field: 'Status', word: 'Tot', rows: 2, meaning: 'Declined' });
    await tools.done(id);
    const leads = await tools.leads();
    expect(
      leads.map(({ customer_name, status, country, lost_reason }) => [
        customer_name,
        status,
        country,
        lost_reason,
      ]),
    ).toEqual([
      ['Adatum', 'Declined', null, null],
      ['Bellows', 'Declined', 'DE', null],
      ['Contoso', 'ClosedAsError', 'DE', null],
      ['Fabrikam', 'Lost', 'DE', 'PriceTooHigh'],
      ['Litware', 'Declined', 'DE', null],
    ]);
  });

  it('EX-2 keep their meanings for files with the same headers, until somebody takes them back', async () => {
    const { id } = await tools.checked(file());
    await tools.change(id, { meanings: [{ field: 'Status', word: 'Tot', meaning: 'Expired' }] });
    await tools.work();
    await tools.done(id);
    const next = await tools.checked(file());
    expect(next.words).toContainEqual({ field: 'Status', word: 'Tot', rows: 2, meaning: 'Expired' });
    await tools.change(next.id, { meanings: [{ field: 'Status', word: 'tot', meaning: null }] });
    await tools.work();
    expect((await tools.look(next.id)).words).toContainEqual({
      field: 'Status',
      word: 'Tot',
      rows: 2,
      meaning: null,
    });
  });

  it('EX-2 a meaning must be a value of the field', async () => {
    const { id } = await tools.checked(file());
    const wrong = (field: string, meaning: string) =>
      tools.change(id, { meanings: [{ field, word: 'Tot', meaning }] });
    for (const answer of [await wrong('Status', 'Dead'), await wrong('CustomerName', 'Adatum')]) {
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('body.meanings[0].meaning');
    }
  });
});

describe('VO-3: numbers and words of other programs', () => {
  const rows = [
    ['Declined', '5', '', ''],
    ['Declined', 'Report as abuse, spam or phishing', '', ''],
    ['Declined', 'Spam oder Missbrauch', '', ''],
    ['Declined', 'Budget not adequate', '', ''],
    ['Lost', '', '6', ''],
    ['Lost', '', 'Customer chose another vendor', ''],
    ['Lost', '', 'Not a customer', ''],
    ['Error', '', '', '3'],
    ['Error', '', '', 'Customer matching trouble'],
    ['Error', '', '', '8'],
  ];
  const numbered = `Company,Email,Status,DeclineReason,LostReason,ErrorReason\n${rows
    .map((row, n) => `Customer ${n},ada${n}@spam.example,${row.map((cell) => `"${cell}"`).join(',')}`)
    .join('\n')}\n`;

  it('VO-3 are read as our reasons, none is asked about, and nobody is reported as spam', async () => {
    const { id, words } = await tools.checked(numbered);
    expect(words).toEqual([]);
    await tools.done(id);
    const leads = await tools.leads();
    expect(
      leads.map(
        ({ decline_reason, lost_reason, error_reason }) => decline_reason ?? lost_reason ?? error_reason,
      ),
    ).toEqual([
      'NotGenuineCustomer',
      'SpamOrAbuse',
      'SpamOrAbuse',
      'BudgetTooLow',
      'TimelineTooShort',
      'ChoseCompetitor',
      'Other',
      'Duplicate',
      'WrongCustomer',
      'Other',
    ]);
    const reports = await of.server.database.ownerDb.selectFrom('spam_report').selectAll().execute();
    expect(reports).toEqual([]);
  });
});
