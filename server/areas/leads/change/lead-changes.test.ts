import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LeadChange, leadChange } from '../../../../contract/leads/lead-actions.ts';
import type { LeadDetailRow } from '../lead/lead-row.ts';
import { planAcceptance, planDecline, planEdit, planErrorClosure, planOutcome } from './lead-changes.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const before = new Date('2026-11-01T10:00:00.000Z');
const [ada, grace] = ['01932f6e-1c1f-7b7a-9a2c-0a6a3c6d5e41', '01932f6e-1c1f-7b7a-9a2c-0a6a3c6d5e42'];
const employee = { name: 'Joan', email: 'joan@partner.test', phone: null };

/** An accepted lead; only what the plans look at. */
const row = {
  status: 'Accepted',
  deal_name: 'Big deal',
  deal_value_minor: 500_000,
  deal_currency: 'EUR',
  estimated_purchase_date: '2027-03-01',
  deal_notes: 'Call in May',
  crm_id: 'CRM-1',
  campaign_id: null,
  employees: [employee],
  qualified_at: before,
  developed_at: null,
  proposed_at: null,
  negotiated_at: null,
} as unknown as LeadDetailRow;

/** The same values as in the row, as an edit would send them. */
const same = {
  dealName: 'Big deal',
  estimatedValue: { amountMinor: 500_000, currency: 'EUR' },
  estimatedPurchaseDate: '2027-03-01',
  notes: 'Call in May',
  crmId: 'CRM-1',
  campaignId: null,
  employees: [employee],
  teamMemberIds: [ada, grace],
  subStages: { qualified: true, developed: false, proposed: false, negotiated: false },
} satisfies LeadChange;

const different = {
  dealName: 'Bigger deal',
  estimatedValue: { amountMinor: 500_000, currency: 'USD' },
  estimatedPurchaseDate: '2027-03-02',
  notes: null,
  crmId: 'CRM-2',
  campaignId: 'SPRING',
  employees: [],
  teamMemberIds: [ada],
  subStages: { qualified: false, developed: true, proposed: true, negotiated: true },
} satisfies LeadChange;

const columnsOf: Record<keyof typeof same, string[]> = {
  dealName: ['deal_name'],
  estimatedValue: ['deal_value_minor', 'deal_currency'],
  estimatedPurchaseDate: ['estimated_purchase_date'],
  notes: ['deal_notes'],
  crmId: ['crm_id'],
  campaignId: ['campaign_id'],
  employees: ['employees'],
  teamMemberIds: [],
  subStages: ['qualified_at', 'developed_at', 'proposed_at', 'negotiated_at'],
};
const fields = Object.keys(columnsOf) as (keyof typeof same)[];
const plan = (change: LeadChange) => planEdit(row, { ids: [ada, grace], left: [] }, change, now);

