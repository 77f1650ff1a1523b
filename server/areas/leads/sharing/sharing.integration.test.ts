import { describe, expect, it } from 'vitest';
import { lead as leadContract, leadTimeline } from '../../../../contract/leads/leads.ts';
import { leadsToShare, type SharingRulesChange, sharingRules } from '../../../../contract/leads/sharing.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead', 'sharing_rules', 'absence', 'access_log', 'working_calendar'],
});

const path = '/api/v1/sharing-rules';
type Rule = SharingRulesChange['rules'][number];
const rule = (more: Partial<Rule> = {}): Rule => ({
  id: null,
  name: 'New leads',
  tab: null,
  locationIds: [],
  countries: [],
  offers: [],
  method: 'in-turn',
  paused: false,
  people: [{ personId: world.people.admin.id, perWeek: null }],
  ...more,
});
const among = (...people: (keyof typeof world.people | [keyof typeof world.people, number])[]) =>
  people.map((one) => {
    const [name, perWeek] = typeof one === 'string' ? [one, null] : one;
    return { personId: world.people[name].id, perWeek };
  });

const put = (rules: readonly Rule[], as: Caller = world.as.admin, ifMatch?: string) =>
  server.request('PUT', path, {
    as,
    body: { rules, escalation: null },
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });
const set = async (...rules: Rule[]) => body(sharingRules, await put(rules));
const get = async (as: Caller = world.as.admin) =>
  body(sharingRules, await server.request('GET', path, { as }));
const waiting = async () =>
  body(leadsToShare, await server.request('GET', `${path}/waiting`, { as: world.as.admin }));
const ownerOf = async (leadId: string) =>
  body(leadContract, await server.request('GET', `/api/v1/leads/${leadId}`, { as: world.as.admin }))
    .assignedTo?.id ?? null;
const ownersOf = (ids: readonly string[]) => Promise.all(ids.map(ownerOf));

/** New leads of Contoso, shared out in one batch. */
async function arrive(count: number, columns: Parameters<typeof world.lead>[0] = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await world.lead(columns));
  await shareOut(ids);
  return ids;
}
async function shareOut(leadIds: readonly string[], organizationId = world.contoso.id) {
  await server.queue.add('lead.share-out', { organizationId, leadIds });
  await server.queue.run('lead.share-out');
}
const retry = async () => {
  await server.queue.add('lead.share-out-waiting');
  await server.queue.run('lead.share-out-waiting', 'lead.share-out-waiting-of');
};
const away = (name: keyof typeof world.people, from: string, until: string, as: Caller = world.as.admin) =>
  server.request('PUT', `/api/v1/absences/${world.people[name].id}`, { as, body: { from, until } });
const today = testNow.toISOString().slice(0, 10);

