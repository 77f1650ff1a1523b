import { hashSecret, newId, newSecret } from '../server/platform/ids.ts';
import type { Factories } from './factories.ts';
import { makeForTest, useMade } from './made.ts';
import {
  type Caller,
  type ServerOptions,
  type SharedServerOptions,
  startTestServer,
  type TestServer,
  useTestServer,
} from './server.ts';

type Columns<Thing extends 'lead' | 'acceptedLead' | 'offer'> = Parameters<Factories[Thing]>[1];

/** A server for the tests of this file or `describe`, and the {@link makeLeadWorld lead world} on it. */
export function useLeadWorld(options?: SharedServerOptions): { server: TestServer; world: LeadWorld } {
  const server = useTestServer(options);
  return { server, world: useMade(() => makeLeadWorld(server)) };
}

/** One more server with its lead world, for the running test. */
export function startLeadWorldForTest(
  options?: ServerOptions,
): Promise<{ server: TestServer; world: LeadWorld }> {
  return makeForTest(async (cleanUp) => {
    const server = await startTestServer(cleanUp, options);
    return { server, world: await makeLeadWorld(server) };
  });
}

/**
 * Two partners and the operator, with a person for each thing that a role may or may not do. Contoso has the locations
 * Munich and Berlin in addition to its default one; leads and offers with no other owner are Contoso’s.
 */
async function makeLeadWorld(server: TestServer) {
  const { make } = server;
  const contoso = await make.partner('Contoso');
  const fabrikam = await make.partner('Fabrikam');
  const operator = await make.organization('operator', 'Vendor');
  const munich = await make.location(contoso.id, { name: 'Munich' });
  const berlin = await make.location(contoso.id, { name: 'Berlin' });
  const at = (role: 'referrals-admin' | 'referrals-user', { id }: { id: string }) => ({
    role,
    locationId: id,
  });
  const people = {
    admin: await make.person(contoso.id, 'referrals-admin'),
    munichAdmin: await make.person(contoso.id, at('referrals-admin', munich)),
    berlinAdmin: await make.person(contoso.id, at('referrals-admin', berlin)),
    user: await make.person(contoso.id, 'referrals-user'),
    munichUser: await make.person(contoso.id, at('referrals-user', munich)),
    accountAdmin: await make.person(contoso.id, 'account-admin'),
    profileAdmin: await make.person(contoso.id, 'profile-admin'),
    fabrikamAdmin: await make.person(fabrikam.id, 'referrals-admin'),
    operatorAdmin: await make.person(operator.id, 'operator-admin'),
    seller: await make.person(operator.id, 'seller'),
    marketer: await make.person(operator.id, 'marketer'),
  };
  const homes = { fabrikamAdmin: fabrikam, operatorAdmin: operator, seller: operator, marketer: operator };
  const callers: Partial<Record<keyof typeof people, Caller>> = {};
  for (const [name, person] of Object.entries(people)) {
    const home = homes[name as keyof typeof homes] ?? contoso;
    callers[name as keyof typeof people] = await openSession(server, person.id, home.id);
  }
  return {
    contoso,
    fabrikam,
    operator,
    munich,
    berlin,
    people,
    as: callers as Record<keyof typeof people, Caller>,
    lead: (columns?: Columns<'lead'>) => make.lead(contoso.id, columns),
    acceptedLead: (columns?: Columns<'acceptedLead'>) => make.acceptedLead(contoso.id, columns),
    offer: (columns?: Columns<'offer'>) => make.offer(contoso, columns),
  };
}

export type LeadWorld = Awaited<ReturnType<typeof makeLeadWorld>>;

/** A session without the time that a password takes; it lasts, so that tests may move the clock. */
export async function openSession(
  server: TestServer,
  personId: string,
  organizationId: string,
): Promise<{ cookie: string }> {
  const token = newSecret('lls');
  const now = server.clock.now();
  await server.database.ownerDb
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashSecret(token),
      person_id: personId,
      organization_id: organizationId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 3650 * 86_400_000),
    })
    .execute();
  return { cookie: `leadlight_session=${token}` };
}

/** Bodies that each action takes, for a team of one. */
export function actionBodies(personId: string) {
  return {
    acceptance: {
      dealName: 'Deal',
      estimatedValue: { amountMinor: 1_250_000, currency: 'EUR' },
      teamMemberIds: [personId],
      estimatedPurchaseDate: '2027-04-01',
      notes: 'Spoke to them.',
    },
    decline: { reason: 'NoCapacity', notes: 'Sorry.' },
    outcome: { outcome: 'Won', finalValue: { amountMinor: 1_100_000, currency: 'EUR' } },
    'error-closure': { reason: 'WrongCustomer' },
  };
}
