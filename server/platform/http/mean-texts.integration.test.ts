import { beforeAll, describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { intakeReceipt } from '../../../contract/intake/intake.ts';
import { lead, leadTimeline } from '../../../contract/leads/leads.ts';
import { meanTexts } from '../../../test/hostile.ts';
import { useMade } from '../../../test/made.ts';
import { body, useTestServer } from '../../../test/server.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner('Contoso'));
const person = useMade(() => server.make.person(contoso.id, 'account-admin', 'referrals-admin'));
const admin = useMade(() => server.signIn(person));
const token = useMade(async () => ({ token: await server.make.apiToken(contoso.id, 'leads:create') }));
let key: string;
let counter = 0;

beforeAll(async () => {
  await server.make.organization('operator', 'Vendor');
  key = await server.make.marketplaceKey(contoso.id);
});

const get = (path: string) => server.request('GET', path, { as: admin });

describe('SQL, HTML and strange letters', () => {
  it.each(meanTexts)('from a marketplace come back letter by letter: %j', async (text) => {
    const fields = { FirstName: text, LastName: text, Email: text, Phone: text, Company: text, Title: text };
    const answer = await server.request('POST', `/intake/marketplace/${key}`, {
      body: {
        UserDetails: fields,
        LeadSource: 'AppSource',
        ActionCode: 'PLT',
        OfferTitle: text,
        Description: text,
      },
    });
    expect(answer.status, answer.text).toBe(201);
    const shown = await get(`/api/v1/leads/${body(intakeReceipt, answer).leadId}`);
    expect(shown.headers.get('content-type')).toMatch(/^application\/json/);
    const said = text.trim();
    expect(body(lead, shown)).toMatchObject({
      customerName: said,
      contact: { firstName: said, lastName: said, title: said, email: said, phone: said },
      message: said,
      offer: { title: said },
    });
  });

  it.each(meanTexts)('in lead source and action code harm nobody: %j', async (text) => {
    for (const source of [text, `AppSource-${text}`, `${text}|${text}`, `AppSource|contoso.${text}`]) {
      const answer = await server.request('POST', `/intake/marketplace/${key}`, {
        body: {
          UserDetails: { Email: `x${++counter}@example.test` },
          LeadSource: source,
          ActionCode: text.slice(0, 50),
        },
      });
      expect(answer.status, `${source}: ${answer.text}`).toBe(201);
    }
  });

  it.each(meanTexts)('in the life of a lead come back letter by letter: %j', async (text) => {
    const created = await server.request('POST', '/api/v1/leads', {
      as: token,
      body: { customerName: text, contact: { email: text }, message: text, leadSource: text.slice(0, 50) },
    });
    const { leadId } = body(intakeReceipt, created);
    const deal = {
      dealName: text,
      estimatedValue: { amountMinor: 1, currency: 'EUR' },
      teamMemberIds: [person.id],
      estimatedPurchaseDate: '2027-01-01',
      notes: text,
      crmId: text,
      campaignId: text,
      employees: [{ name: text, email: text, phone: text }],
    };
    await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, { as: admin, body: deal });
    await server.request('POST', `/api/v1/leads/${leadId}/outcome`, {
      as: admin,
      body: { outcome: 'Lost', reason: 'Other', notes: text },
    });
    const said = text.trim();
    expect(body(lead, await get(`/api/v1/leads/${leadId}`))).toMatchObject({
      dealName: said,
      deal: { name: said, notes: said, crmId: said, campaignId: said },
      employees: [{ name: said, email: said, phone: said }],
      closing: { notes: said },
    });
    expect(body(leadTimeline, await get(`/api/v1/leads/${leadId}/timeline`)).items).toHaveLength(3);
  });

  it.each(meanTexts)('can be searched and filtered for: %j', async (text) => {
    const term = encodeURIComponent(text.trim().slice(0, 20));
    for (const path of [`/api/v1/leads?search=${term}`, `/api/v1/leads/facets?customerNameContains=${term}`])
      expect((await get(path)).status).toBe(200);
    const filtered = await get(`/api/v1/leads?customerName=${encodeURIComponent(text)}`);
    expect((filtered.json as { total: number }).total).toBeGreaterThan(0);
  });

  it.each(meanTexts)(
    'in names of people, tokens and endpoints come back letter by letter: %j',
    async (text) => {
      const renamed = await server.request('PATCH', '/api/v1/me', { as: admin, body: { name: text } });
      expect(body(me, renamed).person.name).toBe(text.trim());
      for (const [path, rest] of [
        ['/api/v1/api-tokens', { scopes: ['leads:read'] }],
        ['/api/v1/intake-endpoints', {}],
      ] as const) {
        const made = await server.request('POST', path, { as: admin, body: { name: text, ...rest } });
        expect(made.status, made.text).toBe(201);
        expect((made.json as { name: string }).name).toBe(text.trim());
      }
    },
  );

  it('the tables are all still there, and no answer may be taken for a page', async () => {
    const answer = await get('/api/v1/leads?limit=200');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((answer.json as { total: number }).total).toBeGreaterThan(meanTexts.length * 2);
  });
});
