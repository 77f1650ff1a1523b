import { describe, expect, it } from 'vitest';
import { useMade } from '../../../../test/made.ts';
import { type Answer, testNow, useTestServer } from '../../../../test/server.ts';
import { openPublicForm } from './form-test-support.ts';

const server = useTestServer({ env: { LEADLIGHT_TRUST_PROXY: '1' } });
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const partner = useMade(() => server.make.partner('Contoso'));
let senders = 0;

const profileOf = async (country: string) => {
  const made = await server.make.profile(partner, partner.location.id, country);
  return { ...made, path: `/partners/${country.toLowerCase()}/${made.slug}` };
};
const get = (path: string) => server.request('GET', path);
const send = (path: string, form: Record<string, string>) =>
  server.request('POST', path, {
    body: new URLSearchParams(form),
    headers: { 'x-forwarded-for': `198.51.100.${++senders}` },
  });
const openForm = async (path: string, message: string) => ({
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@customer.test',
  country: 'GB',
  consent: 'on',
  message,
  ...(await openPublicForm(server, path)).fields,
});
const leadSaying = async (message: string) => {
  const { rows } = await server.database.ownerPool.query(
    'select organization_id, location_id from lead where message = $1',
    [message],
  );
  return rows;
};
const leadsTo = ({ status, headers }: Answer) => [status, headers.get('location')];
const update = (profileId: string, set: string) =>
  server.database.ownerPool.query(`update business_profile set ${set} where id = $1`, [profileId]);

describe('DI-1 addresses of pages', () => {
  it('former ones lead on for good, and so does another country; forms that were open are taken', async () => {
    const { slug, path } = await profileOf('DE');
    for (const former of [`/p/${slug}`, `/partners/at/${slug}`])
      expect(leadsTo(await get(former))).toEqual([301, path]);
    expect(leadsTo(await get(`/p/${slug}/thanks`))).toEqual([301, `${path}/thanks`]);
    expect((await send(`/p/${slug}`, await openForm(path, 'Through the old door'))).status).toBe(303);
    expect(await leadSaying('Through the old door')).toEqual([
      { organization_id: partner.id, location_id: partner.location.id },
    ]);
  });

  it('BP-14 a page that was taken away says so; what its open form sends waits with the operator', async () => {
    const { id, slug, path } = await profileOf('AT');
    const form = await openForm(path, 'Still there?');
    expect(operator.id).toBeDefined();
    await update(id, 'published_at = null');
    for (const former of [path, `/p/${slug}`, `${path}/thanks`]) {
      const gone = await get(former);
      expect(gone.status).toBe(410);
      expect(gone.text).toContain('This page is gone');
    }
    expect(leadsTo(await send(path, form))).toEqual([303, '/partners/received']);
    expect((await get('/partners/received')).status).toBe(200);
    expect(await leadSaying('Still there?')).toEqual([{ organization_id: operator.id, location_id: null }]);
    const strangers = { ...form, formToken: 'none', message: 'Made up' };
    expect((await send(path, strangers)).status).toBe(410);
    expect(await leadSaying('Made up')).toEqual([]);
  });

  it('BP-17 a partner that is away says until when, and has no form', async () => {
    const { id, path } = await profileOf('CH');
    const day = testNow.toISOString().slice(0, 10);
    await update(id, `unavailable_since = '${day}', unavailable_until = '${day}'`);
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('takes no new requests until');
    expect(page.text).not.toContain('<form');
    expect(page.text).toContain('<meta name="robots" content="noindex"/>');
    server.clock.set(new Date(testNow.getTime() + 86_400_000));
    expect((await get(path)).text).toContain('<form');
    server.clock.set(testNow);
  });
});
