import { beforeEach, describe, expect, it } from 'vitest';
import { leadNotices } from '../../../../contract/mail/mail.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body } from '../../../../test/server.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';

const { server, world } = useLeadWorld();
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);
const offer = useMade(() => world.offer());

beforeEach(async () => {
  await server.database.ownerPool.query(
    'truncate lead_notice, mail, notice_day, lead, offer_contact, former_address cascade',
  );
});

const db = () => server.database.ownerDb;

async function name(...addresses: string[]) {
  const own = { organization_id: world.contoso.id, offer_id: offer.id };
  await db()
    .insertInto('offer_contact')
    .values(addresses.map((address, place) => ({ ...own, place, address })))
    .execute();
}

/** Who was told, or passed over, about one lead of the offer. */
async function tellOne(columns: Parameters<typeof world.lead>[0] = {}) {
  const leadId = await world.lead({ offer_id: offer.id, offer_name: offer.name, ...columns });
  await arrivals.tell(world.contoso.id, [leadId]);
  const rows = await db().selectFrom('lead_notice').selectAll().execute();
  return rows.map((row) => [nameOf(row.person_id) ?? row.address, row.way, row.reason]).sort();
}

function nameOf(personId: string | null): string | undefined {
  return Object.entries(world.people).find(([, person]) => person.id === personId)?.[0];
}

describe('OF-2 contacts of an offer', () => {
  it('are told about its leads besides those who look after them, once', async () => {
    await name('sales@contoso.test', world.people.admin.email, world.people.user.email.toUpperCase());
    expect(await tellOne()).toEqual([
      ['admin', 'individual', 'organization-admin'],
      ['sales@contoso.test', 'individual', 'offer-contact'],
      ['user', 'individual', 'offer-contact'],
    ]);
    const mails = await db().selectFrom('mail').select(['address', 'reason']).execute();
    expect(mails).toContainEqual({ address: 'sales@contoso.test', reason: 'offer-contact' });
  });

  it('hear nothing of other offers, of informational leads, and of leads of another organization', async () => {
    await name('sales@contoso.test');
    expect(await tellOne({ status: null })).toEqual([]);
    expect(await tellOne({ offer_id: null })).toEqual([['admin', 'individual', 'organization-admin']]);
    const foreign = await server.make.lead(world.fabrikam.id);
    await arrivals.tell(world.fabrikam.id, [foreign]);
    const addresses = await db().selectFrom('mail').select('address').execute();
    expect(addresses.map(({ address }) => address)).not.toContain('sales@contoso.test');
  });

  it('who left, whose account is closed, or whose email comes back is passed over, with the reason', async () => {
    const { make } = server;
    const [closed, refused, left] = [
      await make.person(world.contoso.id, 'account-admin'),
      await make.person(world.contoso.id, 'profile-admin'),
      await make.person(world.contoso.id, 'profile-admin'),
    ];
    const at = server.clock.now();
    await db().updateTable('person').set({ disabled_at: at }).where('id', '=', closed.id).execute();
    await db().updateTable('person').set({ email_refused_at: at }).where('id', '=', refused.id).execute();
    await db().deleteFrom('membership').where('person_id', '=', left.id).execute();
    await name(closed.email, refused.email, left.email);
    const told = await tellOne();
    expect(told.map(([, way, reason]) => [way, reason])).toEqual(
      expect.arrayContaining([
        ['individual', 'organization-admin'],
        ['unmailed', 'account-disabled'],
        ['unmailed', 'address-refused'],
        ['unmailed', 'left-organization'],
      ]),
    );
    expect(told).toHaveLength(4);
  });

  it('NT-4 the lead says that they were told, and why', async () => {
    await name(world.people.user.email);
    const leadId = await world.lead({ offer_id: offer.id });
    await arrivals.tell(world.contoso.id, [leadId]);
    const path = `/api/v1/leads/${leadId}/notices?personId=${world.people.user.id}`;
    const { items, answer } = body(leadNotices, await server.request('GET', path, { as: world.as.admin }));
    expect(items.map(({ why }) => why)).toContain('Named as a contact of the offer');
    expect(answer?.words).toContain('Named as a contact of the offer');
  });
});
