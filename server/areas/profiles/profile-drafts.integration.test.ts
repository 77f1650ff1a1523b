import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/identity/lists.ts';
import { businessProfileList, profileStanding } from '../../../contract/profiles/profiles.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import { fieldsOf, useProfileWorld } from './profiles.fixture.ts';

const { server, contoso, fabrikam, ada, bob, asAda, asBob, send, begin, read, change, changed, berlin } =
  useProfileWorld();

describe('BP-10 who edits business profiles', () => {
  it.each([
    ['profile-admin', true],
    ['referrals-admin', true],
    ['referrals-user', false],
    ['account-admin', false],
  ] as const)('%s of the whole organization: %s', async (role: Role, may) => {
    const as = await server.signInAs(contoso.id, role);
    expect((await send('GET', '', undefined, as)).status).toBe(may ? 200 : 403);
    expect((await send('POST', '', { country: 'AT' }, as)).status).toBe(may ? 201 : 403);
  });

  it('only a Business profile admin deletes, with the name of the organization typed', async () => {
    const profile = await begin();
    expect(profile.mayDelete).toBe(true);
    expect((await read(profile.id, asBob)).mayDelete).toBe(false);
    const remove = (companyName: string, as: Caller) => send('DELETE', `/${profile.id}`, { companyName }, as);
    expect(problemOf(await remove('Contoso', asBob))).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(problemOf(await remove('contoso', asAda))).toMatchObject({
      status: 400,
      issues: [{ path: 'body.companyName' }],
    });
    expect((await remove('Contoso', asAda)).status).toBe(204);
    expect((await send('GET', `/${profile.id}`)).status).toBe(404);
  });

  it('ID-2 nobody of another partner, nor of the operator', async () => {
    const profile = await begin();
    const foreign = await server.signInAs(fabrikam.id, 'profile-admin');
    for (const [method, rest, sent] of [
      ['GET', '', undefined],
      ['PATCH', '', { basedOn: 1, fields: { description: 'Ours now' } }],
      ['POST', '/publish', { basedOn: 1 }],
      ['POST', '/unpublish', undefined],
      ['POST', '/discard', { basedOn: 1 }],
      ['PUT', '/availability', { unavailableUntil: null }],
      ['PUT', '/presence', { step: 'partner' }],
      ['DELETE', '', { companyName: 'Fabrikam' }],
    ] as const)
      expect((await send(method, `/${profile.id}${rest}`, sent, foreign)).status, `${method} ${rest}`).toBe(
        404,
      );
    expect(body(businessProfileList, await send('GET', '', undefined, foreign)).items).toEqual([]);
    expect((await read(profile.id)).draft.description).toBe('');
  });

  it('one for each country, and none for what is no country', async () => {
    await begin('DE');
    expect(problemOf(await send('POST', '', { country: 'de' }, asBob)).code).toBe('already-there');
    expect(problemOf(await send('POST', '', { country: 'XX' })).issues?.[0]?.path).toBe('body.country');
    await begin('AT');
    const { items, companyName } = body(businessProfileList, await send('GET', ''));
    expect(items.map(({ country, state }) => [country, state])).toEqual([
      ['AT', 'draft'],
      ['DE', 'draft'],
    ]);
    expect(companyName).toBe('Contoso');
  });
});