describe('LC-6: an edit', () => {
  it('LC-6 that sends what is so already changes nothing', () => {
    expect(plan(same)).toBeUndefined();
  });

  it.each(fields)('LC-6 of %s alone writes its columns alone, and tells before and after', (field) => {
    const planned = plan({ [field]: different[field] });
    expect(Object.keys(planned?.columns ?? {}).toSorted()).toEqual(columnsOf[field].toSorted());
    expect(planned?.type).toBe('lead.edited');
    expect(planned?.team).toEqual(field === 'teamMemberIds' ? [ada] : undefined);
    for (const change of planned?.changes ?? []) expect(change.before).not.toEqual(change.after);
    expect(planned?.changes.every((change) => change.field.split('.')[0] === field)).toBe(true);
  });

  it('LC-6 only sent and different fields change, whatever is sent together', () => {
    const choice = fc.record(
      Object.fromEntries(fields.map((field) => [field, fc.constantFrom('absent', 'same', 'different')])),
    );
    fc.assert(
      fc.property(choice, (chosen) => {
        const sent = fields.filter((field) => chosen[field] !== 'absent');
        const changed = fields.filter((field) => chosen[field] === 'different');
        const change = Object.fromEntries(
          sent.map((field) => [field, changed.includes(field) ? different[field] : same[field]]),
        );
        const planned = plan(change);
        const expected = changed.flatMap((field) => columnsOf[field]);
        expect(Object.keys(planned?.columns ?? {}).toSorted()).toEqual(expected.toSorted());
        expect(new Set(planned?.changes.map((one) => one.field.split('.')[0]))).toEqual(new Set(changed));
        expect(planned?.team !== undefined).toBe(changed.includes('teamMemberIds'));
      }),
    );
  });

  it('LC-6 the same team in another order is the same team', () => {
    expect(plan({ teamMemberIds: [grace, ada] })).toBeUndefined();
  });

  it('LC-6 ticking a stage keeps when it was reached; unticking forgets it', () => {
    expect(plan({ subStages: { qualified: true } })).toBeUndefined();
    expect(plan({ subStages: { developed: true } })?.columns).toEqual({ developed_at: now });
    expect(plan({ subStages: { qualified: false } })?.columns).toEqual({ qualified_at: null });
  });

  it('LC-6 a deal without a value may get one', () => {
    const bare = { ...row, deal_value_minor: null, deal_currency: null };
    expect(
      planEdit(bare, { ids: [], left: [] }, { estimatedValue: same.estimatedValue }, now)?.changes,
    ).toEqual([{ field: 'estimatedValue', before: null, after: same.estimatedValue }]);
  });

  it('LC-6 blank clears, missing stays, nothing at all is refused', () => {
    expect(leadChange.parse({ notes: '  ' })).toEqual({ notes: null });
    expect(leadChange.safeParse({}).success).toBe(false);
    expect(leadChange.safeParse({ dealName: ' ' }).success).toBe(false);
  });
});

describe('LC-2 to LC-7: the other plans', () => {
  const received = { ...row, status: 'Received' } as LeadDetailRow;

  it('LC-2 acceptance keeps everything that it asked for', () => {
    const planned = planAcceptance(
      received,
      [],
      {
        dealName: 'Deal',
        estimatedValue: { amountMinor: 7, currency: 'JPY' },
        teamMemberIds: [ada],
        estimatedPurchaseDate: '2027-01-01',
        notes: 'n',
        campaignId: 'c',
        crmId: 'i',
        employees: [employee],
      },
      now,
    );
    expect(planned.columns).toEqual({
      status: 'Accepted',
      accepted_at: now,
      deal_name: 'Deal',
      deal_value_minor: 7,
      deal_currency: 'JPY',
      estimated_purchase_date: '2027-01-01',
      deal_notes: 'n',
      campaign_id: 'c',
      crm_id: 'i',
      employees: JSON.stringify([employee]),
    });
    expect(planned).toMatchObject({ team: [ada], type: 'lead.accepted', note: 'n' });
    expect(planned.changes[0]).toEqual({ field: 'status', before: 'Received', after: 'Accepted' });
  });

  it.each([
    [planDecline(received, { reason: 'NoCapacity', notes: 'n' }, now), 'lead.declined', 'Declined'],
    [
      planOutcome(row, { outcome: 'Won', finalValue: { amountMinor: 1, currency: 'EUR' }, notes: 'n' }, now),
      'lead.won',
      'Won',
    ],
    [planOutcome(row, { outcome: 'Lost', reason: 'NoBudget', notes: 'n' }, now), 'lead.lost', 'Lost'],
    [
      planErrorClosure(row, { reason: 'Duplicate', notes: 'n', duplicateOfLeadId: ada }, now),
      'lead.closed-as-error',
      'ClosedAsError',
    ],
  ])('LC-3, LC-6, LC-7 closing keeps when, why and what was said: %#', (planned, type, status) => {
    expect(planned).toMatchObject({
      type,
      note: 'n',
      columns: { status, closed_at: now, closing_notes: 'n' },
    });
    expect(planned.changes[0]).toMatchObject({ field: 'status', after: status });
  });
});
