import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { problemOf, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { decisions, stranger, useDuplicateWorld } from './duplicates.fixture.ts';

const { server, world, make, ask, list, idsOf, decide, eventsOf } = useDuplicateWorld();

describe('ID-2, ID-3: who sees what', () => {
  it('ID-2: another organization’s leads are nobody’s duplicates, nor shared lines', async () => {
    const lead = await make({ phone_e164: '+4915112345678' });
    await make({ phone_e164: '+4915112345678' }, world.fabrikam.id);
    expect(await idsOf(lead)).toEqual([]);
    await inOrganization(server.database.db, { organizationId: world.fabrikam.id }, async (tx) => {
      const { rows } = await sql<object>`
        select * from find_duplicate_candidates(${lead}, ${testNow}, 'contoso', 'contoso.com', 200)`.execute(
        tx,
      );
      expect(rows).toEqual([{ lead_ids: [], email_names: null, phone_names: null }]);
    });
  });

  it('ID-2: at another location or outside one’s teams they are not shown', async () => {
    const munich = await make({ location_id: world.munich.id });
    const berlin = await make({ location_id: world.berlin.id });
    const team = await make({ location_id: world.munich.id });
    await server.make.teamMember(world.contoso.id, team, world.people.user.id);
    const secondTeam = await make({ location_id: world.berlin.id });
    await server.make.teamMember(world.contoso.id, secondTeam, world.people.user.id);
    expect((await idsOf(munich)).toSorted()).toEqual([berlin, team, secondTeam].toSorted());
    expect(await idsOf(munich, world.as.munichAdmin)).toEqual([team]);
    expect(await idsOf(team, world.as.user)).toEqual([secondTeam]);
    for (const [as, unseen] of [
      [world.as.munichAdmin, berlin],
      [world.as.user, munich],
    ] as const) {
      expect(problemOf(await ask(unseen, as)).code).toBe('not-found');
      for (const [method, tail] of decisions) {
        expect((await decide(method, unseen, team, tail, as)).status).toBe(404);
        expect((await decide(method, team, unseen, tail, as)).status).toBe(404);
      }
    }
    expect((await decide('PUT', team, secondTeam, '', world.as.user)).status).toBe(204);
  });

  it('ID-2: a link to a lead out of sight is not shown, and its event names no lead', async () => {
    const munich = await make({ location_id: world.munich.id });
    const berlin = await make({ location_id: world.berlin.id });
    await decide('PUT', munich, berlin);
    expect(await idsOf(munich, world.as.munichAdmin)).toEqual([]);
    const answer = await server.request('GET', `/api/v1/leads/${munich}/timeline`, {
      as: world.as.munichAdmin,
    });
    expect(answer.text).toContain('lead.duplicate-linked');
    expect(answer.text).not.toContain(berlin);
  });

  it('ID-5, ID-3: 401 signed out, 403 without a role, 404 for another organization, 400 for what is no id', async () => {
    const [one, other] = [await make(), await make()];
    expect(problemOf(await server.request('GET', `/api/v1/leads/${one}/duplicates`)).status).toBe(401);
    for (const name of ['accountAdmin', 'profileAdmin'] as const)
      expect(problemOf(await ask(one, world.as[name])).detail).toContain('Referrals admin');
    for (const name of ['seller', 'marketer'] as const)
      expect(problemOf(await ask(one, world.as[name])).detail).toContain('people of partners');
    expect(problemOf(await ask(one, world.as.fabrikamAdmin)).status).toBe(404);
    expect(problemOf(await ask(newId())).status).toBe(404);
    expect(problemOf(await ask('nothing')).status).toBe(400);
    for (const [method, tail] of decisions) {
      const path = `/api/v1/leads/${one}/duplicates/${other}${tail}`;
      expect(problemOf(await server.request(method, path)).status).toBe(401);
      expect(problemOf(await server.request(method, path, { as: world.as.profileAdmin })).status).toBe(403);
      expect(problemOf(await decide(method, one, other, tail, world.as.fabrikamAdmin)).status).toBe(404);
      expect(problemOf(await decide(method, one, newId(), tail)).status).toBe(404);
      expect(problemOf(await decide(method, one, 'nothing', tail)).status).toBe(400);
      expect(problemOf(await decide(method, one, one, tail)).issues).toMatchObject([{ rule: 'other-lead' }]);
      expect(problemOf(await decide(method, one, one.toUpperCase(), tail)).status).toBe(400);
    }
    expect(await eventsOf(one)).toEqual(['lead.received']);
  });

  it('ID-4, ID-5: a token that only reads sees them and is told that it may decide nothing', async () => {
    const [one, other] = [await make(), await make()];
    const reader = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    const writer = { token: await server.make.apiToken(world.contoso.id, 'leads:write') };
    const creator = { token: await server.make.apiToken(world.contoso.id, 'leads:create') };
    expect(await list(one, reader)).toMatchObject({ items: [{ lead: { id: other } }], allowedActions: [] });
    expect((await list(one, writer)).allowedActions).toEqual(['link', 'dismiss']);
    expect(problemOf(await ask(one, creator)).status).toBe(403);
    for (const [method, tail] of decisions) {
      expect(problemOf(await decide(method, one, other, tail, reader)).status).toBe(403);
      expect((await decide(method, one, other, tail, writer)).status).toBe(204);
    }
  });

  it('ID-1: the operator decides about leads that nobody could be sent', async () => {
    const [one, other] = [await make({}, world.operator.id), await make({}, world.operator.id)];
    expect((await decide('PUT', one, other, '', world.as.operatorAdmin)).status).toBe(204);
    expect((await list(one, world.as.operatorAdmin)).items).toMatchObject([
      { lead: { id: other }, linked: true },
    ]);
  });
});

describe('LQ-4: people link and dismiss, nothing is merged by itself', () => {
  it('LQ-4: a link is seen from both sides, in both timelines, and can be taken back', async () => {
    const [one, other] = [await make(), await make(stranger)];
    expect(await idsOf(one)).toEqual([]);
    expect((await decide('PUT', one, other)).status).toBe(204);
    expect((await list(one)).items).toMatchObject([{ lead: { id: other }, linked: true, level: null }]);
    expect((await list(other)).items).toMatchObject([{ lead: { id: one }, linked: true }]);
    for (const id of [one, other])
      expect(await eventsOf(id)).toEqual(['lead.received', 'lead.duplicate-linked']);
    expect((await decide('DELETE', other, one)).status).toBe(204);
    expect(await idsOf(one)).toEqual([]);
    for (const id of [one, other]) expect((await eventsOf(id)).at(-1)).toBe('lead.duplicate-unlinked');
  });

  it('LQ-4: saying it twice changes nothing', async () => {
    const [one, other] = [await make(), await make()];
    for (let i = 0; i < 2; i++)
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const)
        expect((await decide('PUT', a, b)).status).toBe(204);
    expect(await eventsOf(one)).toEqual(['lead.received', 'lead.duplicate-linked']);
    for (let i = 0; i < 2; i++) expect((await decide('DELETE', one, other)).status).toBe(204);
    for (let i = 0; i < 2; i++) expect((await decide('DELETE', one, other, '/dismissal')).status).toBe(204);
    expect(await eventsOf(one)).toEqual([
      'lead.received',
      'lead.duplicate-linked',
      'lead.duplicate-unlinked',
    ]);
  });

  it('LC-9: of several people at once one links, from whichever side they look', async () => {
    const [one, other] = [await make(), await make()];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        decide('PUT', ...((i % 2 ? [one, other] : [other, one]) as [string, string])),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    for (const id of [one, other])
      expect(await eventsOf(id)).toEqual(['lead.received', 'lead.duplicate-linked']);
  });

  it('LC-9: linking and dismissing at once leave one decision, and events that fit it', async () => {
    const [one, other] = [await make(), await make()];
    await Promise.all([decide('PUT', one, other), decide('PUT', other, one, '/dismissal')]);
    const [item] = (await list(one)).items;
    expect(item?.linked).toBe(!item?.dismissed);
    const told = (await eventsOf(one)).filter((type) => type !== 'lead.received');
    expect(told).toEqual(
      item?.linked ? ['lead.duplicate-linked'] : ['lead.duplicate-linked', 'lead.duplicate-unlinked'],
    );
  });

  it('LQ-4: what was dismissed is remembered for both, stands last, and can be taken back', async () => {
    const [one, twin, likely] = [await make(), await make(), await make({ contact_email: null })];
    expect((await decide('PUT', one, twin, '/dismissal')).status).toBe(204);
    expect((await list(one)).items).toMatchObject([
      { lead: { id: likely }, dismissed: false },
      { lead: { id: twin }, dismissed: true, linked: false },
    ]);
    expect((await list(twin)).items.at(-1)).toMatchObject({ lead: { id: one }, dismissed: true });
    expect(await eventsOf(one)).toEqual(['lead.received']);
    expect((await decide('DELETE', twin, one, '/dismissal')).status).toBe(204);
    expect((await list(one)).items[0]).toMatchObject({ lead: { id: twin }, dismissed: false });
  });

  it('LQ-4: dismissing a linked pair unlinks it; linking a dismissed pair ends the dismissal', async () => {
    const [one, other] = [await make(), await make()];
    await decide('PUT', one, other);
    await decide('PUT', one, other, '/dismissal');
    expect((await list(one)).items).toMatchObject([{ linked: false, dismissed: true }]);
    expect((await decide('DELETE', one, other)).status).toBe(204);
    expect((await list(one)).items).toMatchObject([{ linked: false, dismissed: true }]);
    await decide('PUT', one, other);
    expect((await list(one)).items).toMatchObject([{ linked: true, dismissed: false }]);
    const linked = 'lead.duplicate-linked';
    expect(await eventsOf(other)).toEqual(['lead.received', linked, 'lead.duplicate-unlinked', linked]);
  });

  it('LC-1: an archived lead can be linked; the leads themselves stay as they are', async () => {
    const [one, other] = [await make(), await make({ status: 'Lost', closed_at: testNow })];
    const read = async () =>
      (await server.request('GET', `/api/v1/leads/${other}`, { as: world.as.admin })).json;
    const before = await read();
    expect((await decide('PUT', one, other)).status).toBe(204);
    expect(await read()).toEqual(before);
  });
});

describe('ID-7: the access log', () => {
  const log = () =>
    server.database.ownerDb
      .selectFrom('access_log')
      .select(['action', 'lead_ids', 'detail'])
      .orderBy('id')
      .execute();

  it('ID-7: names the leads whose contacts were shown, and every change', async () => {
    const [one, other] = [await make(), await make()];
    const withheld = await make({ contact_allowed: false });
    await decide('PUT', one, withheld);
    await list(one);
    await decide('PUT', one, other, '/dismissal');
    await decide('PUT', one, other, '/dismissal');
    const pair = (a: string, b: string) => [a, b].toSorted();
    expect(await log()).toEqual([
      { action: 'lead.change', lead_ids: pair(one, withheld), detail: 'lead.duplicate-linked' },
      { action: 'lead.list', lead_ids: [other], detail: 'possible duplicates' },
      { action: 'lead.change', lead_ids: pair(one, other), detail: 'possible duplicate dismissed' },
    ]);
  });

  it('ID-7: has no entry when no name was shown', async () => {
    await list(await make());
    expect(await log()).toEqual([]);
  });

  it('DP-2: answers may not be kept by anybody on the way', async () => {
    expect((await ask(await make())).headers.get('cache-control')).toBe('no-store');
  });
});
