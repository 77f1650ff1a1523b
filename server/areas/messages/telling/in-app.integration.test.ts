import { beforeEach, describe, expect, it, vi } from 'vitest';
import { actionCenter } from '../../../../contract/messages/action-center.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { patience } from '../../../../test/patience.ts';
import { body, type Caller, testNow } from '../../../../test/server.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';
import { ChangeNotices } from './changes.service.ts';

const { server, world } = useLeadWorld();
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);
const changes = useMade(() => {
  const customers = async () => ({ reason: 'no-address' as const });
  return new ChangeNotices(server.database.workerDb, server.clock, new Outbox(false), customers);
});

beforeEach(async () => {
  await server.database.ownerPool.query(
    'truncate lead_notice, mail, notice_day, lead, mail_preference, notification cascade',
  );
});

/** The notifications in someone's Action center, newest first. */
async function told(as: Caller) {
  const answer = await server.request('GET', '/api/v1/action-center', { as });
  return body(actionCenter, answer).notifications.items.map(({ kind, title, leadId }) => ({
    kind,
    title,
    leadId,
  }));
}

async function lastEvents(leadIds: readonly string[]): Promise<string[]> {
  const { rows } = await server.database.ownerPool.query<{ id: string }>(
    'select distinct on (lead_id) id from lead_event where lead_id = any($1) order by lead_id, at desc, id desc',
    [leadIds],
  );
  return rows.map((row) => row.id);
}

describe('NT-5: the Action center is told in the transaction of the ledger', () => {
  it('NT-5 of a new lead, once, those who look after it', async () => {
    const leadId = await world.lead({
      location_id: world.munich.id,
      customer_name: 'Alpine',
    });
    await arrivals.tell(world.contoso.id, [leadId]);
    await arrivals.tell(world.contoso.id, [leadId]);
    expect(await told(world.as.munichAdmin)).toEqual([
      { kind: 'new-lead', title: 'New lead: Alpine', leadId },
    ]);
    expect(await told(world.as.admin)).toEqual([]);
    expect(await told(world.as.fabrikamAdmin)).toEqual([]);
  });

  it('NT-2 of each lead by itself, also of those that are mailed together', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => world.lead()));
    await arrivals.tell(world.contoso.id, ids);
    expect(await told(world.as.admin)).toHaveLength(12);
  });

  it('NT-5 of a team, a reminder and an expired lead, whatever mails are switched off', async () => {
    const { user, admin } = world.people;
    await server.database.ownerPool.query(
      `insert into mail_preference (person_id, category, by_mail, changed_at)
       select p, c, false, $1 from unnest($2::uuid[]) p, unnest(array['team-assignment', 'expiring-soon', 'sent-lead']) c`,
      [testNow, [user.id, admin.id]],
    );
    const taken = await world.lead({ customer_name: 'Taken' });
    const { acceptance } = actionBodies(admin.id);
    const answer = await server.request('POST', `/api/v1/leads/${taken}/acceptance`, {
      as: world.as.admin,
      body: { ...acceptance, teamMemberIds: [admin.id, user.id] },
    });
    expect(answer.status, answer.text).toBe(200);
    await changes.tell(world.contoso.id, await lastEvents([taken]));
    const teamTitle = `${admin.name} added you to the team for Taken`;
    expect(await told(world.as.user)).toEqual([{ kind: 'team-assignment', title: teamTitle, leadId: taken }]);

    const waiting = await world.lead({ customer_name: 'Waiting' });
    await changes.remind(world.contoso.id, [waiting]);
    await server.database.ownerPool.query(
      `update lead set status = 'Expired', closed_at = $2 where id = $1`,
      [waiting, testNow],
    );
    await server.database.ownerPool.query(`update lead_event set type = 'lead.expired' where lead_id = $1`, [
      waiting,
    ]);
    const events = await lastEvents([waiting]);
    await changes.tell(world.contoso.id, events);
    await changes.tell(world.contoso.id, events);
    const titles = (await told(world.as.admin)).map((one) => one.title);
    expect(titles.sort()).toEqual(['Expired without an answer: Waiting', 'Expires soon: Waiting']);
    // The operator is told about inquiries that nobody answered, with a link to its own page of the lead.
    expect(await told(world.as.operatorAdmin)).toEqual([
      { kind: 'direct-expired', title: 'Contoso did not answer Waiting', leadId: waiting },
    ]);
  });

  it('NT-5 the sender, in their own organization', async () => {
    const leadId = await world.lead({
      customer_name: 'Sent',
      qualification: 'SalesQualified',
      sender_organization_id: world.operator.id,
      sender_person_id: world.people.seller.id,
    });
    const { acceptance } = actionBodies(world.people.admin.id);
    await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
      as: world.as.admin,
      body: acceptance,
    });
    await changes.tell(world.contoso.id, await lastEvents([leadId]));
    expect(await told(world.as.seller)).toEqual([
      { kind: 'sent-lead', title: 'Contoso accepted Sent', leadId: null },
    ]);
  });

  it.each(['/api/v1/live', '/api/v1/action-center/live'])('NT-5 %s tells whom it concerns', async (path) => {
    const listeners = await Promise.all(
      [world.as.admin, world.as.fabrikamAdmin].map((as) => listen(path, as)),
    );
    const leadId = await world.lead();
    await arrivals.tell(world.contoso.id, [leadId]);
    await vi.waitFor(() => expect(listeners[0]?.heard()).toContain('event: action-center'), patience);
    expect(listeners[1]?.heard()).not.toContain('event:');
    const hearsOfLeads = path === '/api/v1/live';
    if (hearsOfLeads)
      await vi.waitFor(() => expect(listeners[0]?.heard()).toContain('event: leads'), patience);
    else expect(listeners[0]?.heard()).not.toContain('event: leads');
    for (const one of listeners) one.hangUp();
  });
});

async function listen(path: string, as: Caller) {
  const abort = new AbortController();
  const headers = 'cookie' in as ? { cookie: as.cookie } : undefined;
  const response = await fetch(server.address + path, { headers, signal: abort.signal });
  let text = '';
  const decoder = new TextDecoder();
  const sink = new WritableStream<Uint8Array>({
    write: (part) => {
      text += decoder.decode(part);
    },
  });
  // Ends when the test hangs up.
  void response.body?.pipeTo(sink).catch(() => undefined);
  await vi.waitFor(() => expect(text).toContain('retry:'), patience);
  return { heard: () => text, hangUp: () => abort.abort() };
}