describe('WT-1: rules that give leads', () => {
  it('are kept in their order, with the people in theirs, and tell who changed them', async () => {
    const nothing = { rules: [], escalation: null, updatedAt: null, updatedBy: null, revision: 'none' };
    expect(await get()).toMatchObject(nothing);
    const kept = await set(
      rule({ name: 'Munich', locationIds: [world.munich.id], people: among('munichUser', ['admin', 5]) }),
      rule({ name: 'The rest', tab: 'qualified', method: 'fewest-open', paused: true }),
    );
    expect(kept).toMatchObject({
      updatedAt: testNow.toISOString(),
      updatedBy: world.people.admin.name,
      rules: [
        {
          name: 'Munich',
          locationIds: [world.munich.id],
          waiting: 0,
          waitingSince: null,
          people: [
            { id: world.people.munichUser.id, name: world.people.munichUser.name, perWeek: null },
            { id: world.people.admin.id, perWeek: 5, givenThisWeek: 0, worksLeads: true, absence: null },
          ],
        },
        { name: 'The rest', tab: 'qualified', method: 'fewest-open', paused: true },
      ],
    });
    expect(await get()).toEqual(kept);
    const [entry] = (
      await server.database.ownerPool.query('select detail from access_log order by id desc limit 1')
    ).rows;
    expect(entry).toEqual({ detail: 'rules for sharing leads: 2' });
  });

  it('ID-1: only a Referrals admin of the whole organization sees and changes them', async () => {
    for (const name of ['user', 'munichAdmin', 'accountAdmin', 'operatorAdmin'] as const) {
      expect(problemOf(await put([rule()], world.as[name])).code, name).toBe('not-allowed');
      for (const one of [path, `${path}/waiting`])
        expect(problemOf(await server.request('GET', one, { as: world.as[name] })).status, name).toBe(403);
    }
    expect((await server.request('GET', path, {})).status).toBe(401);
  });

  it('ID-2: those of another organization are not seen, and its leads are given to nobody here', async () => {
    await set(rule());
    expect((await get(world.as.fabrikamAdmin)).rules).toEqual([]);
    const foreign = await server.make.lead(world.fabrikam.id);
    await shareOut([foreign]);
    await shareOut([foreign], world.fabrikam.id);
    const { rows } = await server.database.ownerPool.query('select assigned_to from lead where id = $1', [
      foreign,
    ]);
    expect(rows).toEqual([{ assigned_to: null }]);
  });

  it('of two who change them the second is told, with what they are now', async () => {
    const { revision } = await set(rule());
    expect((await put([rule({ name: 'Mine' })], world.as.admin, `"${revision}"`)).status).toBe(200);
    const late = problemOf(await put([rule({ name: 'Theirs' })], world.as.admin, `"${revision}"`));
    expect(late).toMatchObject({
      status: 409,
      code: 'settings-changed',
      current: { rules: [{ name: 'Mine' }] },
    });
    expect((await get()).rules.map(({ name }) => name)).toEqual(['Mine']);
  });

  it.each([
    ['nobody', { people: [] }, 'body.rules[0].people'],
    ['somebody twice', { people: 'twice' }, 'body.rules[0].people'],
    ['a stranger', { people: 'stranger' }, 'body.rules[0].people[0].personId'],
    ['somebody of another organization', { people: 'foreign' }, 'body.rules[0].people[0].personId'],
    ['somebody who works no leads', { people: 'account' }, 'body.rules[0].people[0].personId'],
    ['no lead a week', { people: 'none' }, 'body.rules[0].people[0].perWeek'],
    ['no name', { name: ' ' }, 'body.rules[0].name'],
    ['an unknown way', { method: 'at-random' }, 'body.rules[0].method'],
  ])('refuse %s, and name it', async (_, given, expected) => {
    const people: Record<string, unknown> = {
      twice: among('admin', 'admin'),
      stranger: [{ personId: newId(), perWeek: null }],
      foreign: among('fabrikamAdmin'),
      account: among('accountAdmin'),
      none: among(['admin', 0]),
    };
    const sent = {
      ...given,
      ...('people' in given && typeof given.people === 'string' && { people: people[given.people] }),
    };
    const answer = await put([rule(sent as Partial<Rule>)]);
    expect(problemOf(answer)).toMatchObject({ status: 400, issues: [{ path: expected }] });
  });

  it('W-7: give a batch one by one, at once, in the name of Leadlight; the timeline names the rule', async () => {
    await set(rule({ name: 'In turn', people: among('admin', 'user') }));
    const ids = await arrive(5);
    const { admin, user } = world.people;
    const given = await ownersOf(ids);
    expect([admin.id, user.id].map((id) => given.filter((one) => one === id).length).toSorted()).toEqual([
      2, 3,
    ]);
    const timeline = body(
      leadTimeline,
      await server.request('GET', `/api/v1/leads/${ids[0]}/timeline`, { as: world.as.admin }),
    );
    expect(timeline.items.at(-1)).toMatchObject({
      type: 'lead.assigned',
      actor: { kind: 'system' },
      note: 'In turn',
    });
    expect((await get()).rules[0]?.people.map(({ givenThisWeek }) => givenThisWeek).toSorted()).toEqual([
      2, 3,
    ]);
  });

  it('go on where they stopped, batch after batch, and after a change of the rule', async () => {
    const { rules } = await set(rule({ people: among('admin', 'user', 'munichAdmin') }));
    const [one] = await arrive(1);
    expect(await ownerOf(one ?? '')).toBe(world.people.admin.id);
    await set(rule({ id: rules[0]?.id ?? null, people: among('admin', 'user') }));
    const [two] = await arrive(1);
    expect(await ownerOf(two ?? '')).toBe(world.people.user.id);
  });

  it('are for countries and offers, too, each with what it was told', async () => {
    const offer = await world.offer({ title: 'Backup' });
    const kept = await set(
      rule({ name: 'Alps', countries: ['AT', 'CH'], people: among('user') }),
      rule({ name: 'Backup', offers: [offer.name], people: among('munichAdmin') }),
      rule({ name: 'The rest' }),
    );
    expect(kept.rules.map(({ countries, offers }) => [countries, offers])).toEqual([
      [['AT', 'CH'], []],
      [[], [offer.name]],
      [[], []],
    ]);
    expect(kept.offers).toContainEqual({ name: offer.name, title: 'Backup' });
    const [austrian] = await arrive(1, { country: 'AT', offer_name: offer.name });
    const [german] = await arrive(1, {
      country: 'DE',
      offer_name: offer.name,
      location_id: world.munich.id,
    });
    const [other] = await arrive(1, { country: null });
    expect(await ownersOf([austrian ?? '', german ?? '', other ?? ''])).toEqual([
      world.people.user.id,
      world.people.munichAdmin.id,
      world.people.admin.id,
    ]);
    const wrong = await put([rule({ countries: ['ZZ'] })]);
    expect(problemOf(wrong).issues?.[0]?.path).toBe('body.rules[0].countries[0]');
  });

  it('give twice what comes twice only once', async () => {
    await set(rule({ people: among('admin', 'user') }));
    const ids = await arrive(2);
    const before = await ownersOf(ids);
    await Promise.all([shareOut(ids), shareOut(ids)]);
    expect(await ownersOf(ids)).toEqual(before);
    expect((await get()).rules[0]?.people.map(({ givenThisWeek }) => givenThisWeek)).toEqual([1, 1]);
  });

  it('leave alone what has an owner, was answered, is a test, is informational or fits no rule', async () => {
    await set(rule({ tab: 'marketplace' }));
    const owned = await world.lead({ assigned_to: world.people.user.id });
    const others = [
      await world.acceptedLead(),
      await world.lead({ is_test: true }),
      await world.lead({ status: null, call_to_action: 'FreeTrial', expires_at: null }),
      await world.lead({ qualification: 'SalesQualified' }),
      await world.lead({ expires_at: new Date(testNow.getTime() - 1) }),
    ];
    await shareOut([owned, ...others]);
    expect(await ownerOf(owned)).toBe(world.people.user.id);
    expect(await ownersOf(others)).toEqual(others.map(() => null));
    expect((await waiting()).total).toBe(0);
  });

  it('ID-2: give a lead only to people who work at its location', async () => {
    await set(rule({ people: among('munichUser', 'user') }));
    const [berlin] = await arrive(1, { location_id: world.berlin.id });
    const [munich] = await arrive(1, { location_id: world.munich.id });
    expect(await ownersOf([berlin ?? '', munich ?? ''])).toEqual([
      world.people.user.id,
      world.people.munichUser.id,
    ]);
  });

  it('are asked when a lead comes in by a door, and tell its new owner', async () => {
    await set(rule({ people: among('user') }));
    const key = await server.make.marketplaceKey(world.contoso.id);
    const offer = await world.offer({ title: 'Backup' });
    const sent = {
      UserDetails: { Email: 'anna@example.test' },
      LeadSource: `AppSource-PLT|${offer.name}`,
      ActionCode: 'PLT',
    };
    const answer = await server.request('POST', `/intake/marketplace/${key}`, { body: sent });
    expect(answer.status).toBe(201);
    await server.queue.run('lead.share-out');
    const { rows } = await server.database.ownerPool.query('select assigned_to, status from lead');
    expect(rows).toEqual([{ assigned_to: world.people.user.id, status: 'Received' }]);
    await server.queue.run('lead.tell');
    const { rows: mails } = await server.database.ownerPool.query<{ person_id: string }>(
      "select n.person_id from lead_notice n where n.kind = 'assignment'",
    );
    expect(mails).toEqual([{ person_id: world.people.user.id }]);
  });
});

