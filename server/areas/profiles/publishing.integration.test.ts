import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  type BusinessProfile,
  businessProfile,
  businessProfileList,
} from '../../../contract/profiles/profiles.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import { useProfileWorld, wholeFields } from './profiles.fixture.ts';

const {
  server,
  contoso,
  ada,
  asAda,
  asBob,
  send,
  begin,
  read,
  change,
  changed,
  publish,
  published,
  berlin,
  whole,
} = useProfileWorld();

describe('BP-14 publishing', () => {
  it('gives each location a page of its own, with an address that stays', async () => {
    const [one, other] = [newId(), newId()];
    const munich = berlin({ name: 'South', city: 'München', postalCode: '80331', leadsTo: null });
    const profile = await whole({ locations: { [one]: berlin(), [other]: munich } });
    const shown = await published(profile);
    expect(shown).toMatchObject({ state: 'published', hasChanges: false, problems: [] });
    expect(shown.locations.map(({ address }) => address)).toEqual([
      '/partners/de/contoso-berlin',
      '/partners/de/contoso-munchen',
    ]);
    const { rows } = await server.database.ownerPool.query(
      `select l.name, round(p.latitude) as latitude from profile_location p join location l on l.id = p.location_id order by p.slug`,
    );
    expect(rows).toEqual(
      [
        { name: 'Main office', latitude: 53 },
        { name: 'South', latitude: 48 },
      ].map((row, at) => (at === 0 ? { ...row, name: contoso.location.name } : row)),
    );
    const renamed = await changed(shown, { fields: { description: 'Another sentence.' } });
    expect(renamed).toMatchObject({ hasChanges: true, published: { description: wholeFields.description } });
    const again = await published(renamed);
    expect(again.locations.map(({ address }) => address)).toEqual(
      shown.locations.map(({ address }) => address),
    );
  });

  it('never gives an address twice, not even to another organization of the same name', async () => {
    const first = await published(await whole());
    const gone = await changed(first, {
      locations: { [first.locations[0]?.id ?? '']: null, [newId()]: berlin() },
    });
    const second = await published(gone);
    expect(second.locations[0]?.address).toBe('/partners/de/contoso-berlin-2');
  });

  it('the address of a page can’t be edited, its name and phone can', async () => {
    const shown = await published(await whole());
    const [location] = shown.locations;
    const id = location?.id ?? '';
    for (const field of ['street', 'city', 'postalCode', 'state'] as const)
      expect(
        problemOf(await change(shown, { locations: { [id]: berlin({ [field]: 'Elsewhere' }) } })),
      ).toMatchObject({ status: 400, issues: [{ path: `body.locations.${id}.${field}` }] });
    const renamed = await changed(shown, { locations: { [id]: berlin({ name: 'Headquarters' }) } });
    expect((await published(renamed)).locations[0]).toMatchObject({
      name: 'Headquarters',
      address: location?.address,
    });
  });

  it('a page from before has no address yet, which is filled in once', async () => {
    const { id } = await server.make.profile(contoso, contoso.location.id, 'AT');
    const [page] = (await read(id)).locations;
    expect(page?.addressFixed).toBe(false);
    const filled = await changed(await read(id), {
      fields: wholeFields,
      locations: { [page?.id ?? '']: berlin() },
    });
    expect((await published(filled)).locations[0]).toMatchObject({ city: 'Berlin', addressFixed: true });
  });

  it('of two who publish at once, the second looks at it again first', async () => {
    const profile = await whole();
    const answers = await Promise.all([publish(profile, asAda), publish(profile, asBob)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('discarding goes back to what is published, and there must be something', async () => {
    const profile = await whole();
    const discard = (at: BusinessProfile) => send('POST', `/${profile.id}/discard`, { basedOn: at.revision });
    expect(problemOf(await discard(profile)).code).toBe('action-not-possible');
    const shown = await published(profile);
    const other = await changed(shown, { fields: { description: 'Never mind' } });
    const back = body(businessProfile, await discard(other));
    expect(back).toMatchObject({ hasChanges: false, draft: { description: wholeFields.description } });
  });

  it('unpublishing keeps everything, and is no second time', async () => {
    const shown = await published(await whole());
    const unpublish = () => send('POST', `/${shown.id}/unpublish`);
    expect(body(businessProfile, await unpublish())).toMatchObject({
      state: 'unpublished',
      published: null,
      draft: { description: wholeFields.description },
    });
    expect(problemOf(await unpublish()).code).toBe('action-not-possible');
    const [listed] = body(businessProfileList, await send('GET', '')).items;
    expect(listed).toMatchObject({ state: 'unpublished', pages: [] });
    expect((await published(await read(shown.id))).state).toBe('published');
  });

  it('BP-2 deleting touches no lead', async () => {
    const shown = await published(await whole());
    const lead = await server.make.lead(contoso.id, { location_id: contoso.location.id });
    await send('DELETE', `/${shown.id}`, { companyName: 'Contoso' });
    const { rowCount } = await server.database.ownerPool.query('select 1 from lead where id = $1', [lead]);
    expect(rowCount).toBe(1);
  });
});

describe('BP-17 not available', () => {
  const setUntil = (profile: BusinessProfile, unavailableUntil: string | null, as: Caller = asAda) =>
    send('PUT', `/${profile.id}/availability`, { unavailableUntil }, as);
  const inDays = (days: number) => new Date(testNow.getTime() + days * 86_400_000).toISOString().slice(0, 10);

  it('for up to 90 days, at once, without publishing', async () => {
    const profile = await begin();
    expect(body(businessProfile, await setUntil(profile, inDays(90)))).toMatchObject({
      unavailableUntil: inDays(90),
      revision: profile.revision,
    });
    expect(body(businessProfile, await setUntil(profile, null)).unavailableUntil).toBeNull();
    for (const day of [inDays(-1), inDays(91)])
      expect(problemOf(await setUntil(profile, day))).toMatchObject({
        status: 400,
        issues: [{ path: 'body.unavailableUntil' }],
      });
  });

  it('no more than 90 in a row, however often it is extended', async () => {
    const profile = await begin();
    await setUntil(profile, inDays(60));
    server.clock.set(new Date(testNow.getTime() + 50 * 86_400_000));
    const later = await server.signIn(ada);
    expect(problemOf(await setUntil(profile, inDays(100), later)).issues?.[0]?.message).toContain('in a row');
    expect((await setUntil(profile, inDays(90), later)).status).toBe(200);
    server.clock.set(testNow);
  });
});

describe('BP-12 logos', () => {
  const picture = (width: number, height: number, format: 'png' | 'gif' | 'jpeg' = 'png') =>
    sharp({ create: { width, height, channels: 3, background: '#15545b' } })
      .toFormat(format)
      .toBuffer();
  const upload = async (profile: BusinessProfile, bytes: Buffer, contentType = 'image/png') =>
    server.request('PUT', `/api/v1/business-profiles/${profile.id}/logo`, {
      as: asAda,
      body: bytes,
      headers: { 'content-type': contentType },
    });

  it.each(['png', 'gif', 'jpeg'] as const)('are redrawn from %s in two sizes', async (format) => {
    const profile = await begin();
    const { logo } = body(businessProfile, await upload(profile, await picture(300, 150, format)));
    expect(logo).toMatchObject({ width: 300, height: 150, tall: false });
    for (const [side, height] of [
      [216, 108],
      [48, 24],
    ] as const) {
      const answer = await server.request(
        'GET',
        `/api/v1/business-profiles/${profile.id}/logos/${logo?.id}/${side}`,
        {
          as: asAda,
        },
      );
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(await sharp(answer.bytes).metadata()).toMatchObject({ format: 'png', width: side, height });
    }
  });

  it('a tall one is taken, with a hint', async () => {
    const saved = body(businessProfile, await upload(await begin(), await picture(100, 200)));
    expect(saved.logo?.tall).toBe(true);
    expect(saved.hints[0]?.message).toContain('higher than wide');
  });

  it.each([
    [
      'an SVG called logo.png',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'GIF, JPEG or PNG',
    ],
    ['words', () => Buffer.from('logo'), 'not a picture'],
    ['nothing', () => Buffer.alloc(0), 'not a picture'],
    ['301 pixels', () => picture(301, 20), '301 pixels wide'],
  ])('%s is refused in words, and the draft stays as it was', async (_what, make, words) => {
    const profile = await begin();
    const refused = problemOf(await upload(profile, await make()));
    expect(refused).toMatchObject({ status: 400, issues: [{ path: 'body' }] });
    expect(refused.detail).toContain(words);
    expect((await read(profile.id)).revision).toBe(profile.revision);
  });

  it('more than 2 MiB are not even read', async () => {
    const answer = await upload(await begin(), Buffer.alloc(2 * 1024 * 1024 + 1));
    expect(problemOf(answer)).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('those that nobody shows any more go when the profile is published', async () => {
    const profile = await whole();
    await upload(profile, await picture(50, 50));
    const second = body(businessProfile, await upload(profile, await picture(60, 60)));
    await publish(second);
    const { rows } = await server.database.ownerPool.query('select width from profile_logo');
    expect(rows).toEqual([{ width: 60 }]);
  });
});
