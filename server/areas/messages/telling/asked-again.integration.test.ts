import { afterEach, describe, expect, it } from 'vitest';
import { mailPage } from '../../../../contract/mail/mail.ts';
import { actionBodies } from '../../../../test/lead-world.ts';
import { body, testNow } from '../../../../test/server.ts';
import { useWaitingWorld } from './asked-again.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld();

const munich = () => ({ location_id: world.munich.id });

const minute = 60_000;
const day = 86_400_000;

describe('NT-1: who left before the mail went out is not served', () => {
  it('NT-1 removed meanwhile: the mail is dropped, whoever is responsible now is told, and the panel says why', async () => {
    const leadId = await server.make.lead(world.contoso.id, munich());
    await waiting.arrive(leadId);
    const { munichAdmin, admin } = world.people;
    await waiting.leave(munichAdmin.id);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(`${admin.email}: New lead`)]);
    expect(await waiting.dropped()).toEqual([`${munichAdmin.email}: left-organization`]);
    const said = await waiting.panel(leadId);
    expect(said).toContainEqual(
      `${munichAdmin.name}: Not emailed: they no longer work here. The people responsible now were told instead.`,
    );
    expect(said).toContainEqual(`${admin.name}: An email was sent.`);
  });

  it('NT-1 disabled meanwhile', async () => {
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    await waiting.disable(world.people.munichAdmin.id);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(world.people.admin.email)]);
    expect(await waiting.dropped()).toEqual([`${world.people.munichAdmin.email}: account-disabled`]);
  });

  it('ID-2 a role that is for another location by now', async () => {
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    await server.database.ownerDb
      .updateTable('membership')
      .set({ location_id: world.berlin.id })
      .where('person_id', '=', world.people.munichAdmin.id)
      .execute();
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(world.people.admin.email)]);
    expect(await waiting.dropped()).toEqual([`${world.people.munichAdmin.email}: not-responsible`]);
  });

  it('NT-1 a mail without a mail server, kept and sent a day later, is asked about like every other', async () => {
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    await server.database.ownerPool.query(`update mail set state = 'kept'`);
    await waiting.leave(world.people.munichAdmin.id);
    waiting.later(60 * minute);
    await waiting.releaseKept();
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(world.people.admin.email)]);
  });

  it('NT-5 an address that was changed meanwhile: the mail goes to the present one', async () => {
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    await server.database.ownerDb
      .updateTable('person')
      .set({ email: 'moved@example.test', locale: 'de' })
      .where('id', '=', world.people.munichAdmin.id)
      .execute();
    expect(await waiting.sendAll()).toEqual([expect.stringContaining('moved@example.test: Neuer Lead')]);
  });

  it('NT-1 an address that takes no mail: another admin is told, and nobody is forgotten', async () => {
    const refuse = (personId: string) =>
      server.database.ownerDb
        .updateTable('person')
        .set({ email_refused_at: testNow })
        .where('id', '=', personId)
        .execute();
    const { munichAdmin, admin, accountAdmin } = world.people;
    await refuse(munichAdmin.id);
    const leadId = await server.make.lead(world.contoso.id, munich());
    await waiting.arrive(leadId);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(admin.email)]);
    expect(await waiting.panel(leadId)).toContainEqual(
      expect.stringContaining('email to their address bounces'),
    );
    await refuse(admin.id);
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    expect((await waiting.sendAll()).slice(1)).toEqual([
      `${accountAdmin.email}: 1 lead with no one to answer it`,
    ]);
    await refuse(accountAdmin.id);
    await waiting.arrive(await server.make.lead(world.contoso.id, munich()));
    expect((await waiting.sendAll()).slice(2)).toEqual([
      expect.stringContaining(`${munichAdmin.email}: New lead`),
    ]);
  });

  it('NT-1 the last Referrals admin leaves: the Account admins hear of it, without the customer’s name', async () => {
    await waiting.arrive(await server.make.lead(world.contoso.id, { customer_name: 'Secret Customer' }));
    for (const name of ['admin', 'munichAdmin', 'berlinAdmin'] as const)
      await waiting.leave(world.people[name].id);
    expect(await waiting.sendAll()).toEqual([
      `${world.people.accountAdmin.email}: 1 lead with no one to answer it`,
    ]);
    expect(waiting.taken()[0]?.raw).not.toContain('Secret Customer');
    expect(waiting.taken()[0]?.mail.text).toContain('/settings/people');
  });
});

