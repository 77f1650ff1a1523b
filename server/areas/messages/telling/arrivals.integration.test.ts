import { beforeEach, describe, expect, it } from 'vitest';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { type TestServer, testNow } from '../../../../test/server.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';

const { server, world } = useLeadWorld();
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);
const hour = 3_600_000;

beforeEach(async () => {
  await server.database.ownerPool.query('truncate lead_notice, mail, notice_day, lead cascade');
  await server.queue.clear();
});

const notices = () => server.database.ownerDb.selectFrom('lead_notice').selectAll().execute();
const mails = () => server.database.ownerDb.selectFrom('mail').selectAll().orderBy('id').execute();
const told = async () =>
  (await notices()).map(({ person_id, address, way }) => [nameOf(person_id) ?? address, way]).sort();

function nameOf(personId: string | null): string | undefined {
  return Object.entries(world.people).find(([, person]) => person.id === personId)?.[0];
}

async function arrive(count: number, columns: Parameters<TestServer['make']['lead']>[1] = {}) {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const received_at = new Date(server.clock.now().getTime() + i);
    ids.push(await world.lead({ received_at, ...columns }));
  }
  return ids;
}

describe('NT-1: who is told about a new lead', () => {
  it('NT-1 the admins of the lead’s location', async () => {
    await arrivals.tell(world.contoso.id, await arrive(1, { location_id: world.munich.id }));
    expect(await told()).toEqual([['munichAdmin', 'individual']]);
  });

  it('NT-1 those of the whole organization where the location has none', async () => {
    await arrivals.tell(world.contoso.id, await arrive(1, { location_id: world.contoso.location.id }));
    expect(await told()).toEqual([['admin', 'individual']]);
  });

  it('NT-1 the contact of the profile location through which the partner was found', async () => {
    const profile = await server.make.profile(world.contoso, world.berlin.id);
    const columns = { lead_type: 'Profile', call_to_action: null, location_id: world.berlin.id } as const;
    await arrivals.tell(world.contoso.id, await arrive(1, columns));
    expect(await told()).toEqual([[profile.contactEmail, 'individual']]);
    // A qualified lead for the same profile goes to the admins.
    await arrivals.tell(world.contoso.id, await arrive(1, { ...columns, qualification: 'SalesQualified' }));
    expect(await told()).toEqual(
      [
        ['berlinAdmin', 'individual'],
        [profile.contactEmail, 'individual'],
      ].sort(),
    );
    await server.database.ownerPool.query('truncate profile_location, business_profile cascade');
  });

  it('NT-1 nobody about an informational lead', async () => {
    await arrivals.tell(world.contoso.id, await arrive(1, { status: null }));
    expect(await notices()).toEqual([]);
  });

  it('NT-1 nobody of another organization, nobody whose account is closed', async () => {
    await arrivals.tell(world.fabrikam.id, await arrive(1));
    expect(await notices()).toEqual([]);
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: testNow })
      .where('id', '=', world.people.munichAdmin.id)
      .execute();
    await arrivals.tell(world.contoso.id, await arrive(1, { location_id: world.munich.id }));
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: null })
      .where('id', '=', world.people.munichAdmin.id)
      .execute();
    expect(await told()).toEqual([['admin', 'individual']]);
  });

  it('NT-1 a lead through the API is told about by the job that its intake left', async () => {
    const body = {
      organizationId: world.contoso.id,
      customerName: 'Acme',
      country: 'DE',
      contact: { lastName: 'Doe', email: 'doe@acme.example' },
    };
    const sent = await server.request('POST', '/api/v1/leads', { as: world.as.seller, body });
    expect(sent.status, sent.text).toBe(201);
    await server.queue.run('lead.tell-arrival');
    expect(await told()).toEqual([['admin', 'individual']]);
  });
});

