import { describe, expect, it } from 'vitest';
import { absence, absenceList } from '../../../contract/working-time/absences.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['absence', 'access_log', 'working_calendar'] });

type Name = keyof typeof world.people;
const pathOf = (personId: string) => `/api/v1/absences/${personId}`;
const put = (name: Name, from: string, until: string, as: Caller = world.as[name]) =>
  server.request('PUT', pathOf(world.people[name].id), { as, body: { from, until } });
const list = async (as: Caller) =>
  body(absenceList, await server.request('GET', '/api/v1/absences', { as })).items;
const day = (ahead: number) => new Date(testNow.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('WT-2: when people are away', () => {
  it('everyone says so for themselves, and it takes the place of what they said before', async () => {
    const { id, name } = world.people.user;
    expect(body(absence, await put('user', day(0), day(3)))).toEqual({
      person: { id, name },
      from: day(0),
      until: day(3),
      isNow: true,
    });
    expect(body(absence, await put('user', day(2), day(3))).isNow).toBe(false);
    expect(await list(world.as.user)).toMatchObject([{ from: day(2) }]);
    expect((await server.request('DELETE', pathOf(id), { as: world.as.user })).status).toBe(204);
    expect(await list(world.as.user)).toEqual([]);
    expect(problemOf(await server.request('DELETE', pathOf(id), { as: world.as.user })).status).toBe(404);
  });

  it('ID-7: who said it is in the access log', async () => {
    await put('user', day(1), day(2), world.as.admin);
    const { rows } = await server.database.ownerPool.query(
      'select actor_name, detail, facts from access_log',
    );
    expect(rows).toEqual([
      {
        actor_name: world.people.admin.name,
        detail: `absence from ${day(1)} until ${day(2)}`,
        facts: { personId: world.people.user.id },
      },
    ]);
  });

  it('ID-1: of others, only admins say it', async () => {
    expect((await put('user', day(0), day(1), world.as.admin)).status).toBe(200);
    expect((await put('user', day(0), day(1), world.as.accountAdmin)).status).toBe(200);
    for (const name of ['munichAdmin', 'munichUser', 'profileAdmin'] as const)
      expect(problemOf(await put('user', day(0), day(1), world.as[name])).code, name).toBe('not-allowed');
  });

  it('ID-2: nobody says it of people elsewhere, or reads it there', async () => {
    for (const as of [world.as.fabrikamAdmin, world.as.operatorAdmin])
      expect(problemOf(await put('user', day(0), day(1), as)).status).toBeGreaterThanOrEqual(403);
    await put('user', day(0), day(1));
    expect(await list(world.as.fabrikamAdmin)).toEqual([]);
    const unknown = { as: world.as.admin, body: { from: day(0), until: day(1) } };
    expect(problemOf(await server.request('PUT', pathOf(newId()), unknown)).status).toBe(404);
  });

  it('is read by those who work with colleagues, the earliest first; others read their own', async () => {
    await put('user', day(5), day(6));
    await put('admin', day(1), day(2));
    await put('profileAdmin', day(3), day(3));
    expect((await list(world.as.munichUser)).map(({ person }) => person.name)).toEqual(
      (['admin', 'profileAdmin', 'user'] as const).map((name) => world.people[name].name),
    );
    expect((await list(world.as.profileAdmin)).map(({ from }) => from)).toEqual([day(3)]);
  });

  it.each([
    ['an end before the beginning', () => [day(2), day(1)], 'body.until'],
    ['what is over', () => [day(-3), day(-1)], 'body.until'],
    ['no day', () => ['2026-02-30', day(1)], 'body.from'],
  ])('refuses %s', async (_, days, path) => {
    const [from = '', until = ''] = days();
    expect(problemOf(await put('user', from, until))).toMatchObject({ status: 400, issues: [{ path }] });
  });

  it('WS-10: today is the day where the organization works', async () => {
    const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const hours = Object.fromEntries(week.map((name) => [name, [{ from: '09:00', to: '17:00' }]]));
    const calendar = { timeZone: 'Pacific/Kiritimati', hours, holidays: [] };
    await server.request('PUT', '/api/v1/working-calendar', { as: world.as.admin, body: calendar });
    server.clock.set(new Date('2026-11-30T12:00:00Z'));
    expect(body(absence, await put('user', '2026-12-01', '2026-12-01')).isNow).toBe(true);
    expect(problemOf(await put('user', '2026-11-30', '2026-11-30')).status).toBe(400);
  });
});
