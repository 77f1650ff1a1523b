import { expect, it } from 'vitest';
import { password } from '../../../../test/factories.ts';
import { openSession } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { useTestServer } from '../../../../test/server.ts';
import { newSecret } from '../../../platform/ids.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner());
const person = useMade(() => server.make.person(contoso.id, 'referrals-admin', 'account-admin'));
const as = useMade(() => openSession(server, person.id, contoso.id));

/** What must not be in the log, each recognisable. */
const secret = {
  email: 'zebulon@quagga-mail.test',
  phone: '+49 171 9876543',
  firstName: 'Zebulon',
  lastName: 'Quaggafreund',
  company: 'Quagga Handels GmbH',
  message: 'Meet me behind the aviary',
  title: 'Tierpfleger',
  dealName: 'Aardvark enclosure',
  wrongPassword: 'hunter2-aardvark',
  search: 'quaggafreund',
};

const contact = {
  firstName: secret.firstName,
  lastName: secret.lastName,
  email: secret.email,
  phone: secret.phone,
  title: secret.title,
};

/** The marketplace's payload with everything in it. */
const payload = (more: object = {}) => ({
  UserDetails: {
    FirstName: secret.firstName,
    LastName: secret.lastName,
    Email: secret.email,
    Phone: secret.phone,
    Company: secret.company,
    Title: secret.title,
    Country: 'DE',
  },
  LeadSource: 'SPZA',
  Description: secret.message,
  ...more,
});

/** Every door and every kind of error, with contact details in all places where people put them. */
async function script(key: string, token: string) {
  const { request } = server;
  const query = `search=${secret.search}&email=${encodeURIComponent(secret.email)}`;
  const statuses: number[] = [];
  const ask = async (...call: Parameters<typeof request>) => statuses.push((await request(...call)).status);
  await ask('POST', '/api/v1/session', { body: { email: secret.email, password: secret.wrongPassword } });
  await ask('POST', '/api/v1/session', { body: { email: secret.email, password, extra: secret.phone } });
  await ask('POST', '/api/v1/session', { body: `{"email":"${secret.email}","password":` });
  await ask('POST', `/intake/marketplace/${key}`, { body: payload() });
  await ask('POST', `/intake/marketplace/${key}`, {
    body: payload({ Description: 'x'.repeat(6000) + secret.message }),
  });
  await ask('POST', `/intake/marketplace/${key}x`, { body: payload() });
  await ask('POST', `/intake/marketplace/${key}`, { body: 'x'.repeat(300_000) + secret.email });
  const lead = { contact, customerName: secret.company, message: secret.message };
  await ask('POST', '/api/v1/leads', { as: { token }, body: lead });
  await ask('POST', '/api/v1/leads', { as: { token }, body: { ...lead, [secret.email]: 1 } });
  await ask('GET', `/api/v1/leads?search=${secret.search}`, { as });
  await ask('GET', `/api/v1/leads?${query}`, { as });
  await ask('GET', `/api/v1/leads/export?search=${secret.search}`, { as });
  await ask('GET', `/api/v1/leads/${encodeURIComponent(secret.email)}`, { as });
  await ask('GET', `/nothing/${encodeURIComponent(secret.email)}?${query}`, { as });
  await ask('GET', '/api/v1/leads', { as: { token: `${token}x` } });
  await ask('GET', '/api/v1/me', { headers: { 'user-agent': secret.email, 'x-request-id': secret.email } });
  return statuses;
}

it('DP-2 no contact detail, password, key or token gets into the log, whatever goes wrong', async () => {
  const key = await server.make.marketplaceKey(contoso.id);
  const token = await server.make.apiToken(contoso.id, 'leads:create', 'leads:read');
  const statuses = await script(key, token);
  expect(statuses.every((status) => status < 500)).toBe(true);
  expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(3);

  // The database refuses, and says in its error which row it was.
  const id = await server.make.acceptedLead(contoso.id, {
    contact_email: secret.email,
    message: secret.message,
  });
  const { ownerPool } = server.database;
  await ownerPool.query(`
    create function refuse() returns trigger language plpgsql as $$
    begin
      raise exception 'bad row % %', new.contact_email, new.deal_name
        using errcode = '23514', detail = new::text, hint = new.message, constraint = 'refused_by_test';
    end $$;
    create trigger refuse before insert or update on lead for each row execute function refuse()`);
  const edit = { as, body: { dealName: secret.dealName }, headers: { 'if-match': '"1"' } };
  const refusals = [
    await server.request('PATCH', `/api/v1/leads/${id}`, edit),
    await server.request('POST', `/intake/marketplace/${key}`, { body: payload({ OfferTitle: 'Another' }) }),
  ];
  // A table that is missing: another kind of error.
  await ownerPool.query('alter table lead rename to lead_gone');
  refusals.push(await server.request('GET', `/api/v1/leads?search=${secret.search}`, { as }));
  await ownerPool.query('alter table lead_gone rename to lead');
  for (const refusal of refusals) {
    expect(refusal.status).toBe(500);
    expect(refusal.json).toMatchObject({ code: 'internal' });
    expectNoSecret(refusal.text, key, token);
  }

  const log = server.logged.join('');
  expect(server.logged.length).toBeGreaterThan(statuses.length);
  expect(log).toContain('23514');
  expect(log).toContain('42P01');
  expectNoSecret(log, key, token);
});

it('DP-2 a request id that somebody gives is taken only when it is one', async () => {
  const given = await server.request('GET', '/health/live', { headers: { 'x-request-id': 'order-66' } });
  expect(given.headers.get('x-request-id')).toBe('order-66');
  const odd = await server.request('GET', '/health/live', { headers: { 'x-request-id': secret.email } });
  expect(odd.headers.get('x-request-id')).not.toContain('@');
});

it('DP-2 what is looked for here would be found', () => {
  expect(() => expectNoSecret(`{"x":"${secret.email}"}`, 'key', 'token')).toThrow();
  expect(() => expectNoSecret('a key-of-somebody', 'key-of-somebody', newSecret('llt'))).toThrow();
});

function expectNoSecret(text: string, key: string, token: string) {
  const cookie = 'cookie' in as ? as.cookie.split('=')[1] : undefined;
  const wanted = [...Object.values(secret), '9876543', password, key, token, cookie ?? key];
  for (const one of wanted) expect(text.toLowerCase().includes(one.toLowerCase()), one).toBe(false);
}
