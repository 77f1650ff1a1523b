import { describe, expect, it } from 'vitest';
import { mailPreferences } from '../../../../contract/messages/action-center.ts';
import { type LeadWorld, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';

const path = '/api/v1/me/mail-preferences';
const { server, world } = useLeadWorld();

const read = async (name: keyof LeadWorld['as'] = 'admin') =>
  body(mailPreferences, await server.request('GET', path, { as: world.as[name] }));
const change = (sent: unknown, name: keyof LeadWorld['as'] = 'admin') =>
  server.request('PATCH', path, { as: world.as[name], body: sent });

describe('mail preferences', () => {
  it('NT-5 say what is sent when, and to which address', async () => {
    expect(await read()).toMatchObject({
      address: world.people.admin.email,
      addressState: 'unconfirmed',
      mailsAreSent: false,
      mailsPerDay: 10,
      digestHour: 17,
    });
  });

  it('NT-5 are kept one by one, for the person alone', async () => {
    const off = body(mailPreferences, await change({ categories: { 'expiring-soon': false } }));
    const wanted = (all: typeof off) => all.categories.filter((one) => one.wanted).map((one) => one.key);
    expect(wanted(off)).toEqual([
      'new-lead',
      'unanswered',
      'assignment',
      'mention',
      'team-assignment',
      'account',
      'announcements',
    ]);
    await change({ categories: { announcements: false } });
    expect(wanted(await read())).toEqual([
      'new-lead',
      'unanswered',
      'assignment',
      'mention',
      'team-assignment',
      'account',
    ]);
    await change({ categories: { 'expiring-soon': true } });
    expect(wanted(await read())).toEqual([
      'new-lead',
      'expiring-soon',
      'unanswered',
      'assignment',
      'mention',
      'team-assignment',
      'account',
    ]);
    expect(wanted(await read('munichAdmin'))).toContain('announcements');
  });

  it('NT-5 show that mail came back, and what the mail server said', async () => {
    await server.database.ownerPool.query(
      `update person set email_refused_at = $1, email_refused_reason = 'No such mailbox' where id = $2`,
      [testNow, world.people.user.id],
    );
    expect(await read('user')).toMatchObject({
      addressState: 'refused',
      addressStateAt: testNow.toISOString(),
      refusedReason: 'No such mailbox',
    });
  });

  it('NT-3 required mails cannot be switched off, and nobody’s are open to others', async () => {
    for (const sent of [
      { categories: { 'new-lead': false } },
      { categories: { 'expiring-soon': 'no' } },
      { other: 1 },
      { quietHours: {} },
    ])
      expect(problemOf(await change(sent)), JSON.stringify(sent)).toMatchObject({ status: 400 });
    expect(problemOf(await server.request('GET', path)).status).toBe(401);
    expect(problemOf(await server.request('PATCH', path, { body: { categories: {} } })).status).toBe(401);
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:write') };
    expect(problemOf(await server.request('GET', path, { as: token })).status).toBe(403);
  });
});
