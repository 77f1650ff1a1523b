import { describe, expect, it } from 'vitest';
import { importFieldNames } from '../../../../contract/imports/import-fields.ts';
import { findSource, suggestColumns } from './suggest-columns.ts';

const samples = (headers: readonly string[], values: Readonly<Record<string, string>> = {}) =>
  headers.map((header) => [values[header] ?? 'x']);
const suggest = (list: string, values?: Readonly<Record<string, string>>) => {
  const headers = list.split(', ');
  return suggestColumns(headers, samples(headers, values));
};

const partnerCenter =
  'Referral ID, Creation Date, Updated Date, PartnerID, Customer Country, Customer City, Customer Name, Lead Type, Lead Source, Call to action, Referral program, Business profile ID, Offer ID, Offer name, Lead currency, Lead value, Lead value (USD), Status, Status Reason';

describe('EX-2: programs are recognized by their headers', () => {
  it.each<[string, string | null]>([
    [importFieldNames.join(', '), 'leadlight'],
    [partnerCenter, 'partner-center'],
    [
      'Record ID, First Name, Last Name, Email, Phone Number, Company Name, Lead Status, Create Date, Contact owner',
      'hubspot',
    ],
    ['Lead ID, First Name, Last Name, Company / Account, Email, Lead Status, Lead Owner', 'salesforce'],
    ['Id, FirstName, LastName, Company, Email, MobilePhone, Status, LeadSource, CreatedDate', 'salesforce'],
    [
      '(Do Not Modify) Lead, Topic, Full Name, Company Name, Email, Business Phone, Status, Status Reason, Created On',
      'dynamics',
    ],
    ['Opportunity, Contact Name, Customer, Email, Phone, Salesperson, Expected Revenue, Stage', 'odoo'],
    ['Company, Email, Phone', null],
  ])('EX-2 %s', (list, source) => {
    expect(findSource(list.split(', '))).toBe(source);
  });
});

describe('EX-2: columns are suggested', () => {
  it('EX-2 for Partner Center’s own download', () => {
    expect(suggest(partnerCenter)).toEqual([
      ...[
        'CrmId',
        'LeadCreationDateTime',
        null,
        null,
        'Country',
        null,
        'CustomerName',
        'LeadType',
        'LeadSource',
      ],
      ...['CallToAction', 'ReferralProgram', null, 'OfferId', 'OfferTitle', 'EstimatedValueCurrency'],
      ...['EstimatedValue', null, 'Status', 'Outcome'],
    ]);
  });

  it('EX-2 in German, and whatever the spelling', () => {
    expect(suggest('Firma, VORNAME, nach-name, E-Mail, Telefon, Land, Währung')).toEqual([
      'CustomerName',
      'ContactFirstName',
      'ContactLastName',
      'Email',
      'Phone',
      'Country',
      'EstimatedValueCurrency',
    ]);
  });

  it('EX-2 each field once: the first column with values has it', () => {
    expect(suggestColumns(['Phone', 'Mobile', 'Email', 'Email'], [[''], ['1'], ['a'], ['b']])).toEqual([
      null,
      'Phone',
      'Email',
      null,
    ]);
  });

  it('EX-2 a lead ID that is none of ours is the CRM’s', () => {
    const ours = '01a2191a-cdfb-7802-8a28-e1914dedec59';
    expect(suggest('LeadId, Email', { LeadId: ours })[0]).toBe('LeadId');
    expect(suggest('LeadId, Email', { LeadId: '00Q1' })[0]).toBe('CrmId');
  });
});
