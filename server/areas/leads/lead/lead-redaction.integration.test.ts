import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadShape } from '../../../../contract/leads/leads.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, type TestServer, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();
const token = useMade(async () => ({
  token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write'),
}));

/** What must be nowhere: each as the lead has it, and as somebody might search for it. */
const secrets = {
  contact_first_name: 'Wilhelmina',
  contact_last_name: 'Quastenflosser',
  contact_title: 'Oberbedenkenträgerin',
  contact_email: 'wilhelmina@quastenflosser.test',
  contact_phone: '+49 171 5550199',
  message: 'Ring me at the lighthouse, extension zwölf',
};
const terms = ['wilhelmina', 'quastenflosser', 'oberbedenken', 'wilhelmina@', '5550199', 'lighthouse'];
const customer = 'Coelacanth Ltd';

const day = 86_400_000;
const longAgo = new Date(testNow.getTime() - 20 * day);
const hidden: Record<string, Parameters<TestServer['make']['lead']>[1]> = {
  'LC-4 expired': { status: 'Expired', closed_at: testNow, received_at: longAgo },
  'LC-4 overdue, not yet written down': { status: 'Received', received_at: longAgo },
  'LC-4 overdue since this very moment': {
    status: 'Received',
    received_at: new Date(testNow.getTime() - 14 * day),
  },
  'IN-6 received without consent': { contact_allowed: false },
  'IN-6 accepted without consent': { contact_allowed: false, status: 'Accepted', accepted_at: testNow },
  'IN-6 won without consent': {
    contact_allowed: false,
    status: 'Won',
    accepted_at: testNow,
    closed_at: testNow,
  },
  'IN-6 informational without consent': { contact_allowed: false, status: null },
};
const cases = Object.keys(hidden);
const ids = new Map<string, string>();

beforeAll(async () => {
  for (const name of cases) {
    // An address in the field of the country.
    const mended = [{ field: 'country', mending: 'not-understood', sent: secrets.contact_email }];
    const columns = {
      ...{ ...hidden[name], ...secrets, customer_name: customer, location_id: world.munich.id },
      mended: JSON.stringify(mended),
    };
    const id = await world.lead(columns);
    ids.set(name, id);
    await server.make.teamMember(world.contoso.id, id, world.people.user.id);
  }
});

function expectNoSecret(text: string) {
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  expect(text).not.toContain('5550199');
}

const readers = () => [world.as.admin, world.as.munichAdmin, world.as.user, token];
const get = (path: string, as: Caller) => server.request('GET', path, { as });

