import { describe, expect, it } from 'vitest';
import { actionBodies } from '../../../../test/lead-world.ts';
import { testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { useWaitingWorld } from './asked-again.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld();

const munich = () => ({ location_id: world.munich.id });

describe('NT-3: reminders and teams', () => {
  async function remind(...leadIds: string[]) {
    await waiting.work('lead.remind', { organizationId: world.contoso.id, leadIds });
  }

  it('NT-3 a reminder is switched off while it waits', async () => {
    await remind(await server.make.lead(world.contoso.id));
    await waiting.switchOff(world.people.admin.id, 'expiring-soon');
    expect(await waiting.sendAll()).toEqual([]);
    expect(await waiting.dropped()).toEqual([`${world.people.admin.email}: switched-off`]);
  });

  it('NT-3 a reminder lists what waits, and leads to views that hold all of it', async () => {
    const ids = [
      await server.make.lead(world.contoso.id),
      await server.make.lead(world.contoso.id),
      await server.make.lead(world.contoso.id, { qualification: 'SalesQualified' }),
    ];
    await remind(...ids);
    await waiting.update(ids[0] ?? '', { status: 'Accepted' });
    expect(await waiting.sendAll()).toEqual([`${world.people.admin.email}: 2 leads expiring soon`]);
    const { text = '' } = waiting.taken()[0]?.mail ?? {};
    const links = [...text.matchAll(/\/leads\?(\S+)/g)].map(([, query]) => query);
    const found: string[] = [];
    for (const query of links) {
      const answer = await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin });
      expect(answer.status, answer.text).toBe(200);
      found.push(...(answer.json as { items: { id: string }[] }).items.map(({ id }) => id));
    }
    expect(found.sort()).toEqual(ids.slice(1).sort());
  });

  it('NT-3 a reminder whose recipient left goes to whoever is responsible now', async () => {
    await remind(await server.make.lead(world.contoso.id, munich()));
    await waiting.leave(world.people.munichAdmin.id);
    expect(await waiting.sendAll()).toEqual([
      expect.stringContaining(`${world.people.admin.email}: Expiring soon`),
    ]);
  });

  async function join(mate: { id: string }) {
    const leadId = await server.make.lead(world.contoso.id, munich());
    const { acceptance } = actionBodies(world.people.admin.id);
    const answer = await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
      as: world.as.admin,
      body: { ...acceptance, teamMemberIds: [world.people.admin.id, mate.id] },
    });
    expect(answer.status, answer.text).toBe(200);
    await server.queue.run('lead.tell');
    return leadId;
  }

  it.each<[string, string, (leadId: string, personId: string) => Promise<unknown>]>([
    ['who left', 'left-organization', (_, personId) => waiting.leave(personId)],
    ['who is disabled', 'account-disabled', (_, personId) => waiting.disable(personId)],
    [
      'who was taken out of the team',
      'off-team',
      (leadId, personId) =>
        server.database.ownerDb
          .deleteFrom('lead_team_member')
          .where('lead_id', '=', leadId)
          .where('person_id', '=', personId)
          .execute(),
    ],
    ['who switched it off', 'switched-off', (_, personId) => waiting.switchOff(personId, 'team-assignment')],
    ['of a lead that was closed', 'answered-before', (leadId) => waiting.update(leadId, { status: 'Lost' })],
    [
      'of a lead at a location that their role does not cover',
      'out-of-scope',
      (leadId) => waiting.update(leadId, { location_id: world.berlin.id }),
    ],
  ])('NT-3 a team member %s hears nothing of it', async (_what, reason, happen) => {
    const { munichUser } = world.people;
    const leadId = await join(munichUser);
    await happen(leadId, munichUser.id);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await waiting.dropped()).toEqual([`${munichUser.email}: ${reason}`]);
  });

  it('NT-3 a team member who is still there hears', async () => {
    await join(world.people.munichUser);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining('You are on the team')]);
  });
});

