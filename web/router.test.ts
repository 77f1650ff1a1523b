import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { leadSorts } from '../contract/leads/lead-fields.ts';
import { anyOfNames, dayParameters, flagNames, singleParameters } from '../contract/leads/lead-filters.ts';
import { router } from './router.tsx';
import { parseAddress } from './shell/address.ts';

const id = '018f3c1e-7b1a-7c3d-9e2f-4a5b6c7d8e9f';
const [firstDay] = dayParameters;
const [firstFlag] = flagNames;
const list = {
  tab: 'qualified',
  search: 'textiles',
  sort: leadSorts[1],
  limit: '100',
  kept: undefined,
  ...Object.fromEntries([...anyOfNames, ...singleParameters].map((name) => [name, undefined])),
  [`${firstDay}`]: '2026-01-31',
  [`${firstFlag}`]: 'true',
};

/** Every page with the parameters that it reads, each with a value that it keeps where one is easily written. */
const pages: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  '/': {},
  '/leads': list,
  '/leads/$leadId': list,
  '/deals': { layout: 'table', mine: 'true', sort: '-value', column: 'won' },
  '/imports': {},
  '/imports/$importId': { step: 'rows' },
  '/send': {},
  '/sent': { search: 'textiles' },
  '/sent/$leadId': {},
  '/partner-leads': { partnerId: id, status: 'Expired', hot: 'true' },
  '/partner-leads/$leadId': {},
  '/presence/profiles': {},
  '/presence/profiles/$profileId/$step': { field: 'website' },
  '/presence/offers': { partnerId: id },
  '/presence/offers/$offerId': {},
  '/quarantine': { state: 'spam' },
  '/quarantine/$submissionId': {},
  '/actions': { level: 'mandatory', state: 'archived', category: 'transactional' },
  '/outbox': { state: 'failed', leadId: id },
  '/outbox/templates': { kind: 'new-lead', language: 'de' },
  '/outbox/$mailId': {},
  '/settings': {},
  '/settings/$section': {},
};

/** The parameters that are left of an address once the app has opened it. */
function open(page: string, query: string): Record<string, string | string[]> {
  const path = page.replace(/\$\w+/g, id);
  const history = createMemoryHistory({ initialEntries: [`${path}?${query}`] });
  const opened = createRouter({ ...router.options, history });
  // As the router itself does it when it is first shown.
  const { searchStr } = opened.buildLocation({
    to: path,
    search: true,
    params: true,
    _includeValidateSearch: true,
  } as Parameters<typeof opened.buildLocation>[0]);
  return parseAddress(searchStr);
}

describe('WS-3 the parameters of an address', () => {
  it('are listed here for every page', () => {
    expect(Object.keys(pages).toSorted()).toEqual(Object.keys(router.routesByPath).toSorted());
  });

  it.each(Object.entries(pages))('of %s: strange ones and strange values are dropped', (page, known) => {
    expect(open(page, 'utm_source=mail')).toEqual({});
    expect(open(page, 'address=nope&cursor=nope')).toEqual({});
    for (const name of Object.keys(known)) {
      // No text of the API contains this letter.
      expect(open(page, `${name}=nope%00`), name).toEqual({});
      expect(open(page, `${name}=nope%00&${name}=%00&utm_source=mail`), name).toEqual({});
    }
  });

  it.each(Object.entries(pages))('of %s: those that it reads stay', (page, known) => {
    const right = Object.fromEntries(
      Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    expect(open(page, `${new URLSearchParams(right)}&utm_source=mail`)).toEqual(right);
  });
});
