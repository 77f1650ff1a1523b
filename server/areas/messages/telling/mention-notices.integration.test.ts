import { describe, expect, it } from 'vitest';
import { markOf } from '../../../../contract/leads/mentions.ts';
import { notificationPage } from '../../../../contract/messages/action-center.ts';
import { type Caller, testNow } from '../../../../test/server.ts';
import { useWaitingWorld } from './asked-again.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld();

const munich = () => ({ location_id: world.munich.id, customer_name: 'Alpine' });
const path = (leadId: string) => `/api/v1/leads/${leadId}/activities`;

async function note(leadId: string, text: string, as: Caller = world.as.admin): Promise<string> {
  const answer = await server.request('POST', path(leadId), { as, body: { kind: 'note', text } });
  expect(answer.status, answer.text).toBe(201);
  return (answer.json as { id: string }).id;
}
async function edit(leadId: string, id: string, text: string, version = 1) {
  const headers = { 'if-match': `"${version}"` };
  const answer = await server.request('PATCH', `${path(leadId)}/${id}`, {
    as: world.as.admin,
    body: { text },
    headers,
  });
  expect(answer.status, answer.text).toBe(200);
}
async function news(as: Caller): Promise<string[]> {
  const answer = await server.request('GET', '/api/v1/action-center?list=notifications', { as });
  const { notifications } = answer.json as { notifications: unknown };
  return notificationPage.parse(notifications).items.map(({ title }) => title);
}

describe('WS-15: who is mentioned is told', () => {
  it('WS-15, NT-3 by an email and a notification, once, without the text', async () => {
    const { munichAdmin, admin } = world.people;
    const leadId = await world.lead(munich());
    await note(leadId, `Kim’s number is +49 171 5550199, ${markOf(munichAdmin.id)}`);
    const [order] = await server.queue.listPayloads<object>('lead.tell');
    await server.queue.run('lead.tell');
    await waiting.work('lead.tell', order ?? {});
    expect(await waiting.sendAll()).toEqual([`${munichAdmin.email}: ${admin.name} mentioned you: Alpine`]);
    const [sent] = waiting.taken();
    expect(sent?.mail.text).toContain(`/leads/${leadId}`);
    expect(`${sent?.mail.text}${sent?.mail.html}`).not.toContain('5550199');
    expect(await news(world.as.munichAdmin)).toEqual([`${admin.name} mentioned you about Alpine`]);
    expect(await waiting.panel(leadId)).toEqual([expect.stringContaining('An email was sent')]);
  });

  it('WS-15 editing tells only those who are new, and nobody hears of their own words', async () => {
    const { munichAdmin, munichUser, admin } = world.people;
    const leadId = await world.lead({ ...munich(), assigned_to: munichUser.id });
    const id = await note(leadId, `${markOf(munichAdmin.id)} and me, ${markOf(admin.id)}`);
    await waiting.sendAll();
    await edit(leadId, id, `${markOf(munichAdmin.id)} and ${markOf(munichUser.id)}`);
    const told = (await waiting.sendAll()).map((line) => line.split(':')[0]);
    expect(told).toEqual([munichAdmin.email, munichUser.email]);
    expect(await news(world.as.munichAdmin)).toHaveLength(1);
    expect(await news(world.as.admin)).toEqual([]);
  });

  it('WS-15 nobody is told about a text without mentions', async () => {
    await note(await world.lead(), 'Just a note');
    expect(await server.queue.listPayloads('lead.tell')).toEqual([]);
  });

  it('NT-1 of an informational lead there is only a notification', async () => {
    const leadId = await world.lead({
      ...munich(),
      status: null,
      call_to_action: 'FreeTrial',
      expires_at: null,
      available_until: new Date(testNow.getTime() + 86_400_000),
    });
    await note(leadId, markOf(world.people.munichAdmin.id));
    expect(await waiting.sendAll()).toEqual([]);
    expect(await news(world.as.munichAdmin)).toHaveLength(1);
  });

  it('NT-2 mentions count towards the emails of a day; the others are in the Action center', async () => {
    const { munichAdmin } = world.people;
    const leadId = await world.lead(munich());
    for (let n = 0; n < 12; n++) await note(leadId, `${n} ${markOf(munichAdmin.id)}`);
    expect(await waiting.sendAll()).toHaveLength(10);
    expect(await news(world.as.munichAdmin)).toHaveLength(12);
  });

  it('NT-3 who turned these emails off gets only the notification, and the page says why', async () => {
    const { munichAdmin } = world.people;
    await waiting.switchOff(munichAdmin.id, 'mention');
    const leadId = await world.lead(munich());
    await note(leadId, markOf(munichAdmin.id));
    expect(await waiting.sendAll()).toEqual([]);
    expect(await news(world.as.munichAdmin)).toHaveLength(1);
    expect(await waiting.panel(leadId)).toEqual([expect.stringContaining('turned these emails off')]);
  });
});

describe('NT-4: asked again before it is sent', () => {
  it.each<[string, string, (leadId: string, personId: string, activityId: string) => Promise<unknown>]>([
    ['who left', 'left-organization', (_, personId) => waiting.leave(personId)],
    ['who is disabled', 'account-disabled', (_, personId) => waiting.disable(personId)],
    ['who turned it off', 'switched-off', (_, personId) => waiting.switchOff(personId, 'mention')],
    [
      'in an activity that was deleted',
      'not-mentioned',
      (leadId, _, id) => server.request('DELETE', `${path(leadId)}/${id}`, { as: world.as.admin }),
    ],
    ['in words that were taken back', 'not-mentioned', (leadId, _, id) => edit(leadId, id, 'Never mind')],
    ['of a lead that expired', 'expired-before', (leadId) => waiting.update(leadId, { expires_at: testNow })],
    [
      'of a lead that they may no longer see',
      'out-of-scope',
      (leadId) => waiting.update(leadId, { location_id: world.berlin.id }),
    ],
  ])('NT-4, WS-15 someone %s hears nothing of it', async (_what, reason, happen) => {
    const { munichAdmin } = world.people;
    const leadId = await world.lead(munich());
    const id = await note(leadId, markOf(munichAdmin.id));
    await server.queue.run('lead.tell');
    await happen(leadId, munichAdmin.id, id);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await waiting.dropped()).toEqual([`${munichAdmin.email}: ${reason}`]);
  });

  it('NT-4 an email about a lead that was won since is still right', async () => {
    const { munichAdmin } = world.people;
    const leadId = await world.lead(munich());
    await note(leadId, markOf(munichAdmin.id));
    await server.queue.run('lead.tell');
    await waiting.update(leadId, { status: 'Won' });
    expect(await waiting.sendAll()).toHaveLength(1);
  });
});
