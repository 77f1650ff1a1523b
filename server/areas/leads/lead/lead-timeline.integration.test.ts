import { beforeAll, describe, expect, it } from 'vitest';
import { leadTimeline } from '../../../../contract/leads/leads.ts';
import { body, type Caller, problemOf, useTestServer } from '../../../../test/server.ts';

const edits = 250;
const server = useTestServer();
let admin: Caller;
let leadId: string;

beforeAll(async () => {
  const contoso = await server.make.partner('Contoso');
  admin = await server.signInAs(contoso.id, 'referrals-admin');
  leadId = await server.make.acceptedLead(contoso.id);
  const headers = { 'if-match': '*' };
  const edited = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
    as: admin,
    headers,
    body: { notes: 'a note' },
  });
  expect(edited.status).toBe(200);
  // As if somebody had gone on: some of the edits fall into one millisecond.
  await server.database.ownerPool.query(
    `insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, note, version)
     select e.organization_id, gen_random_uuid(), e.lead_id, e.type, e.at + (n / 3) * interval '1 ms', e.actor_kind,
            e.actor_name, e.changes, e.note, e.version + n
     from lead_event e, generate_series(1, $1::integer) n where e.type = 'lead.edited' and e.lead_id = $2`,
    [edits, leadId],
  );
  await server.database.ownerPool.query('update lead set version = version + $1 where id = $2', [
    edits,
    leadId,
  ]);
});

const read = (query = '') => server.request('GET', `/api/v1/leads/${leadId}/timeline${query}`, { as: admin });

describe('LC-9: a long timeline', () => {
  it.each(['', '?limit=7'])('comes in pages from the latest back, each event once: %s', async (query) => {
    const seen: { id: string; at: string }[] = [];
    let cursor: string | null = null;
    do {
      const tail: string = cursor === null ? query : `${query === '' ? '?' : `${query}&`}cursor=${cursor}`;
      const page = body(leadTimeline, await read(tail));
      expect(page.items.length).toBeLessThanOrEqual(query === '' ? 100 : 7);
      expect(page.items.map(({ at }) => at)).toEqual(page.items.map(({ at }) => at).toSorted());
      seen.unshift(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted());
    const { rows } = await server.database.ownerPool.query('select id from lead_event where lead_id = $1', [
      leadId,
    ]);
    expect(seen).toHaveLength(rows.length);
  });

  it.each(['?limit=0', '?limit=101', '?cursor=nonsense', '?other=1'])('400 for %s', async (query) => {
    expect((await read(query)).status).toBe(400);
  });

  it('is cut where a conflict tells what happened since: the latest is told', async () => {
    const answer = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
      as: admin,
      headers: { 'if-match': '"1"' },
      body: { notes: 'another note' },
    });
    const { code, changes } = problemOf(answer);
    expect(code).toBe('lead-changed');
    expect(changes).toHaveLength(100);
    const latest = body(leadTimeline, await read('?limit=1')).items[0];
    expect(changes?.at(-1)).toEqual(latest);
  });
});
