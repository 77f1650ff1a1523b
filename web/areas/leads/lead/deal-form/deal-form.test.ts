import { describe, expect, it } from 'vitest';
import { type DealValues, toChange } from '../deal-values.ts';
import { checkDealForm, fillForm, readForm } from './deal-form.ts';

const deal: DealValues = {
  dealName: 'Fabrikam – Backup',
  estimatedValue: { amountMinor: 123456, currency: 'KWD' },
  estimatedPurchaseDate: '2026-06-30',
  notes: 'First line\nsecond line',
  crmId: null,
  campaignId: 'SPRING',
  teamMemberIds: ['a'],
  employees: [{ name: 'Kim', email: null, phone: '+1 425 555 0100' }],
};

describe('the deal form', () => {
  it.each(['en-US', 'de-DE', 'ar-EG', undefined])(
    'changes nothing by being opened and sent (%s)',
    (locale) => {
      expect(toChange(deal, readForm(fillForm(deal, 'KW', locale), locale))).toEqual({});
    },
  );

  it('suggests the currency of the country and leaves the amount open', () => {
    const form = fillForm({ ...deal, estimatedValue: null }, 'JP', 'en-US');
    expect([form.amount, form.currency]).toEqual(['', 'JPY']);
  });

  it('names everything that is missing (LC-2)', () => {
    const form = {
      ...fillForm(deal, null, 'en-US'),
      dealName: ' ',
      amount: '1.2345',
      estimatedPurchaseDate: '',
      teamMemberIds: [],
      employees: [
        { name: '', email: '', phone: '' },
        { name: '', email: 'kim@partner.example', phone: '' },
      ],
    };
    expect(Object.keys(checkDealForm(form, 'en-US', '2026-11-28')).sort()).toEqual([
      'amount',
      'dealName',
      'employees.1.name',
      'estimatedPurchaseDate',
      'teamMemberIds',
    ]);
  });
});