describe('NT-1: the contact of a profile', () => {
  const inquiry = () =>
    ({
      ...munich(),
      lead_type: 'Profile',
      call_to_action: null,
      hot_until: new Date(testNow.getTime() + day),
    }) as const;

  async function makeContact(email: string) {
    const { pageId } = await server.make.profile(world.contoso, world.munich.id);
    await server.database.ownerDb
      .updateTable('profile_location')
      .set({ contact_email: email.toUpperCase(), contact_name: 'Wei Ling Tan' })
      .where('id', '=', pageId)
      .execute();
  }

  it('NT-1 a contact who left hears of no hot lead; the Referrals admins do, and the panel says why', async () => {
    const contact = await server.make.person(world.contoso.id, 'referrals-user');
    await makeContact(contact.email);
    await waiting.leave(contact.id);
    const leadId = await server.make.lead(world.contoso.id, inquiry());
    await waiting.arrive(leadId);
    expect(await waiting.sendAll()).toEqual([
      expect.stringContaining(`${world.people.munichAdmin.email}: Hot lead`),
    ]);
    expect(await waiting.panel(leadId)).toContainEqual(
      `${contact.name}: Not emailed: they no longer work here. The people responsible now were told instead.`,
    );
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['leaves', (id) => waiting.leave(id)],
    ['is disabled', (id) => waiting.disable(id)],
  ])('NT-1 a contact who %s while the mail waits', async (_what, go) => {
    const contact = await server.make.person(world.contoso.id, 'referrals-user');
    await makeContact(contact.email);
    await waiting.arrive(await server.make.lead(world.contoso.id, inquiry()));
    await go(contact.id);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(world.people.munichAdmin.email)]);
    expect(await waiting.dropped()).toHaveLength(1);
  });

  it('NT-1 a contact who changed their address is told at the present one, and not at all once they left', async () => {
    const contact = await server.make.person(world.contoso.id, 'referrals-user');
    await makeContact(contact.email);
    await server.database.ownerDb
      .updateTable('person')
      .set({ email: 'present@example.test' })
      .where('id', '=', contact.id)
      .execute();
    await waiting.arrive(await server.make.lead(world.contoso.id, inquiry()));
    expect(await waiting.sendAll()).toEqual([expect.stringContaining('present@example.test')]);
    await waiting.leave(contact.id);
    await waiting.arrive(await server.make.lead(world.contoso.id, inquiry()));
    expect((await waiting.sendAll()).slice(1)).toEqual([
      expect.stringContaining(world.people.munichAdmin.email),
    ]);
  });

  it('NT-1 a mailbox that belongs to no account goes on hearing', async () => {
    await makeContact('desk@contoso.test');
    await waiting.arrive(await server.make.lead(world.contoso.id, inquiry()));
    expect(await waiting.sendAll()).toEqual([expect.stringMatching(/^desk@contoso\.test: Hot lead/i)]);
  });

  it('NT-1 somebody who comes back is told again', async () => {
    const contact = await server.make.person(world.contoso.id, 'referrals-user');
    await makeContact(contact.email);
    await waiting.leave(contact.id);
    await server.make.join(contact.id, world.contoso.id, 'referrals-user');
    await waiting.arrive(await server.make.lead(world.contoso.id, inquiry()));
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(contact.email)]);
  });
});