describe('LC-4: senders, customers and the operator', () => {
  async function expire(columns: object) {
    const leadId = await server.make.lead(world.contoso.id, {
      status: 'Expired',
      closed_at: testNow,
      ...columns,
    });
    const id = newId();
    await server.database.ownerDb
      .insertInto('lead_event')
      .values({
        organization_id: world.contoso.id,
        id,
        lead_id: leadId,
        type: 'lead.expired',
        at: testNow,
        actor_kind: 'system',
        actor_name: 'Leadlight',
        version: 2,
      })
      .execute();
    return { leadId, eventId: id };
  }
  async function tell(...events: { eventId: string }[]) {
    const eventIds = events.map(({ eventId }) => eventId);
    await waiting.work('lead.tell', { organizationId: world.contoso.id, eventIds });
  }

  it('NT-3 a sender who left while the mail waits: whoever runs their organization is told in their place', async () => {
    const { seller, operatorAdmin } = world.people;
    const sent = {
      qualification: 'SalesQualified',
      sender_organization_id: world.operator.id,
      sender_person_id: seller.id,
      sender_name: seller.name,
    };
    const expired = await expire(sent);
    await tell(expired);
    await waiting.leave(seller.id);
    expect(await waiting.sendAll()).toEqual([
      expect.stringContaining(`${operatorAdmin.email}: Contoso did not answer`),
    ]);
    expect(waiting.taken()[0]?.mail.text).toContain(`the lead that ${seller.name} sent to Contoso`);
    expect(await waiting.panel(expired.leadId)).toContainEqual(
      expect.stringContaining('they no longer work here'),
    );
  });

  it('LC-4 the operator reads for each lead whether its customer was told, and so does the lead’s page', async () => {
    const cases = {
      told: { door: 'profile-page' },
      'no-address': { door: 'profile-page', contact_email: null },
      'invalid-address': { door: 'offer-page', email_validity: 'Invalid' },
      'no-consent': { door: 'marketplace', contact_allowed: false },
      'came-by-program': { door: 'api' },
    };
    const made = [];
    for (const columns of Object.values(cases)) made.push(await expire(columns));
    await tell(...made);
    await waiting.sendAll();
    const toOperator = waiting.taken().find(({ to }) => to === world.people.operatorAdmin.email);
    const { text = '' } = toOperator?.mail ?? {};
    expect(toOperator?.mail.subject).toBe('5 leads expired without an answer');
    expect(text.match(/Customer told, and offered other partners/g)).toHaveLength(1);
    expect(text.match(/Customer not told: /g)).toHaveLength(4);
    const pages = [];
    for (const { leadId } of made)
      pages.push((await waiting.panel(leadId)).find((one) => one.startsWith('The customer')));
    expect(pages).toEqual([
      'The customer: An email was sent.',
      'The customer: Not emailed: the customer gave no email address.',
      'The customer: Not emailed: the email address is invalid.',
      'The customer: Not emailed: the customer didn’t agree to be contacted.',
      'The customer: Not emailed: the lead came from a program, not from the customer.',
    ]);
  });

  it.each<[string, string, object]>([
    ['whose address was erased', 'no-address', { contact_email: null }],
    ['whose address turned out to be invalid', 'invalid-address', { email_validity: 'Invalid' }],
    ['who took their consent back', 'no-consent', { contact_allowed: false }],
  ])(
    'IN-6 a customer %s while the mail waits is not written to, and the ledger says so',
    async (_what, reason, columns) => {
      const expired = await expire({ door: 'profile-page', contact_email: 'Ada@customer.test' });
      await tell(expired);
      await waiting.update(expired.leadId, columns);
      const sent = await waiting.sendAll();
      expect(sent.filter((one) => one.toLowerCase().startsWith('ada@'))).toEqual([]);
      expect(await waiting.dropped()).toEqual([`Ada@customer.test: ${reason}`]);
      expect((await waiting.panel(expired.leadId)).join()).toContain('The customer: Not emailed');
      // The operator's email went out after that, and says so.
      expect(waiting.taken().find(({ to }) => to === world.people.operatorAdmin.email)?.mail.text).toContain(
        'Customer not told',
      );
    },
  );

  it('LC-3 a customer who withdrew the request while the mail waits', async () => {
    await tell(await expire({ door: 'profile-page', contact_email: 'ada@customer.test' }));
    await server.database.ownerDb.updateTable('customer_request').set({ withdrawn_at: testNow }).execute();
    await waiting.sendAll();
    expect(await waiting.dropped()).toEqual(['ada@customer.test: request-withdrawn']);
  });

  it('LC-4 a mail that the customer’s server refuses is not called told', async () => {
    waiting.become({
      refuses: new Map([['ada@customer.test', { code: 550, text: '5.1.1 no such user' }]]),
    });
    const expired = await expire({ door: 'profile-page', contact_email: 'ada@customer.test' });
    await tell(expired);
    await waiting.sendAll();
    expect((await waiting.panel(expired.leadId)).join()).toContain(
      'The customer: An email could not be delivered',
    );
  });

  it('LC-4 an Operator admin who left is not told; the others are', async () => {
    const other = await server.make.person(world.operator.id, 'operator-admin');
    const expired = await expire({ door: 'api' });
    await tell(expired);
    await waiting.leave(world.people.operatorAdmin.id);
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(`${other.email}: 1 lead expired`)]);
  });
});