describe('W-9: leads that wait for somebody with room', () => {
  it('say so, with their rule and since when, and are given when the week begins', async () => {
    await set(rule({ name: 'Few', people: among(['admin', 1], ['user', 1]) }));
    const ids = await arrive(3);
    expect((await ownersOf(ids)).filter((one) => one === null)).toHaveLength(1);
    const { items, total } = await waiting();
    expect(total).toBe(1);
    expect(items).toMatchObject([{ rule: { name: 'Few' }, since: testNow.toISOString(), reason: 'full' }]);
    expect((await get()).rules[0]).toMatchObject({ waiting: 1, waitingSince: testNow.toISOString() });
    await retry();
    expect((await waiting()).total).toBe(1);
    server.clock.set(new Date(testNow.getTime() + 7 * 86_400_000));
    await retry();
    expect(await ownersOf(ids)).not.toContain(null);
    expect(await waiting()).toEqual({ items: [], total: 0 });
  });

  it('are given as soon as the rule has room for them', async () => {
    const { rules } = await set(rule({ people: among(['admin', 1]) }));
    const ids = await arrive(2);
    await set(rule({ id: rules[0]?.id ?? null, people: among(['admin', 2]) }));
    await server.queue.run('lead.share-out-waiting-of');
    expect(await ownersOf(ids)).toEqual([world.people.admin.id, world.people.admin.id]);
    expect((await waiting()).total).toBe(0);
  });

  it('wait no more once a colleague takes them, or the rule is gone', async () => {
    await set(rule({ people: among(['admin', 1]) }));
    const ids = await arrive(3);
    const [taken = ''] = (await waiting()).items.map(({ leadId }) => leadId);
    await server.request('PUT', `/api/v1/leads/${taken}/assignment`, {
      as: world.as.admin,
      body: { personId: world.people.user.id },
    });
    expect((await waiting()).items.map(({ leadId }) => leadId)).toEqual(
      ids.slice(1).filter((id) => id !== taken),
    );
    await set();
    expect((await waiting()).total).toBe(0);
  });

  it('W-9: go to the next rule that fits when theirs is deleted', async () => {
    const { rules } = await set(
      rule({ name: 'Few', people: among(['admin', 1]) }),
      rule({ people: among('user') }),
    );
    const ids = await arrive(2);
    expect((await waiting()).total).toBe(1);
    await set(rule({ id: rules[1]?.id ?? null, people: among('user') }));
    expect((await waiting()).total).toBe(0);
    await server.queue.run('lead.share-out-waiting-of');
    expect((await ownersOf(ids)).toSorted()).toEqual(
      [world.people.admin.id, world.people.user.id].toSorted(),
    );
  });

  it('W-9: wait again when the deleted rule comes back by Undo, with what it gave', async () => {
    const { rules } = await set(rule({ name: 'Few', people: among(['admin', 1]) }));
    const ids = await arrive(2);
    await set();
    await server.queue.run('lead.share-out-waiting-of');
    await retry();
    expect((await get()).rules).toEqual([]);
    const back = await set(rule({ id: rules[0]?.id ?? null, name: 'Few', people: among(['admin', 1]) }));
    expect(back.rules[0]).toMatchObject({ waiting: 1, people: [{ givenThisWeek: 1 }] });
    await server.queue.run('lead.share-out-waiting-of');
    expect((await ownersOf(ids)).filter(Boolean)).toEqual([world.people.admin.id]);
    expect((await waiting()).total).toBe(1);
  });

  it('W-9: a lead that nobody of the rule can own waits, and says so', async () => {
    await set(rule({ people: among('munichUser') }));
    await arrive(1, { location_id: world.berlin.id });
    expect((await waiting()).items).toMatchObject([{ reason: 'nobody' }]);
  });
});

