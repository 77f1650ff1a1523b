import { beforeEach, describe, expect, it } from 'vitest';
import { type OptionalMailCategory, optionalMailCategories } from '../../../../contract/mail/lists.ts';
import { mailPreferences } from '../../../../contract/messages/action-center.ts';
import { body } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { getLinkSecret, signLink, signTurnsOff } from '../../mail/index.ts';
import { useWaitingWorld } from '../../messages/telling/asked-again.fixture.ts';
import { readForms } from '../customer-requests/customer-requests.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld({ LEADLIGHT_TRUST_PROXY: '1' });

const one = { 'List-Unsubscribe': 'One-Click' };
let path: string;
beforeEach(async () => {
  path = await linkOf(world.people.user.id);
});

async function linkOf(
  personId: string,
  category: OptionalMailCategory = 'assignment',
  organizationId = world.contoso.id,
): Promise<string> {
  const secret = await getLinkSecret(server.database.ownerDb);
  return `/unsubscribe/${signTurnsOff(secret, { personId, organizationId, category })}`;
}

let visitors = 0;
/** Each visitor comes from a different network, unless the test is about networks. */
const from = (headers: Record<string, string>) => ({
  'x-forwarded-for': `198.51.100.${++visitors}`,
  ...headers,
});
const visit = (link: string, headers: Record<string, string> = {}) =>
  server.request('GET', link, { headers: from(headers) });
const press = (link: string, form: Record<string, string> = one, headers: Record<string, string> = {}) =>
  server.request('POST', link, { body: new URLSearchParams(form), headers: from(headers) });

/** The choices that are stored of everybody. */
const stored = async () => (await server.database.ownerPool.query('select * from mail_preference')).rows;

/** What the person’s settings show as turned off. */
async function turnedOff(as: { cookie: string } | { token: string } = world.as.user): Promise<string[]> {
  const shown = body(mailPreferences, await server.request('GET', '/api/v1/me/mail-preferences', { as }));
  return shown.categories.filter(({ wanted }) => !wanted).map(({ key }) => key);
}

async function assign(): Promise<string> {
  const leadId = await world.lead();
  const change = { as: world.as.admin, body: { personId: world.people.user.id } };
  const answer = await server.request('PUT', `/api/v1/leads/${leadId}/assignment`, change);
  expect(answer.status, answer.text).toBe(200);
  return leadId;
}