describe('NT-2: one by one, or gathered', () => {
  it('NT-2 ten leads of a day are mailed, the others come in one digest at the hour', async () => {
    const ids = await arrive(13);
    await arrivals.tell(world.contoso.id, ids.slice(0, 6));
    await arrivals.tell(world.contoso.id, ids.slice(6));
    expect((await mails()).map((mail) => mail.kind)).toEqual(Array(10).fill('new-lead'));
    const gathered = (await notices()).filter((notice) => notice.way === 'digest');
    expect(gathered.map((notice) => notice.lead_id).sort()).toEqual(ids.slice(10).sort());
    expect(gathered[0]?.digest_at).toEqual(new Date('2026-11-20T17:00:00Z'));

    await arrivals.sendDigests();
    expect(await mails()).toHaveLength(10);
    server.clock.set(new Date('2026-11-20T17:00:00Z'));
    await Promise.all([arrivals.sendDigests(), arrivals.sendDigests()]);
    await arrivals.sendDigests();
    const digests = (await mails()).filter((mail) => mail.kind === 'digest');
    expect(digests).toHaveLength(1);
    expect([...(digests[0]?.lead_ids ?? [])].sort()).toEqual(ids.slice(10).sort());
    expect(digests[0]?.content).toMatchObject({ total: 3 });
  });

  it('NT-2 a hot lead is mailed at once, whatever came before', async () => {
    await arrivals.tell(world.contoso.id, await arrive(11));
    const hot = { hot_until: new Date(testNow.getTime() + 72 * hour) };
    const [hotId] = await arrive(1, hot);
    await arrivals.tell(world.contoso.id, [hotId ?? '']);
    const notice = (await notices()).find((one) => one.lead_id === hotId);
    expect(notice?.way).toBe('individual');
  });

  it('NT-2 the day is the recipient’s: after their midnight the count starts again', async () => {
    const person = world.people.admin.id;
    await ownerSet(person, { time_zone: 'Asia/Tokyo' });
    await arrivals.tell(world.contoso.id, await arrive(11));
    expect((await notices()).filter((one) => one.way === 'digest')).toHaveLength(1);
    // 10:00 UTC is 19:00 in Tokyo: today's hour has passed.
    expect((await notices()).find((one) => one.way === 'digest')?.digest_at).toEqual(
      new Date('2026-11-21T08:00:00Z'),
    );
    server.clock.set(new Date('2026-11-20T15:00:00Z'));
    const [next] = await arrive(1);
    await arrivals.tell(world.contoso.id, [next ?? '']);
    expect((await notices()).find((one) => one.lead_id === next)?.way).toBe('individual');
    await ownerSet(person, { time_zone: null });
  });

  it('NT-2 no lead is told twice or left out, in whatever groups and however often the jobs run', async () => {
    const ids = await arrive(40);
    const groups = [ids.slice(0, 15), ids.slice(10, 30), ids.slice(25), ids, [...ids].reverse()];
    await Promise.all(groups.map((group) => retried(() => arrivals.tell(world.contoso.id, group))));
    server.clock.set(new Date('2026-11-20T18:00:00Z'));
    await Promise.all([1, 2, 3].map(() => arrivals.sendDigests()));
    const carried = (await mails()).flatMap((mail) => mail.lead_ids);
    expect(carried.sort()).toEqual([...ids].sort());
    const all = await mails();
    expect(all.filter((mail) => mail.kind === 'new-lead')).toHaveLength(10);
    expect(all.filter((mail) => mail.kind === 'digest')).toHaveLength(1);
    expect((await notices()).every((notice) => notice.mail_id !== null)).toBe(true);
  });

  it('NT-2 the operator’s number and hour count', async () => {
    await ownerDbSet({ mails_per_day: 2, digest_hour: 9 });
    await arrivals.tell(world.contoso.id, await arrive(3));
    await ownerDbSet({ mails_per_day: 10, digest_hour: 17 });
    expect((await mails()).filter((mail) => mail.kind === 'new-lead')).toHaveLength(2);
    expect((await notices()).find((one) => one.way === 'digest')?.digest_at).toEqual(
      new Date('2026-11-21T09:00:00Z'),
    );
  });

  it('NT-2 who left before the hour hears nothing more, whoever looks after the leads then does', async () => {
    const { id: locationId } = world.contoso.location;
    const leaving = await server.make.person(world.contoso.id, { role: 'referrals-admin', locationId });
    const ids = await arrive(12, { location_id: locationId });
    await arrivals.tell(world.contoso.id, ids);
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', leaving.id).execute();
    server.clock.set(new Date('2026-11-20T17:00:00Z'));
    await arrivals.sendDigests();
    await arrivals.sendDigests();
    const late = (await mails()).filter((mail) => mail.created_at > testNow);
    expect(late.map(({ kind, address }) => [kind, address])).toEqual(
      Array(2).fill(['new-lead', world.people.admin.email]),
    );
    expect(late.flatMap((mail) => mail.lead_ids).sort()).toEqual(ids.slice(10).sort());
    const left = (await notices()).filter(
      ({ person_id, reason }) => person_id === leaving.id && reason === 'left-organization',
    );
    expect(left).toHaveLength(2);
  });

  it('NT-2 a digest that fails keeps no other back', async () => {
    await arrivals.tell(world.contoso.id, await arrive(11));
    const other = await server.make.lead(world.fabrikam.id);
    await ownerDbSet({ mails_per_day: 1, digest_hour: 17 });
    await arrivals.tell(world.fabrikam.id, [other, await server.make.lead(world.fabrikam.id)]);
    await ownerDbSet({ mails_per_day: 10, digest_hour: 17 });
    server.clock.set(new Date('2026-11-20T17:00:00Z'));
    const failing = new (class extends Outbox {
      override put(...[tx, mail, now]: Parameters<Outbox['put']>) {
        if (mail.organizationId === world.contoso.id) throw new Error('not this one');
        return super.put(tx, mail, now);
      }
    })(false);
    await expect(
      new ArrivalNotices(server.database.workerDb, server.clock, failing, server.log).sendDigests(),
    ).rejects.toMatchObject({ errors: [new Error('not this one')] });
    const digests = async () =>
      (await mails()).filter((mail) => mail.kind === 'digest').map((mail) => mail.organization_id);
    expect(await digests()).toEqual([world.fabrikam.id]);
    await arrivals.sendDigests();
    expect((await digests()).sort()).toEqual([world.fabrikam.id, world.contoso.id].sort());
  });

  it('NT-4 that nobody looks after a lead is written down', async () => {
    const empty = await server.make.partner('Nobody');
    const leadId = await server.make.lead(empty.id);
    await arrivals.tell(empty.id, [leadId]);
    await arrivals.tell(empty.id, [leadId]);
    expect((await notices()).map(({ way, reason }) => [way, reason])).toEqual([
      ['unmailed', 'nobody-responsible'],
    ]);
  });

  it('NT-2 a lead that was answered before its job ran is not mailed, and the ledger says why', async () => {
    await arrivals.tell(world.contoso.id, await arrive(1, { status: 'Accepted', accepted_at: testNow }));
    expect(await mails()).toEqual([]);
    expect((await notices()).map(({ way, reason }) => [way, reason])).toEqual([
      ['unmailed', 'answered-before'],
    ]);
  });

  it('LC-4 no mail carries a contact detail of the customer', async () => {
    await arrivals.tell(
      world.contoso.id,
      await arrive(12, {
        contact_email: 'secret.person@hidden.example',
        contact_phone: '+49 171 5550199',
        contact_first_name: 'Zaphod',
        contact_last_name: 'Beeblebrox',
        message: 'Call the secret number',
      }),
    );
    server.clock.set(new Date('2026-11-20T17:00:00Z'));
    await arrivals.sendDigests();
    const text = JSON.stringify(await mails());
    expect((await mails()).some((mail) => mail.kind === 'digest')).toBe(true);
    for (const detail of ['hidden.example', '5550199', 'Zaphod', 'Beeblebrox', 'secret number'])
      expect(text).not.toContain(detail);
  });
});

function ownerSet(personId: string, columns: { time_zone: string | null }) {
  return server.database.ownerDb.updateTable('person').set(columns).where('id', '=', personId).execute();
}

function ownerDbSet(columns: { mails_per_day: number; digest_hour: number }) {
  return server.database.ownerDb.updateTable('installation').set(columns).execute();
}

/** A failed job is retried, as the queue does. */
async function retried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    await work();
  }
}
