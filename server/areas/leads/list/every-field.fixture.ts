import { parse } from 'csv-parse/sync';
import { beforeAll, expect } from 'vitest';
import { type LeadFieldName, leadField } from '../../../../contract/leads/lead-fields.ts';
import { anyOfNames } from '../../../../contract/leads/lead-filters.ts';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import {
  callsToAction,
  declineReasons,
  emailValidities,
  errorReasons,
  leadQualities,
  leadStates,
  lostReasons,
  phoneValidities,
} from '../../../../contract/leads/lists.ts';
import { type LeadWorld, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, testNow } from '../../../../test/server.ts';

export const hour = 3_600_000;
export type Row = Readonly<Record<string, string>>;
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** Every column of the export has a value in some lead, every filter and order more than one. */
export function columnsOf(
  n: number,
  { munich, berlin, people }: Pick<LeadWorld, 'munich' | 'berlin' | 'people'>,
) {
  const received_at = new Date(testNow.getTime() - (n + 1) * 5 * hour);
  return {
    received_at,
    updated_at: received_at,
    lead_type: pick(['Offer', 'Profile'] as const, Math.floor(n / 2)),
    call_to_action: pick(callsToAction, n),
    lead_source: pick(['AppSource', 'AzurePortal'], n),
    customer_name: pick(['Acme', 'Zażółć', '日本電気'], n),
    country: pick(['DE', 'FR', 'JP'], Math.floor(n / 3)),
    contact_title: 'CTO',
    contact_allowed: n % 6 !== 5,
    email_validity: pick(emailValidities, n),
    phone_validity: pick(phoneValidities, n),
    phone_e164: '+4930901820',
    lead_quality: pick(leadQualities, Math.floor(n / 2)),
    offer_name: pick(['contoso.backup', 'contoso.mail', 'contoso.archive'], n),
    offer_title: pick(['Backup', 'Mail', 'Backup'], n),
    location_id: pick([munich.id, berlin.id], n),
    assigned_to: pick([people.admin.id, people.user.id, null], Math.floor(n / 4)),
    status: n % 8 === 7 ? null : pick(leadStates, n),
    expires_at: n % 8 === 7 ? null : new Date(testNow.getTime() + (n + 1) * 2 * hour),
    hot_until: n % 2 === 0 ? new Date(testNow.getTime() + ((n % 8) - 3) * hour) : null,
    accepted_at: received_at,
    closed_at: received_at,
    qualified_at: n % 5 === 0 ? null : received_at,
    proposed_at: n % 5 > 2 ? received_at : null,
    deal_name: 'Deal',
    deal_value_minor: n % 9 === 8 ? null : (1 + (n % 5)) * 100,
    deal_currency: n % 9 === 8 ? null : pick(['EUR', 'USD', 'JPY'], n),
    estimated_purchase_date: n % 7 === 6 ? null : `2027-03-0${1 + (n % 6)}`,
    ...(n % 3 === 0 ? { next_step: 'Call', next_step_day: `2027-02-0${1 + (n % 5)}` } : {}),
    final_value_minor: 500,
    final_value_currency: 'JPY',
    deal_notes: 'Three clinics.',
    crm_id: 'OPP-1',
    campaign_id: pick(['Spring', 'Autumn', null], n),
    referral_program: pick(['Co-sell', null, 'Referral rewards', null], n),
    decline_reason: pick(declineReasons, n),
    lost_reason: pick(lostReasons, n),
    error_reason: pick(errorReasons, n),
    is_test: n % 4 === 0,
  };
}

/** The value of a field in the file: with several columns, the last non-empty one. */
export function shown(row: Row, field: LeadFieldName): string {
  const cells = Object.keys(leadField(field).exported ?? {}).map((header) => row[header] ?? '');
  return cells.findLast((cell) => cell !== '') ?? '';
}

/** A lead world whose Contoso has leads with a value in every field, and ways to ask for them. */
export function useEveryField() {
  const { server, world } = useLeadWorld();
  const everything: Row[] = [];
  /** What no column of the file says. */
  const facts = new Map<string, ReturnType<typeof columnsOf>>();

  async function get(path: string) {
    const answer = await server.request('GET', `/api/v1/leads${path}`, { as: world.as.admin });
    expect(answer.status, answer.text).toBe(200);
    return answer;
  }

  async function exported(query: string): Promise<Row[]> {
    return parse((await get(`/export?${query}`)).text, { bom: true, columns: true });
  }

  const list = async (query: string) => body(leadPage, await get(`?limit=200&${query}`));

  async function facetsOf(query: string, names: readonly string[] = anyOfNames) {
    const asked = [query, ...names.map((name) => `facet=${name}`)].filter((part) => part !== '').join('&');
    return body(leadFacets, await get(`/facets?${asked}`));
  }

  /** List, counts and file contain exactly the leads that match according to the full file. */
  async function expectExactly(query: string, isRight: (row: Row) => boolean) {
    const expected = everything.filter(isRight).map((row) => row.LeadId);
    expect(expected.length, query).toBeGreaterThan(0);
    expect(expected.length, query).toBeLessThan(everything.length);
    const { items, total } = await list(query);
    expect(items.map((item) => item.id)).toEqual(expected);
    expect(total).toBe(expected.length);
    expect((await facetsOf(query)).total).toBe(expected.length);
    expect((await exported(query)).map((row) => row.LeadId)).toEqual(expected);
  }

  function factsOf(row: Row) {
    const known = facts.get(row.LeadId ?? '');
    if (known === undefined) throw new Error('a lead that was not made here');
    return known;
  }

  /** The time until a lead that is to be answered expires; negative or NaN if there is nothing to answer. */
  function hoursLeft(row: Row): number {
    const { status, expires_at } = factsOf(row);
    if (status !== 'Received' || expires_at === null) return Number.NaN;
    return (expires_at.getTime() - testNow.getTime()) / hour;
  }

  const isHot = (row: Row) => hoursLeft(row) > 0 && (factsOf(row).hot_until ?? testNow) > testNow;

  beforeAll(async () => {
    for (let n = 0; n < 48; n++) {
      const columns = columnsOf(n, world);
      facts.set(await server.make.lead(world.contoso.id, columns), columns);
    }
    everything.push(...(await exported('')));
  });

  return { server, world, everything, list, facetsOf, expectExactly, hoursLeft, isHot };
}
