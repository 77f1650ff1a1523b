import { describe, expect, it } from 'vitest';
import { businessProfile } from '../../../contract/profiles/profiles.ts';
import { body, problemOf, testNow } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import { getLinkSecret, signLink } from '../mail/index.ts';
import { useProfileWorld } from './profiles.fixture.ts';

const { server, contoso, ada, send, begin, read, changed, publish, berlin, whole } = useProfileWorld();
const eve = { name: 'Eve', email: 'Eve@Elsewhere.test', phone: '' };

async function withContact(contact: typeof eve = eve) {
  const locationId = newId();
  const profile = await whole({ locations: { [locationId]: berlin({ contact }) } });
  const ask = () => send('POST', `/${profile.id}/contact-confirmation`, { locationId });
  return { profile, locationId, ask };
}

async function lastLink(): Promise<string> {
  const { rows } = await server.database.ownerPool.query<{ id: string }>(
    'select id from profile_contact order by asked_at desc limit 1',
  );
  return `/contact/${signLink(await getLinkSecret(server.database.db), 'contact', rows[0]?.id ?? '')}`;
}

const mails = async () => {
  const { rows } = await server.database.ownerPool.query(
    `select address, content->>'kind' as kind, organization_id from mail where content->>'kind' = 'contact-confirmation'`,
  );
  return rows;
};

describe('BP-12 a contact who is no member of the organization', () => {
  it('confirms the address by a link, and only then the page can be published', async () => {
    const { profile, ask } = await withContact();
    expect((await publish(profile)).status).toBe(400);
    expect(body(businessProfile, await ask()).locations[0]?.contactConfirmed).toBe(false);
    expect(await mails()).toEqual([
      { address: 'eve@elsewhere.test', kind: 'contact-confirmation', organization_id: contoso.id },
    ]);
    const link = await lastLink();
    const page = await server.request('GET', link);
    expect(page.text).toContain('Contoso');
    expect(page.text).toContain('eve@elsewhere.test');
    expect((await read(profile.id)).locations[0]?.contactConfirmed).toBe(false);
    const confirmed = await server.request('POST', link, { body: new URLSearchParams() });
    expect(confirmed.text).toContain('the address is confirmed');
    const known = await read(profile.id);
    expect(known.locations[0]?.contactConfirmed).toBe(true);
    expect((await publish(known)).status).toBe(200);
    expect((await server.request('GET', link)).text).toContain('the address is confirmed');
  });

  it('is asked in their language, and no other site can answer for them', async () => {
    const { ask } = await withContact();
    await ask();
    const link = await lastLink();
    expect((await server.request('GET', link, { headers: { 'accept-language': 'de' } })).text).toContain(
      'Sind Sie der Kontakt?',
    );
    const foreign = await server.request('POST', link, {
      body: new URLSearchParams(),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
  });

  it('links that were forged or replaced open nothing', async () => {
    const { ask } = await withContact();
    await ask();
    const first = await lastLink();
    server.clock.set(new Date(testNow.getTime() + 11 * 60_000));
    await ask();
    server.clock.set(testNow);
    expect((await server.request('GET', first)).status).toBe(410);
    expect((await server.request('POST', first, { body: new URLSearchParams() })).status).toBe(410);
    const forged = `/contact/${signLink(Buffer.alloc(32), 'contact', newId())}`;
    expect((await server.request('GET', forged)).status).toBe(410);
    expect((await server.request('GET', '/contact/anything')).status).toBe(410);
  });

  it('is not asked again at once, nor when confirmed; members are never asked', async () => {
    const { ask } = await withContact();
    expect((await ask()).status).toBe(200);
    expect(problemOf(await ask())).toMatchObject({ status: 429, code: 'too-many-requests' });
    await server.request('POST', await lastLink(), { body: new URLSearchParams() });
    expect(problemOf(await ask()).detail).toContain('confirmed already');
    const member = await changed(await begin('AT'), {
      locations: {
        [newId()]: berlin({ contact: { name: ada.name, email: ada.email.toUpperCase(), phone: '' } }),
      },
    });
    const [location] = member.locations;
    expect(location?.contactConfirmed).toBe(true);
    const answer = await send('POST', `/${member.id}/contact-confirmation`, { locationId: location?.id });
    expect(problemOf(answer).code).toBe('action-not-possible');
  });

  it('needs an address, and a location of this profile', async () => {
    const { profile, ask } = await withContact({ ...eve, email: 'eve at home' });
    expect(problemOf(await ask()).code).toBe('invalid-request');
    const answer = await send('POST', `/${profile.id}/contact-confirmation`, { locationId: newId() });
    expect(answer.status).toBe(404);
  });
});