describe('NT-3: the page that turns emails off', () => {
  it('NT-3 changes nothing by being opened, and says which emails from whom it is about', async () => {
    for (const link of [path, `${path}/undo`])
      expect((await visit(link)).status).toBe(link === path ? 200 : 303);
    const { text } = await visit(path);
    expect(text).toContain('<h1>Turn off these emails?</h1>');
    expect(text).toContain('<bdi>Contoso</bdi>');
    expect(text).toContain('<strong>Leads assigned to you</strong>');
    expect(text).toContain('href="/settings/notifications"');
    expect(readForms(text)).toEqual([{ action: path, fields: one, button: 'Turn off these emails' }]);
    // Emails are passed on: whose they are is nobody else’s business.
    for (const secret of [world.people.user.email, world.people.user.name])
      expect(text).not.toContain(secret);
    expect(await stored()).toEqual([]);
  });

  it('NT-3 a mailbox turns them off with one POST without cookies, and none of them is sent any more', async () => {
    await assign();
    expect(await waiting.sendAll()).toHaveLength(1);
    const raw = waiting.taken()[0]?.raw.replace(/\r\n(?=[ \t])/g, '') ?? '';
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const [, link = ''] =
      /^List-Unsubscribe: <https:\/\/leads\.example(\/unsubscribe\/[\w-]+)>\r$/m.exec(raw) ?? [];
    expect(link).toBe(path);

    // One that is already waiting is not sent either.
    await assign();
    await server.queue.run('lead.tell');
    const answer = await press(link);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<h1>These emails are turned off</h1>');
    expect(answer.headers.get('set-cookie')).toBeNull();
    await assign();
    expect(await waiting.sendAll()).toHaveLength(1);
    expect(await waiting.dropped()).toEqual([`${world.people.user.email}: switched-off`]);
    expect(await turnedOff()).toEqual(['assignment']);
    expect(await turnedOff(world.as.admin)).toEqual([]);
  });

  it.each([
    [
      'as a multipart form (RFC 8058)',
      'multipart/form-data; boundary=x',
      '--x\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['as a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['as anything else', 'text/plain', 'List-Unsubscribe=One-Click'],
  ])('NT-3 the POST is understood %s', async (_how, type, sent) => {
    const answer = await fetch(server.address + path, {
      method: 'POST',
      headers: from({ 'content-type': type }),
      body: sent,
      redirect: 'manual',
    });
    expect(answer.status).toBe(200);
    expect(await turnedOff()).toEqual(['assignment']);
  });

  it('NT-3 the link alone says whose they are, whoever is signed in', async () => {
    const answer = await server.request('POST', path, { as: world.as.admin, body: new URLSearchParams(one) });
    expect(answer.status).toBe(200);
    expect([await turnedOff(), await turnedOff(world.as.admin)]).toEqual([['assignment'], []]);
  });

  it('NT-3 pressing again changes nothing; Undo turns them on again', async () => {
    const first = await press(path);
    const before = await stored();
    server.clock.set(new Date(server.clock.now().getTime() + 60_000));
    expect((await press(path)).text).toBe(first.text);
    expect((await visit(path)).text).toBe(first.text);
    expect(await stored()).toEqual(before);

    const [undo] = readForms(first.text);
    expect(undo).toEqual({ action: `${path}/undo`, fields: {}, button: 'Undo' });
    for (let times = 0; times < 2; times++) {
      const back = await press(undo?.action ?? '', {});
      expect(back.status).toBe(200);
      expect(back.text).toContain('<h1>These emails are turned on again</h1>');
    }
    expect(await turnedOff()).toEqual([]);
    await assign();
    expect(await waiting.sendAll()).toHaveLength(1);
  });

  it.each(optionalMailCategories)('NT-3 turns off %s alone', async (category) => {
    expect((await press(await linkOf(world.people.user.id, category))).status).toBe(200);
    expect(await stored()).toMatchObject([{ person_id: world.people.user.id, category, by_mail: false }]);
  });

  it('NT-3 a link that is cut off, made up or for something else shows nothing and does nothing', async () => {
    const token = path.slice('/unsubscribe/'.length);
    const secret = await getLinkSecret(server.database.ownerDb);
    const link = { personId: world.people.user.id, organizationId: world.contoso.id };
    const wrong = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.slice(0, 40),
      'x',
      '%00',
      signTurnsOff(Buffer.alloc(32), { ...link, category: 'assignment' }),
      signTurnsOff(secret, { ...link, category: 'new-lead' }),
      signTurnsOff(secret, { ...link, category: 'announcements' }),
      signLink(secret, 'reset', link.personId),
    ];
    for (const other of wrong) {
      const answers = [
        await visit(`/unsubscribe/${other}`, { 'accept-language': 'de-AT,en' }),
        await press(`/unsubscribe/${other}`, one, { 'accept-language': 'de-AT,en' }),
        await press(`/unsubscribe/${other}/undo`, {}, { 'accept-language': 'de-AT,en' }),
      ];
      for (const { status, text } of answers) {
        expect(status, other).toBe(404);
        expect(text).toContain('Dieser Link ist ungültig');
        expect(text).not.toContain('Contoso');
      }
    }
    expect((await visit('/unsubscribe')).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['left', () => waiting.leave(world.people.user.id)],
    ['has a disabled account', () => waiting.disable(world.people.user.id)],
  ])('NT-3 a link of someone who %s says that it has ended, and nothing more', async (_what, happen) => {
    await happen();
    for (const answer of [await visit(path), await press(path), await press(`${path}/undo`, {})]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('This link no longer works');
      expect(answer.text).not.toContain('Contoso');
    }
    expect(await stored()).toEqual([]);
  });

  it('ID-2 a link is for one membership: it ends with it, and opens no organization where its person never was', async () => {
    const { id } = await server.make.person(world.contoso.id, 'referrals-user');
    await server.make.join(id, world.fabrikam.id, 'referrals-user');
    const { ownerDb } = server.database;
    await ownerDb
      .deleteFrom('membership')
      .where('person_id', '=', id)
      .where('organization_id', '=', world.contoso.id)
      .execute();
    expect((await press(await linkOf(id))).status).toBe(410);
    expect(await stored()).toEqual([]);
    const there = await press(await linkOf(id, 'assignment', world.fabrikam.id));
    expect(there.text).toContain('<bdi>Fabrikam</bdi>');
    expect((await press(await linkOf(newId()))).status).toBe(410);
    expect((await press(await linkOf(world.people.user.id, 'assignment', world.fabrikam.id))).status).toBe(
      410,
    );
    expect((await stored()).map(({ person_id }) => person_id)).toEqual([id]);
  });

  it('NT-3 is in the language of its person, kept by nobody, and tells no other site where it is', async () => {
    await server.database.ownerDb
      .updateTable('person')
      .set({ locale: 'de-AT' })
      .where('id', '=', world.people.user.id)
      .execute();
    const { headers, text } = await visit(path, { 'accept-language': 'en' });
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<h1>Diese E-Mails ausschalten?</h1>');
    expect((await press(path)).text).toContain('<h1>Diese E-Mails sind ausgeschaltet</h1>');
    expect(text).not.toContain('<script');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    expect(server.logged.join('')).not.toContain(path);
    expect(server.logged.join('')).toContain('/unsubscribe/:token');
  });

  it('IN-7 a stranger who tries links is stopped; a provider that turns off many emails is not', async () => {
    const network = { 'x-forwarded-for': '203.0.113.7' };
    const links = await Promise.all(Array.from({ length: 61 }, () => linkOf(newId())));
    const looks: number[] = [];
    for (const link of links) looks.push((await visit(link, network)).status);
    expect(looks.slice(-2)).toEqual([410, 429]);
    for (const link of links.slice(0, 15)) expect((await press(link, one, network)).status).toBe(410);
    const again: number[] = [];
    for (let times = 0; times < 11; times++) again.push((await press(path, one, network)).status);
    expect(again.slice(-2)).toEqual([200, 429]);
  });
});