describe('NT-2: what was gathered is looked at again', () => {
  async function gather(count: number) {
    await server.database.ownerPool.query('update installation set mails_per_day = 1');
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push(await server.make.lead(world.contoso.id, { received_at: new Date(testNow.getTime() + n) }));
    await waiting.arrive(...ids);
    expect(await waiting.sendAll()).toHaveLength(1);
    return ids.slice(1);
  }
  const digest = async () => {
    await waiting.work('digest.send', {});
  };
  afterEach(() => server.database.ownerPool.query('update installation set mails_per_day = 10'));

  it('NT-2 a digest holds what still waits, and its numbers are true', async () => {
    const [accepted = '', declined = '', ,] = await gather(5);
    const bodies = actionBodies(world.people.admin.id);
    await server.request('POST', `/api/v1/leads/${accepted}/acceptance`, {
      as: world.as.admin,
      body: bodies.acceptance,
    });
    await server.request('POST', `/api/v1/leads/${declined}/decline`, {
      as: world.as.admin,
      body: bodies.decline,
    });
    waiting.later(day);
    await digest();
    expect(
      (await waiting.sendAll()).filter((one) => one.startsWith(world.people.admin.email)).slice(1),
    ).toEqual([`${world.people.admin.email}: 2 more leads`]);
    expect(await waiting.panel(declined)).toContainEqual(
      expect.stringContaining('the lead had already been answered'),
    );
    const { text } = waiting.taken().at(-1)?.mail ?? {};
    expect(text).not.toContain(accepted);
    expect(text?.match(/Answer by/g)).toHaveLength(2);
  });

  it('NT-2 none left, no digest', async () => {
    const ids = await gather(3);
    for (const id of ids) await waiting.update(id, { status: 'Declined', closed_at: testNow });
    waiting.later(day);
    await digest();
    expect(await waiting.mails()).toHaveLength(1);
    const { rows } = await server.database.ownerPool.query(
      `select reason from lead_notice where way = 'unmailed' order by reason`,
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['answered-before', 'answered-before']);
  });

  it('NT-2, LC-4 a digest that waits for the mail server is gathered again: answered and overdue leads leave it', async () => {
    const [first = '', second = '', third = ''] = await gather(4);
    waiting.later(day);
    await digest();
    await waiting.update(first, { status: 'Accepted' });
    await waiting.update(second, { expires_at: server.clock.now() });
    expect((await waiting.sendAll()).slice(1)).toEqual([`${world.people.admin.email}: 1 more lead`]);
    expect(waiting.taken().at(-1)?.mail.text).toContain(third);
    const { items } = body(mailPage, await server.request('GET', '/api/v1/mails', { as: world.as.admin }));
    expect(items[0]).toMatchObject({ kind: 'digest', subject: '1 more lead', leadCount: 1 });
  });

  it('NT-2 all answered before it goes out: the mail is dropped', async () => {
    const ids = await gather(3);
    waiting.later(day);
    await digest();
    for (const id of ids) await waiting.update(id, { status: 'Accepted' });
    expect(await waiting.sendAll()).toHaveLength(1);
    expect(await waiting.dropped()).toEqual([`${world.people.admin.email}: answered-before`]);
  });

  it('ID-2 leads of another’s by now leave a digest, and are told to the other', async () => {
    await server.database.ownerPool.query('update installation set mails_per_day = 1');
    const ids = [
      await server.make.lead(world.contoso.id),
      await server.make.lead(world.contoso.id),
      await server.make.lead(world.contoso.id),
    ];
    await waiting.arrive(...ids);
    await waiting.sendAll();
    await waiting.update(ids[2] ?? '', { location_id: world.berlin.id });
    waiting.later(day);
    await digest();
    const sent = (await waiting.sendAll()).slice(1);
    expect(sent).toHaveLength(2);
    expect(sent).toContain(`${world.people.admin.email}: 1 more lead`);
    expect(sent).toContainEqual(expect.stringContaining(`${world.people.berlinAdmin.email}: New lead`));
  });

  it('NT-4 a new lead that was answered, or whose time ran out, before its mail went out', async () => {
    const answered = await server.make.lead(world.contoso.id);
    const overdue = await server.make.lead(world.contoso.id, {
      expires_at: new Date(testNow.getTime() + minute),
    });
    const closed = await server.make.lead(world.contoso.id);
    await waiting.arrive(answered, overdue, closed);
    await waiting.update(answered, { status: 'Won' });
    await waiting.update(closed, { status: 'ClosedAsError' });
    waiting.later(minute);
    expect(await waiting.sendAll()).toEqual([]);
    expect((await waiting.dropped()).map((one) => one.split(': ')[1]).sort()).toEqual([
      'answered-before',
      'answered-before',
      'expired-before',
    ]);
  });

  it('NT-4 a lead that was deleted meanwhile', async () => {
    const leadId = await server.make.lead(world.contoso.id);
    await waiting.arrive(leadId);
    await server.database.ownerDb.deleteFrom('lead').where('id', '=', leadId).execute();
    expect(await waiting.sendAll()).toEqual([]);
    expect(await waiting.dropped()).toEqual([`${world.people.admin.email}: lead-gone`]);
  });
});
