import { describe, expect, it } from 'vitest';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionBodies } from '../../../../test/lead-world.ts';
import { holdTable } from '../../../../test/locks.ts';
import { body } from '../../../../test/server.ts';
import { formTo, readForms, useRequestWorld } from './customer-requests.fixture.ts';
import { withdrawalNote } from './customer-requests.rules.ts';

// All use one address, which has a daily limit: each test begins without emails.
const world = useRequestWorld();

describe('LC-7: withdrawing a request', () => {
  async function withdraw(path: string) {
    const asked = await world.visit('GET', `${path}/withdraw`);
    const [form] = readForms(asked.text);
    if (!form) throw new Error('nothing to confirm');
    return world.visit('POST', form.action, { form: form.fields });
  }

  async function makeForwarded() {
    const { path, requestId } = await world.makeDeclined();
    const form = formTo((await world.visit('GET', path)).text, 'Fabrikam');
    await world.visit('POST', form.action, { form: form.fields });
    const [lead] = (await world.forwardedTo(world.fabrikam)).filter(
      (one) => one.customer_request_id === requestId,
    );
    return { path, requestId, form, leadId: lead?.id ?? '' };
  }

  const timelineOf = async (leadId: string) => {
    const answer = await world.server.request('GET', `/api/v1/leads/${leadId}/timeline`, {
      as: world.fabrikam.as,
    });
    return body(leadTimeline, answer).items;
  };

  it('closes a lead that waits, after asking, for good', async () => {
    const { path, leadId, requestId, form } = await makeForwarded();
    expect((await world.visit('GET', `${path}/withdraw`)).text).toContain('Anfrage zurückziehen?');
    const done = await withdraw(path);
    expect([done.status, done.headers.get('location')]).toEqual([303, path]);
    const details = await world.server.request('GET', `/api/v1/leads/${leadId}`, { as: world.fabrikam.as });
    expect(body(leadShape, details)).toMatchObject({
      outcome: 'ClosedAsError',
      closing: { errorReason: 'Other', notes: withdrawalNote },
      version: 2,
    });
    expect((await timelineOf(leadId)).at(-1)).toMatchObject({
      type: 'lead.closed-as-error',
      actor: { kind: 'customer' },
      note: withdrawalNote,
    });
    const { text } = await world.visit('GET', path);
    expect(text).toContain('Von Ihnen zurückgezogen');
    expect(text).toContain('Sie haben diese Anfrage am 20. November 2026 zurückgezogen');
    expect(readForms(text)).toEqual([]);
    expect((await world.visit('GET', `${path}/withdraw`)).status).toBe(303);
    const refused = await world.visit('POST', form.action, { form: form.fields });
    expect(refused.status).toBe(409);
    expect(
      (await world.forwardedTo(world.fabrikam)).filter((one) => one.customer_request_id === requestId),
    ).toHaveLength(1);
  });

  it('leaves a lead that was accepted with the partner, and tells both', async () => {
    const { path, leadId } = await makeForwarded();
    const { acceptance } = actionBodies(world.fabrikam.personId);
    await world.server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
      as: world.fabrikam.as,
      body: acceptance,
    });
    expect((await world.visit('GET', `${path}/withdraw`)).text).toContain(
      'hat Ihre Anfrage schon angenommen',
    );
    expect((await withdraw(path)).status).toBe(303);
    expect((await timelineOf(leadId)).at(-1)).toMatchObject({
      type: 'lead.withdrawn-by-customer',
      note: withdrawalNote,
    });
    const { text } = await world.visit('GET', path);
    expect(text).toContain('hatte sie vorher angenommen');
    expect(text).not.toContain('1.250.000');
    const details = await world.server.request('GET', `/api/v1/leads/${leadId}`, { as: world.fabrikam.as });
    expect(body(leadShape, details)).toMatchObject({ status: 'Accepted', version: 2 });
  });

  it.each(['withdrawal', 'acceptance'] as const)(
    'LC-9: of a withdrawal and an acceptance at once, the %s comes first and the other knows',
    async (first) => {
      const { path, leadId } = await makeForwarded();
      const [form] = readForms((await world.visit('GET', `${path}/withdraw`)).text);
      const { acceptance } = actionBodies(world.fabrikam.personId);
      const acts = {
        withdrawal: () => world.visit('POST', form?.action ?? '', { form: form?.fields }),
        acceptance: () =>
          world.server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
            as: world.fabrikam.as,
            body: acceptance,
            headers: { 'if-match': '"1"' },
          }),
      };
      // The first one has locked the lead, and is stopped before it records its event.
      const held = await holdTable(world.server.database.connectionString, 'lead_event');
      const begun = acts[first]();
      await held.waiting();
      const second = acts[first === 'withdrawal' ? 'acceptance' : 'withdrawal']();
      await held.release();
      const statuses = [(await begun).status, (await second).status];
      expect(statuses).toEqual(first === 'withdrawal' ? [303, 409] : [200, 303]);
      const types = (await timelineOf(leadId)).map(({ type }) => type);
      expect(types.filter((type) => /accepted|closed|withdrawn/.test(type))).toEqual(
        first === 'withdrawal' ? ['lead.closed-as-error'] : ['lead.accepted', 'lead.withdrawn-by-customer'],
      );
    },
  );

  it('happens once of many clicks at once, and not without the form that asks', async () => {
    const { path, leadId } = await makeForwarded();
    const before = await world.stored();
    const wrong = await world.visit('POST', `${path}/withdraw`, { form: { formToken: 'x' } });
    expect(wrong.status).toBe(400);
    expect(await world.stored()).toEqual(before);
    const [form] = readForms((await world.visit('GET', `${path}/withdraw`)).text);
    const clicks = await Promise.all(
      [1, 2, 3].map(() => world.visit('POST', form?.action ?? '', { form: form?.fields })),
    );
    expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await timelineOf(leadId)).filter(({ note }) => note === withdrawalNote)).toHaveLength(1);
  });
});