describe('BP-13 a draft of single fields', () => {
  it('takes what is typed, right or wrong, and says what is wrong with it', async () => {
    const profile = await begin();
    const long = 'x'.repeat(2501);
    const saved = await changed(profile, {
      fields: { description: long, website: 'http://contoso.example' },
    });
    expect(saved.draft).toMatchObject({ description: long, website: 'http://contoso.example' });
    expect(fieldsOf(saved.problems)).toEqual(expect.arrayContaining(['description', 'website', 'locations']));
    expect(saved.revision).toBe(profile.revision + 1);
    expect(await read(profile.id, asBob)).toMatchObject({ draft: saved.draft, hasChanges: true });
  });

  it('two who change different fields never refuse each other', async () => {
    const profile = await begin();
    expect((await change(profile, { fields: { description: 'Ada’s' } }, asAda)).status).toBe(200);
    expect((await change(profile, { fields: { website: 'https://bob.example' } }, asBob)).status).toBe(200);
    expect((await read(profile.id)).draft).toMatchObject({
      description: 'Ada’s',
      website: 'https://bob.example',
    });
  });

  it('of two who change one field, the second is told what it says, and by whom; nothing of theirs is written', async () => {
    const profile = await begin();
    await change(profile, { fields: { description: 'Ada’s' } }, asAda);
    const refused = problemOf(
      await change(profile, { fields: { description: 'Bob’s', website: 'https://bob.example' } }, asBob),
    );
    expect(refused).toMatchObject({
      status: 409,
      code: 'profile-changed',
      issues: [{ path: 'body.fields.description', message: `was changed by ${ada.name}` }],
      current: { draft: { description: 'Ada’s', website: '' } },
    });
    const current = await read(profile.id, asBob);
    expect(current.draft.website).toBe('');
    expect((await change(current, { fields: { description: 'Bob’s' } }, asBob)).status).toBe(200);
    expect(await read(profile.id)).toMatchObject({
      draft: { description: 'Bob’s' },
      lastChanges: [{ field: 'description', by: bob.name }],
    });
  });

  it('who writes the same as a colleague is not refused', async () => {
    const profile = await begin();
    await change(profile, { fields: { description: 'The same' } }, asAda);
    expect((await change(profile, { fields: { description: 'The same' } }, asBob)).status).toBe(200);
  });

  it('two who change one location are told too, and others not', async () => {
    const [one, other] = [newId(), newId()];
    const profile = await changed(await begin(), { locations: { [one]: berlin(), [other]: berlin() } });
    await change(profile, { locations: { [one]: berlin({ name: 'Ada’s' }) } }, asAda);
    expect(
      problemOf(await change(profile, { locations: { [one]: berlin({ name: 'Bob’s' }) } }, asBob)),
    ).toMatchObject({
      issues: [{ path: `body.locations.${one}` }],
    });
    expect((await change(profile, { locations: { [other]: berlin({ name: 'Bob’s' }) } }, asBob)).status).toBe(
      200,
    );
    expect((await read(profile.id)).locations.map(({ name }) => name)).toEqual(['Ada’s', 'Bob’s']);
  });

  it('BP-12 tells which locations leads can go to, and who can be a contact', async () => {
    const { ownLocations, members } = await begin();
    expect(ownLocations).toEqual([{ id: contoso.location.id, name: contoso.location.name }]);
    expect(members.map(({ email }) => email)).toEqual(expect.arrayContaining([ada.email, bob.email]));
  });

  it('shows colleagues who have it open, for a while', async () => {
    const { id } = await begin();
    const beat = async (as: Caller, step: string) =>
      body(profileStanding, await send('PUT', `/${id}/presence`, { step }, as)).editors;
    expect(await beat(asAda, 'partner')).toEqual([]);
    expect(await beat(asBob, 'contact')).toEqual([{ id: ada.id, name: ada.name, step: 'partner' }]);
    expect((await read(id)).editors).toEqual([{ id: bob.id, name: bob.name, step: 'contact' }]);
    expect((await send('DELETE', `/${id}/presence`, undefined, asBob)).status).toBe(204);
    expect(await beat(asAda, 'partner')).toEqual([]);
    server.clock.set(new Date(testNow.getTime() + 31_000));
    expect(await beat(asBob, 'contact')).toEqual([]);
    server.clock.set(testNow);
  });

  it('refuses fields that it does not have, and what no draft can hold', async () => {
    const profile = await begin();
    const wrong = async (what: { fields?: object; locations?: object }) =>
      problemOf(await change(profile, what)).issues?.map((issue) => issue.path);
    expect(await wrong({ fields: { competencies: ['Gold'] } })).toBeDefined();
    expect(await wrong({ fields: { description: 'a\u0000b' } })).toEqual(['body.fields.description']);
    expect(await wrong({ fields: { logo: newId() } })).toEqual(['body.fields.logo']);
    expect(await wrong({ fields: { budgetFrom: { amountMinor: -1, currency: 'EUR' } } })).toEqual([
      'body.fields.budgetFrom.amountMinor',
    ]);
    const many = Object.fromEntries(Array.from({ length: 21 }, () => [newId(), berlin()]));
    expect(await wrong({ locations: many })).toEqual(['body.locations']);
    expect((await read(profile.id)).revision).toBe(profile.revision);
  });
});
