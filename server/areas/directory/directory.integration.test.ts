import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMade } from '../../../test/made.ts';
import { testNow, useTestServer } from '../../../test/server.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner('Contoso Cloud'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));

interface Said {
  readonly description?: string;
  readonly industries?: string;
  readonly skills?: string;
  readonly city?: string;
  readonly place?: readonly [latitude: number, longitude: number];
}

async function publish(partner: typeof contoso, country: string, said: Said = {}) {
  const made = await server.make.profile(partner, partner.location.id, country);
  const { description = '', industries = '{}', skills = '{}', city = '', place } = said;
  const { ownerPool } = server.database;
  await ownerPool.query(
    'update business_profile set description = $2, industries = $3, skills = $4 where id = $1',
    [made.id, description, industries, skills],
  );
  await ownerPool.query(
    'update profile_location set city = $2, latitude = $3, longitude = $4 where id = $1',
    [made.pageId, city, place?.[0] ?? null, place?.[1] ?? null],
  );
  await noteChange(partner.id, made.pageId);
  return made;
}

const noteChange = (organizationId: string, pageId: string) =>
  server.database.ownerPool.query('insert into directory_change (organization_id, page_id) values ($1, $2)', [
    organizationId,
    pageId,
  ]);
const get = (query = '', headers: Record<string, string> = {}) =>
  server.request('GET', `/partners${query}`, { headers });
/** Names on the cards, in their order. */
const names = (html: string) =>
  [...html.matchAll(/<h3 dir="auto"><a href="[^"]*">([^<]*)<\/a>/g)].map(([, name]) => name);

let berlin: Awaited<ReturnType<typeof publish>>;
beforeAll(async () => {
  berlin = await publish(contoso, 'DE', {
    description: 'We move offices to the cloud.',
    industries: '{Education}',
    skills: '{Zero trust}',
    city: 'Berlin',
    place: [52.52, 13.41],
  });
  await publish(fabrikam, 'AT', {
    description: 'Wir bauen Netze.',
    industries: '{Education,Healthcare}',
    skills: '{Backup}',
    city: 'Wien',
    place: [48.21, 16.37],
  });
});

describe('DI-2 the directory', () => {
  it('shows everyone, with filters that say how many each leaves', async () => {
    const { status, text } = await get();
    expect(status).toBe(200);
    expect(names(text).sort()).toEqual(['Contoso Cloud', 'Fabrikam']);
    expect(text).toContain('2 partners');
    expect(text).toMatch(/Education<\/span> <span class="quiet">2</);
    expect(text).toMatch(/Healthcare<\/span> <span class="quiet">1</);
  });

  it.each([
    ['?q=zero+trust', ['Contoso Cloud']],
    ['?q=bildung', ['Contoso Cloud', 'Fabrikam']],
    ['?q=fabrikam', ['Fabrikam']],
    ['?country=at', ['Fabrikam']],
    ['?industry=Education&industry=Healthcare&country=DE', ['Contoso Cloud']],
    ['?near=Potsdam', ['Contoso Cloud']],
    ['?near=Potsdam&within=10', []],
    ['?near=Vienna&sort=distance', ['Fabrikam']],
  ])('finds by %s', async (query, found) => {
    expect(names((await get(query)).text).sort()).toEqual(found);
  });

  it('says what helps when nothing was found, and what it left out', async () => {
    const { text } = await get('?q=zero+trust&country=AT&industry=Witchcraft');
    expect(text).toContain('No partner found');
    expect(text).toContain('Without the country: 1 partner');
    expect(text).toContain('“Witchcraft” is not known here');
  });

  it('asks which place is meant, each one a link, and says when there is none', async () => {
    const { text } = await get('?near=Springfield');
    expect(text).toContain('Which place do you mean?');
    expect(text).toMatch(/href="\/partners\?near=Springfield%2C\+[^"]+%2C\+US"/);
    expect((await get('?near=Xyzzyhausen')).text).toContain('No place is called “Xyzzyhausen”');
  });

  it.each([
    '?q=%00',
    `?q=${'x'.repeat(101)}`,
    `?${Array.from({ length: 500 }, (_, at) => `industry=I${at}`).join('&')}`,
    '?page=9999999',
    '?page=-1&sort=best&within=7&size=huge&budget=abc&language=&lang=xx',
    '?q[]=a&q[b]=c&near=%FF',
  ])('bad input is a page all the same: %s', async (query) => {
    const { status, text } = await get(query);
    expect(status).toBe(200);
    expect(text).toContain('Find a partner');
    expect(text.length).toBeLessThan(60_000);
  });

  it('IN-7 escapes what was asked', async () => {
    const { text } = await get(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });

  it('speaks the reader’s language, or the one in the address', async () => {
    expect((await get('', { 'accept-language': 'de-AT' })).text).toContain('Partner finden');
    expect((await get('?lang=de')).text).toContain('<html lang="de">');
    expect((await get('?lang=en', { 'accept-language': 'de' })).text).toContain('Find a partner');
  });

  it('sets no cookie, may be cached for a minute, and answers 304 until something changes', async () => {
    const first = await get('?q=cloud');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    expect((await get('?q=cloud', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('?q=cloud', { 'if-none-match': etag, 'accept-language': 'de' })).status).toBe(200);
    await noteChange(contoso.id, berlin.pageId);
    await sleep(1100);
    expect((await get('?q=cloud', { 'if-none-match': etag })).status).toBe(200);
  });

  it('BP-14 what is unpublished is gone within a second, and comes back', async () => {
    const set = async (published: Date | null) => {
      await server.database.ownerPool.query('update business_profile set published_at = $2 where id = $1', [
        berlin.id,
        published,
      ]);
      await noteChange(contoso.id, berlin.pageId);
      await sleep(1100);
    };
    await set(null);
    expect(names((await get()).text)).toEqual(['Fabrikam']);
    await set(testNow);
    expect(names((await get()).text)).toHaveLength(2);
  });

  it('VO-1 a retired value is found through its replacement', async () => {
    const { ownerPool } = server.database;
    const retire = (by: string | null, replacement: string | null) =>
      ownerPool.query(
        `update vocabulary_value set retired_by = $1, replaced_by = $2 where vocabulary = 'industries' and key = 'healthcare'`,
        [by, replacement],
      );
    const touch = () =>
      ownerPool.query(`update vocabulary set revision = gen_random_uuid() where name = 'industries'`);
    await retire('operator', 'insurance');
    await touch();
    await sleep(1100);
    expect(names((await get('?industry=Insurance')).text)).toEqual(['Fabrikam']);
    await retire(null, null);
    await touch();
    await sleep(1100);
    expect(names((await get('?industry=Insurance')).text)).toEqual([]);
  });
});

describe('DI-8 for search engines', () => {
  it('the sitemap lists the directory and every page, robots may read them', async () => {
    const map = await server.request('GET', '/sitemap.xml');
    expect(map.headers.get('content-type')).toContain('application/xml');
    expect(map.text.match(/<loc>/g)).toHaveLength(3);
    expect(map.text).toContain(`/partners/de/${berlin.slug}</loc><lastmod>2026-`);
    const robots = await server.request('GET', '/robots.txt');
    expect(robots.text).toContain('/sitemap.xml');
    expect((await server.request('GET', '/sitemap-7.xml')).status).toBe(404);
  });

  it('only the directory itself is listed, not every search of it', async () => {
    expect((await get()).text).toContain('<meta name="robots" content="index, follow"/>');
    expect((await get('?q=cloud')).text).toContain('<meta name="robots" content="noindex"/>');
  });
});
