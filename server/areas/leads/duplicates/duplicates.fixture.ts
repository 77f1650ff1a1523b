import { sql } from 'kysely';
import { beforeEach } from 'vitest';
import { type PossibleDuplicate, possibleDuplicates } from '../../../../contract/leads/duplicates.ts';
import { leadTimeline } from '../../../../contract/leads/leads.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, type TestServer } from '../../../../test/server.ts';

export type LeadColumns = Parameters<TestServer['make']['lead']>[1];

/** Somebody who has nothing in common with Anna, whose leads {@link useDuplicateWorld} makes. */
export const stranger = {
  customer_name: 'Fourth Coffee',
  contact_last_name: 'Okafor',
  contact_email: 'b@fourthcoffee.com',
};

const anna = {
  customer_name: 'Contoso GmbH',
  contact_first_name: 'Anna',
  contact_last_name: 'Schmidt',
  contact_email: 'anna.schmidt@contoso.com',
  contact_phone: null,
};

/** The lead world, without leads at the beginning of each test, and what tests about duplicates do all the time. */
export function useDuplicateWorld() {
  const { server, world } = useLeadWorld();
  beforeEach(async () => {
    await sql`truncate lead, access_log cascade`.execute(server.database.ownerDb);
  });
  const ask = (leadId: string, as: Caller = world.as.admin) =>
    server.request('GET', `/api/v1/leads/${leadId}/duplicates`, { as });
  const list = async (leadId: string, as?: Caller) => body(possibleDuplicates, await ask(leadId, as));
  return {
    server,
    world,
    ask,
    list,
    make: (columns: LeadColumns = {}, organizationId = world.contoso.id) =>
      server.make.lead(organizationId, { ...anna, ...columns }),
    idsOf: async (leadId: string, as?: Caller) => (await list(leadId, as)).items.map(({ lead }) => lead.id),
    decide: (method: 'PUT' | 'DELETE', leadId: string, otherId: string, tail = '', as?: Caller) =>
      server.request(method, `/api/v1/leads/${leadId}/duplicates/${otherId}${tail}`, {
        as: as ?? world.as.admin,
      }),
    eventsOf: async (leadId: string) => {
      const answer = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: world.as.admin });
      return body(leadTimeline, answer).items.map(({ type }) => type);
    },
  };
}

/** The codes of the reasons, the strongest first. */
export const codesOf = (item: PossibleDuplicate | undefined) => item?.reasons.map(({ code }) => code);

/** Every way to decide about a pair. */
export const decisions: ['PUT' | 'DELETE', string][] = [
  ['PUT', ''],
  ['DELETE', ''],
  ['PUT', '/dismissal'],
  ['DELETE', '/dismissal'],
];
