import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leadField, leadFieldNames, leadSorts } from './lead-fields.ts';
import { leadFilterNames, parametersOf } from './lead-filters.ts';
import { leadExportQuery, leadFacetsQuery, leadListQuery } from './lead-list.ts';

const docs = readFileSync('docs/api.md', 'utf8');
const exported = leadFieldNames
  .flatMap((name) => Object.entries(leadField(name).exported ?? {}))
  .sort(([, a], [, b]) => a - b);
const headers = exported.map(([header]) => header);
const twice = (values: readonly unknown[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe('the table of lead fields', () => {
  it('EX-1 gives each column of the export a place of its own, without a gap', () => {
    expect(exported.map(([, at]) => at)).toEqual(exported.map((_, at) => at + 1));
    expect(twice(headers)).toEqual([]);
  });

  it('EX-1 leaves columns where programs have counted them', () => {
    expect(headers.slice(0, 43)).toEqual(
      (
        'LeadId LeadCreationDateTime Status Outcome LeadType Qualification CallToAction LeadSource CustomerName Country ' +
        'ContactFirstName ContactLastName ContactTitle Email EmailValidity Phone PhoneValidity ContactWithheld Message ' +
        'LeadQuality OfferId OfferTitle Location DealName EstimatedValue EstimatedValueCurrency EstimatedPurchaseDate ' +
        'FinalValue FinalValueCurrency Notes CrmId CampaignId AcceptedDateTime ClosedDateTime DeclineReason LostReason ' +
        'ErrorReason Test PhoneE164 AssignedTo Stage ReferralProgram ExpirationDateTime'
      ).split(' '),
    );
  });

  it('WS-3, WS-4 gives filters and orders places of their own', () => {
    const fields = leadFieldNames.map(leadField);
    expect(twice(fields.flatMap(({ filter }) => filter?.panel ?? []))).toEqual([]);
    expect(twice(fields.flatMap(({ sort }) => sort?.at ?? []))).toEqual([]);
    expect(twice(fields.flatMap(({ cell }) => cell ?? []))).toEqual([]);
  });

  it('WS-3 calls no parameter like one that asks for something else', () => {
    const parameters = leadFilterNames.flatMap(parametersOf);
    expect(twice(parameters)).toEqual([]);
    const all = [leadListQuery, leadFacetsQuery, leadExportQuery].flatMap((query) =>
      Object.keys(query.shape),
    );
    const others =
      'tab search sort limit cursor format separator language columns facet customerNameContains'.split(' ');
    expect(new Set(all)).toEqual(new Set([...others, ...parameters]));
    expect(parameters.filter((parameter) => others.includes(parameter))).toEqual([]);
  });

  it('stands in the documentation of the API: each filter, order and column', () => {
    expect(docs).toContain(`\`${headers.join(', ')}\``);
    const undocumented = leadFilterNames
      .flatMap(parametersOf)
      .filter((parameter) => !docs.includes(`\n| \`${parameter}\` |`));
    expect(undocumented).toEqual([]);
    expect(leadSorts.filter((sort) => !docs.includes(`\`${sort}\``))).toEqual([]);
  });
});
