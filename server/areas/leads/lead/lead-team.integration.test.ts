import { describe, expect, it } from 'vitest';
import { lead as leadContract, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

/** A colleague in the team of an accepted lead, who is gone by now. */
async function makeTeamOf(gone: (personId: string) => Promise<unknown>, alone = false) {
  const mate = await server.make.person(world.contoso.id, 'referrals-user');
  const leadId = await world.lead();
  const { acceptance } = actionBodies(world.people.admin.id);
  const teamMemberIds = alone ? [mate.id] : [world.people.admin.id, mate.id];
  const answer = await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
    as: world.as.admin,
    body: { ...acceptance, teamMemberIds },
  });
  expect(answer.status, answer.text).toBe(200);
  await gone(mate.id);
  return { leadId, mate };
}

const edit = (leadId: string, change: object) =>
  server.request('PATCH', `/api/v1/leads/${leadId}`, {
    as: world.as.admin,
    headers: { 'if-match': '2' },
    body: change,
  });
const teamOf = async (leadId: string) => {
  const answer = await server.request('GET', `/api/v1/leads/${leadId}`, { as: world.as.admin });
  return body(leadContract, answer).team.map(({ id }) => id);
};
const leave = (personId: string) =>
  server.database.ownerDb.deleteFrom('membership').where('person_id', '=', personId).execute();

describe('LC-6: a colleague who left is no obstacle', () => {
  it.each<[string, (personId: string) => Promise<unknown>]>([
    ['left', leave],
    [
      'is disabled',
      (id) =>
        server.database.ownerDb
          .updateTable('person')
          .set({ disabled_at: new Date() })
          .where('id', '=', id)
          .execute(),
    ],
    [
      'has a role that sees no leads',
      (id) =>
        server.database.ownerDb
          .updateTable('membership')
          .set({ role: 'profile-admin' })
          .where('person_id', '=', id)
          .execute(),
    ],
  ])(
    'LC-6 one who %s goes with the next change of the team, and the timeline names them',
    async (_how, gone) => {
      const { leadId, mate } = await makeTeamOf(gone);
      const { admin, user } = world.people;
      const answer = await edit(leadId, { teamMemberIds: [admin.id, mate.id, user.id] });
      expect(answer.status, answer.text).toBe(200);
      expect((await teamOf(leadId)).sort()).toEqual([admin.id, user.id].sort());
      const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, {
        as: world.as.admin,
      });
      const last = body(leadTimeline, timeline).items.at(-1);
      expect(last).toMatchObject({
        type: 'lead.edited',
        note: `${mate.name} no longer works on leads here and was removed from the team.`,
      });
    },
  );

  it('LC-6 saving the same team takes them out as well; another field leaves the team alone', async () => {
    const { leadId, mate } = await makeTeamOf(leave);
    expect((await edit(leadId, { notes: 'New note.' })).status).toBe(200);
    expect(await teamOf(leadId)).toContain(mate.id);
    const answer = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
      as: world.as.admin,
      headers: { 'if-match': '3' },
      body: { teamMemberIds: [world.people.admin.id, mate.id] },
    });
    expect(answer.status, answer.text).toBe(200);
    expect(await teamOf(leadId)).toEqual([world.people.admin.id]);
  });

  it('LC-6 with nobody left the refusal names who is gone', async () => {
    const { leadId, mate } = await makeTeamOf(leave, true);
    const problem = problemOf(await edit(leadId, { teamMemberIds: [mate.id] }));
    expect(problem.status).toBe(400);
    expect(JSON.stringify(problem)).toContain(`${mate.name} no longer does`);
  });

  it('LC-2, LC-6 who was never in the team and left is refused by name; a stranger without one', async () => {
    const gone = await server.make.person(world.contoso.id, 'referrals-user');
    await leave(gone.id);
    const leadId = await world.lead();
    const { acceptance } = actionBodies(world.people.admin.id);
    const accept = (teamMemberIds: string[]) =>
      server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
        as: world.as.admin,
        body: { ...acceptance, teamMemberIds },
      });
    const named = await accept([world.people.admin.id, gone.id]);
    expect(named.text).toContain(`names ${gone.name}, who no longer works on leads`);
    const stranger = await accept([world.people.fabrikamAdmin.id]);
    expect(stranger.status).toBe(400);
    expect(stranger.text).not.toContain(world.people.fabrikamAdmin.name);
    const people = await server.request('GET', '/api/v1/people', { as: world.as.admin });
    expect(people.text).not.toContain(gone.id);
  });
});