describe('WT-2: who is away', () => {
  it('gets no leads by rule from the first day to the last; then they do again', async () => {
    await set(rule({ people: among('admin', 'user') }));
    expect((await away('admin', today, today)).status).toBe(200);
    const ids = await arrive(2);
    expect(await ownersOf(ids)).toEqual([world.people.user.id, world.people.user.id]);
    expect((await get()).rules[0]?.people[0]?.absence).toEqual({ from: today, until: today });
    server.clock.set(new Date(testNow.getTime() + 86_400_000));
    const [next = ''] = await arrive(1);
    expect(await ownerOf(next)).toBe(world.people.admin.id);
  });

  it('leads that only they could get wait until they are back', async () => {
    await set(rule({ people: among('admin') }));
    await away('admin', today, today);
    const ids = await arrive(1);
    expect((await waiting()).items).toMatchObject([{ reason: 'away' }]);
    await server.request('DELETE', `/api/v1/absences/${world.people.admin.id}`, { as: world.as.admin });
    await retry();
    expect(await ownersOf(ids)).toEqual([world.people.admin.id]);
  });

  it('an absence that has not begun changes nothing', async () => {
    await set(rule({ people: among('admin') }));
    await away('admin', '2099-01-01', '2099-01-05');
    const [id = ''] = await arrive(1);
    expect(await ownerOf(id)).toBe(world.people.admin.id);
  });
});