describe('LC-4, IN-6: contact details that must not be shown are nowhere', () => {
  it.each(cases)('%s: details, timeline and neighbors', async (name) => {
    const id = ids.get(name);
    const why = name.startsWith('LC-4') ? 'Expired' : 'NoConsent';
    for (const as of readers()) {
      const answer = await get(`/api/v1/leads/${id}`, as);
      const shown = body(leadShape, answer);
      expect(shown).toMatchObject({
        contact: null,
        contactWithheld: why,
        message: null,
        customerName: customer,
      });
      if (why === 'Expired')
        expect(shown).toMatchObject({ status: 'Archived', outcome: 'Expired', expiresAt: null });
      expectNoSecret(answer.text);
      for (const tail of ['timeline', 'neighbors']) {
        const other = await get(`/api/v1/leads/${id}/${tail}`, as);
        expect(other.status).toBe(200);
        expectNoSecret(other.text);
      }
    }
  });

  it('LC-4, IN-6 the list shows the leads without their contacts', async () => {
    for (const as of readers()) {
      const answer = await get('/api/v1/leads?limit=200', as);
      const page = body(leadPage, answer);
      expect(page.total).toBe(cases.length);
      expect(page.items.every((item) => item.contact === null && item.contactWithheld !== null)).toBe(true);
      expectNoSecret(answer.text);
    }
  });

  it.each(terms)('LC-4, IN-6 cannot be found by %j: list, counts, export, neighbors', async (term) => {
    for (const as of readers()) {
      const query = `search=${encodeURIComponent(term)}`;
      expect(body(leadPage, await get(`/api/v1/leads?${query}`, as))).toMatchObject({ items: [], total: 0 });
      const facets = await get(`/api/v1/leads/facets?${query}`, as);
      expect(facets.json).toMatchObject({ facets: { status: [], customerName: [], emailValidity: [] } });
      const neighbors = await get(`/api/v1/leads/${ids.get('LC-4 expired')}/neighbors?${query}`, as);
      expect(neighbors.json).toEqual({ previousId: null, nextId: null });
      if (as === world.as.user) continue;
      const file = await get(`/api/v1/leads/export?${query}`, as);
      expect(file.headers.get('x-total-rows')).toBe('0');
    }
  });

  it('LC-4, IN-6 are still found by what may be shown, and only there', async () => {
    const page = body(leadPage, await get('/api/v1/leads?search=coelacanth', world.as.admin));
    expect(page.total).toBe(cases.length);
    for (const item of page.items) expect(item.foundIn).toEqual(['customer']);
  });

  it('LC-4 the export has the rows without the contacts (EX-1)', async () => {
    const file = await get('/api/v1/leads/export', world.as.admin);
    expectNoSecret(file.text);
    const rows: Record<string, string>[] = parse(file.text, { bom: true, columns: true });
    expect(rows.length).toBe(cases.length);
    for (const row of rows) {
      expect(row.ContactWithheld).toMatch(/^(Expired|NoConsent)$/);
      for (const column of [
        'ContactFirstName',
        'ContactLastName',
        'ContactTitle',
        'Email',
        'Phone',
        'Message',
      ])
        expect(row[column], column).toBe('');
    }
  });

  it('LC-4 counts give nothing away either', async () => {
    for (const as of readers()) expectNoSecret((await get('/api/v1/leads/facets', as)).text);
    const narrowed = await get('/api/v1/leads/facets?customerNameContains=quasten', world.as.admin);
    expect(narrowed.json).toMatchObject({ facets: { customerName: [] } });
  });

  it('LC-4 a refused action and a conflict show no contact of an expired lead', async () => {
    for (const name of cases.filter((one) => one.startsWith('LC-4'))) {
      const answer = await server.request('POST', `/api/v1/leads/${ids.get(name)}/decline`, {
        as: world.as.admin,
        body: { reason: 'NoCapacity' },
      });
      expect(answer.status).toBe(409);
      expect(answer.json).toMatchObject({ code: 'action-not-possible', current: { contact: null } });
      expectNoSecret(answer.text);
    }
  });

  it('IN-6 an action answers without the contact too', async () => {
    const id = ids.get('IN-6 received without consent');
    const answer = await server.request(
      'PATCH',
      `/api/v1/leads/${ids.get('IN-6 accepted without consent')}`,
      {
        as: world.as.admin,
        headers: { 'if-match': '"1"' },
        body: { dealName: 'A deal' },
      },
    );
    expect(answer.status).toBe(200);
    expectNoSecret(answer.text);
    const declined = await server.request('POST', `/api/v1/leads/${id}/decline`, {
      as: world.as.admin,
      body: { reason: 'NoCapacity' },
    });
    expect(declined.status).toBe(200);
    expectNoSecret(declined.text);
  });

  it('LC-4 to the minute: what is shown at 13:59 hours to go is hidden at 14 days', async () => {
    const received_at = new Date(testNow.getTime() - 14 * day + 60_000);
    const id = await world.lead({ ...secrets, received_at });
    const email = async () => body(leadShape, await get(`/api/v1/leads/${id}`, token)).contact?.email;
    const hits = async () => body(leadPage, await get('/api/v1/leads?search=quastenfl', token)).total;
    server.clock.set(new Date(testNow.getTime() + 59_999));
    expect([await email(), await hits()]).toEqual([secrets.contact_email, 1]);
    server.clock.set(new Date(testNow.getTime() + 60_000));
    expect([await email(), await hits()]).toEqual([undefined, 0]);
    server.clock.set(testNow);
    await server.database.ownerDb.deleteFrom('lead').where('id', '=', id).execute();
  });
});

describe('LC-8: an informational lead whose time is over is nowhere', () => {
  it('LC-8 not listed, opened, searched, counted, exported, marked or walked to', async () => {
    const until = new Date(testNow.getTime() + day);
    const columns = { ...secrets, status: null, customer_name: 'Ephemeral AG', available_until: until };
    const id = await world.lead(columns);
    const next = await world.lead({ customer_name: 'Neighbor' });
    const as = token;
    await server.request('PUT', `/api/v1/leads/${id}/favorite`, { as: world.as.admin });
    const look = async () => ({
      opened: (await get(`/api/v1/leads/${id}`, as)).status,
      timeline: (await get(`/api/v1/leads/${id}/timeline`, as)).status,
      listed: (await get('/api/v1/leads?limit=200', as)).text.includes(id),
      byName: body(leadPage, await get('/api/v1/leads?search=ephemeral', as)).total,
      byContact: body(leadPage, await get('/api/v1/leads?search=quastenfl', as)).total,
      byId: body(leadPage, await get(`/api/v1/leads?search=${id}`, as)).total,
      counted: (await get('/api/v1/leads/facets', as)).text.includes('Ephemeral'),
      exported: (await get('/api/v1/leads/export', as)).text.includes('Ephemeral'),
      neighbors: (await get(`/api/v1/leads/${next}/neighbors`, as)).text.includes(id),
      favorites: body(leadPage, await get('/api/v1/leads?tab=favorites', world.as.admin)).total,
      mark: (await server.request('PUT', `/api/v1/leads/${id}/favorite`, { as: world.as.admin })).status,
    });
    server.clock.set(new Date(until.getTime() - 1));
    expect(await look()).toEqual({
      ...{ opened: 200, timeline: 200, listed: true, byName: 1, byContact: 1, byId: 1 },
      ...{ counted: true, exported: true, neighbors: true, favorites: 1, mark: 204 },
    });
    server.clock.set(until);
    expect(await look()).toEqual({
      ...{ opened: 404, timeline: 404, listed: false, byName: 0, byContact: 0, byId: 0 },
      ...{ counted: false, exported: false, neighbors: false, favorites: 0, mark: 404 },
    });
    server.clock.set(testNow);
  });
});
