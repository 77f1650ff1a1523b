import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { keyOfCode } from '../../../contract/vocabularies/codes.ts';
import { type VocabularyName, vocabularyNames } from '../../../contract/vocabularies/lists.ts';
import {
  type Vocabularies,
  type Vocabulary,
  vocabularies,
  vocabulary,
} from '../../../contract/vocabularies/vocabularies.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { holdTable } from '../../../test/locks.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { saveVocabulary } from './vocabularies.repo.ts';

const { server, world } = useLeadWorld({ emptied: ['access_log'] });
const admin = useMade(() => world.as.operatorAdmin);

const path = '/api/v1/vocabularies';
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Each test changes a list of its own, so that none depends on what another did. */
function listOf(name: VocabularyName) {
  const send = (method: Method, rest: string, sent?: unknown, headers: Record<string, string> = {}) =>
    server.request(method, `${path}/${name}/${rest}`, { as: admin, body: sent, headers });
  const valuePath = (code: string) => `values/${encodeURIComponent(code)}`;
  return {
    send,
    add: (code: string, labels: object = { en: code }, more: object = {}) =>
      send('POST', 'values', { code, labels, ...more }),
    rename: (code: string, labels: object) => send('PATCH', valuePath(code), { labels }),
    retire: (code: string, replacedBy: string | null = null) =>
      send('PUT', `${valuePath(code)}/retirement`, { replacedBy }),
    bringBack: (code: string) => send('DELETE', `${valuePath(code)}/retirement`),
    read: async (as: Caller = admin): Promise<Vocabulary> => {
      const found = (await readAll(as)).items.find((one) => one.name === name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    },
    value: async (code: string, as: Caller = admin) => {
      const { items } = await readAll(as);
      return items.find((one) => one.name === name)?.values.find((value) => value.code === code);
    },
  };
}

const readAll = async (as: Caller = admin): Promise<Vocabularies> =>
  body(vocabularies, await server.request('GET', path, { as }));

async function logged() {
  const answer = await server.request('GET', '/api/v1/access-log', { as: admin });
  return body(accessLogPage, answer).items;
}

const problemPaths = (answer: Parameters<typeof problemOf>[0]) =>
  problemOf(answer).issues?.map((issue) => issue.path);

describe('VO-1 everybody reads vocabularies', () => {
  it('in their own language; only who manages them gets all labels, and what packs would do', async () => {
    const german = { headers: { 'accept-language': 'de' } };
    const answer = await server.request('GET', path, { as: world.as.user, ...german });
    const { items, packs } = body(vocabularies, answer);
    expect(items.map(({ name }) => name)).toEqual(vocabularyNames);
    expect(packs).toBeNull();
    const education = items[0]?.values.find(({ code }) => code === 'Education');
    expect(education).toEqual({
      code: 'Education',
      label: 'Bildung',
      labels: null,
      state: 'offered',
      replacedBy: null,
      parent: null,
    });
    expect((await listOf('industries').value('Education'))?.labels).toEqual({
      en: 'Education',
      de: 'Bildung',
    });
    expect((await readAll()).packs?.map(({ name }) => name)).toEqual(['neutral', 'partner-center']);
  });

  it('so do programs, and nobody who is not signed in', async () => {
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:create') };
    expect((await readAll(token)).items[0]?.values.length).toBeGreaterThan(10);
    expect((await server.request('GET', path)).status).toBe(401);
  });
});

describe('VO-1 the operator changes values', () => {
  it('adds one at the end, with labels by language and a code that any spelling finds again', async () => {
    const list = listOf('industries');
    const before = await list.read();
    const answer = await list.add('Ship Building', { en: 'Shipbuilding', de: 'Schiffbau' });
    expect(answer.status, answer.text).toBe(201);
    const after = body(vocabulary, answer);
    expect(after.values.at(-1)).toMatchObject({
      code: 'Ship Building',
      labels: { en: 'Shipbuilding', de: 'Schiffbau' },
      state: 'offered',
    });
    expect(after.revision).not.toBe(before.revision);
    expect(answer.headers.get('etag')).toBe(`"${after.revision}"`);
    const again = await list.add('SHIPBUILDING', { en: 'Yards' });
    expect(problemOf(again)).toMatchObject({ status: 409, code: 'already-there' });
    expect(problemPaths(again)).toEqual(['body.code']);
    expect((await list.rename('shipbuilding', { en: 'Yards' })).status).toBe(200);
    expect(await logged()).toMatchObject([
      { action: 'settings.change', detail: 'vocabulary industries: renamed Ship Building' },
      {
        actor: world.people.operatorAdmin.name,
        detail: 'vocabulary industries: added Ship Building',
        at: testNow.toISOString(),
      },
    ]);
  });

  it('renames it in each language, goes back to the pack’s label, and never loses the English one', async () => {
    const list = listOf('services');
    const named = async (labels: object) => {
      const answer = await list.rename('Hosting', labels);
      expect(answer.status, answer.text).toBe(200);
      return (await list.value('Hosting'))?.labels;
    };
    expect(await named({ de: 'Rechenzentrum' })).toEqual({ en: 'Hosting', de: 'Rechenzentrum' });
    expect(await named({ en: 'Data centers' })).toEqual({ en: 'Data centers', de: 'Rechenzentrum' });
    expect(await named({ en: null, de: null })).toEqual({ en: 'Hosting', de: 'Hosting' });
    await list.add('Own', { en: 'Own', de: 'Eigener' });
    expect(problemPaths(await list.rename('Own', { en: null }))).toEqual(['body.labels.en']);
    await list.rename('Own', { de: null });
    expect(await list.value('Own')).toMatchObject({ label: 'Own', labels: { en: 'Own' } });
  });

  it('refuses what is wrong, naming the field, and changes nothing', async () => {
    const list = listOf('services');
    const before = await list.read();
    const wrong: [unknown, string[]][] = [
      [{ code: 'x' }, ['body.labels']],
      [{ code: 'x', labels: {} }, ['body.labels.en']],
      [{ code: 'x', labels: { en: ' ', de: '\u200b' } }, ['body.labels.de', 'body.labels.en']],
      [{ code: 'x', labels: { en: 'x'.repeat(101) } }, ['body.labels.en']],
      [{ code: 'Öl', labels: { en: 'Oil' } }, ['body.code']],
      [{ code: '../x', labels: { en: 'Oil' } }, ['body.code']],
      [{ code: 'x'.repeat(101), labels: { en: 'Oil' } }, ['body.code']],
      [{ code: '', labels: { en: 'Oil' } }, ['body.code']],
      [{ code: 'x', labels: { en: 'Support' } }, ['body.labels.en']],
      [{ code: 'x', labels: { en: 'Oil', de: 'SUPPORT' } }, ['body.labels.de']],
      [{ code: 'x', labels: { en: 'Oil' }, parent: 'Retail' }, ['body.parent']],
    ];
    for (const [sent, paths] of wrong) {
      const answer = await list.send('POST', 'values', sent);
      expect([...new Set(problemPaths(answer))].sort(), JSON.stringify(sent)).toEqual(paths);
    }
    expect(problemOf(await list.rename('Nothing', { en: 'x' })).status).toBe(404);
    expect(problemOf(await list.retire('Nothing')).status).toBe(404);
    expect(problemOf(await list.bringBack('Nothing')).status).toBe(404);
    expect(
      problemOf(await server.request('PUT', `${path}/colors/order`, { as: admin, body: { codes: [] } }))
        .status,
    ).toBe(400);
    expect(await list.read()).toEqual(before);
    expect(await logged()).toEqual([]);
  });

  it('puts the values in another order, which names each value in use once', async () => {
    const list = listOf('consultingServiceTypes');
    const codes = (await list.read()).values.map(({ code }) => code);
    const order = (sent: readonly string[]) => list.send('PUT', 'order', { codes: sent });
    const wanted = [...codes].reverse();
    expect(body(vocabulary, await order(wanted)).values.map(({ code }) => code)).toEqual(wanted);
    for (const wrong of [codes.slice(1), [...codes, 'More'], [...codes.slice(1), codes[1] ?? '']])
      expect(problemPaths(await order(wrong))).toEqual(['body.codes']);
    expect((await order(codes)).status).toBe(200);
    const [first = ''] = codes;
    await list.retire(first);
    expect(problemPaths(await order(codes))).toEqual(['body.codes']);
    expect((await order(codes.slice(1))).status).toBe(200);
    expect((await list.read()).values.at(-1)?.code).toBe(first);
    await list.bringBack(first);
  });

  it('retires a value: it stays, is not offered, and is found through one that is in use', async () => {
    const list = listOf('products');
    await list.add('One');
    await list.add('Two');
    await list.add('Three');
    expect((await list.retire('One', 'tw o')).status).toBe(200);
    expect(await list.value('One')).toMatchObject({ state: 'retired', replacedBy: 'Two' });
    for (const wrong of ['One', 'Nothing'])
      expect(problemPaths(await list.retire('Two', wrong))).toEqual(['body.replacedBy']);
    const needed = await list.retire('Two');
    expect(problemPaths(needed)).toEqual(['body.replacedBy']);
    expect(problemOf(needed).detail).toContain('One');
    expect((await list.retire('Two', 'Three')).status).toBe(200);
    expect(await list.value('One')).toMatchObject({ state: 'retired', replacedBy: 'Three' });
    expect(problemPaths(await list.retire('Three', 'Two'))).toEqual(['body.replacedBy']);
    expect((await list.bringBack('One')).status).toBe(200);
    expect(await list.value('One')).toMatchObject({ state: 'offered', replacedBy: null });
    expect((await logged()).slice(0, 3)).toMatchObject(
      ['brought back One', 'retired Two, replaced by Three', 'retired One, replaced by Two'].map(
        (detail) => ({
          detail: `vocabulary products: ${detail}`,
        }),
      ),
    );
  });

  it('retires an industry of the store after its verticals, which come back after it', async () => {
    const verticals = listOf('storeVerticals');
    const industries = listOf('storeIndustries');
    const k12 = 'Primary and Secondary/K-12';
    const inUse = problemOf(await industries.retire('Education'));
    expect(inUse).toMatchObject({ status: 409, code: 'action-not-possible' });
    expect(inUse.detail).toContain('Higher education');
    for (const code of ['Higher Education', k12, 'Libraries and Museums']) await verticals.retire(code);
    expect((await industries.retire('Education')).status).toBe(200);
    expect(problemOf(await verticals.bringBack(k12)).code).toBe('action-not-possible');
    for (const parent of [undefined, 'Education', 'Nothing'])
      expect(problemPaths(await verticals.add('Nursery', { en: 'Nursery schools' }, { parent }))).toEqual([
        'body.parent',
      ]);
    expect((await industries.bringBack('Education')).status).toBe(200);
    expect((await verticals.bringBack(k12)).status).toBe(200);
    const added = await verticals.add('Nursery', { en: 'Nursery schools' }, { parent: 'education' });
    expect(body(vocabulary, added).values.at(-1)).toMatchObject({ code: 'Nursery', parent: 'Education' });
  });

  it('is the same when it is done twice: nothing is saved or logged the second time', async () => {
    const list = listOf('solutions');
    await list.retire('Recruiting', 'TimeTracking');
    const once = await list.read();
    await server.database.ownerPool.query('delete from access_log');
    await list.retire('Recruiting', 'TimeTracking');
    await list.rename('TimeTracking', { en: 'Time tracking' });
    expect(await list.read()).toEqual(once);
    await list.bringBack('Recruiting');
    await server.database.ownerPool.query('delete from access_log');
    await list.bringBack('Recruiting');
    expect(await logged()).toEqual([]);
  });

  it('of two at once the second is told, with what it is now, and nothing of theirs is saved', async () => {
    const list = listOf('solutions');
    const { revision } = await list.read();
    const send = (code: string, tag = revision) =>
      list.send('POST', 'values', { code, labels: { en: code } }, { 'if-match': `"${tag}"` });
    const held = await holdTable(server.database.connectionString, 'vocabulary_value');
    const sent = Promise.all(['Left', 'Right', 'Middle'].map((code) => send(code)));
    // None has written yet, and each is as far as it gets.
    await held.waitingInAll(3);
    await held.release();
    const answers = await sent;
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = problemOf(answers.find(({ status }) => status === 409) ?? (await send('x')));
    expect(refused.code).toBe('settings-changed');
    const current = vocabulary.parse(refused.current);
    expect(current).toEqual(await list.read());
    expect(current.values.filter(({ code }) => ['Left', 'Right', 'Middle'].includes(code))).toHaveLength(1);
    expect((await send('Late', current.revision)).status).toBe(201);
    // Another list has a revision of its own.
    expect(
      (await listOf('services').send('PATCH', 'values/Audits', { labels: { de: 'Prüfungen' } })).status,
    ).toBe(200);
    expect((await list.read()).values.at(-1)?.code).toBe('Late');
  });

  it('ID-3 only operator admins of the whole installation do', async () => {
    const location = await server.make.location(world.operator.id);
    const local = await server.make.person(world.operator.id, {
      role: 'operator-admin',
      locationId: location.id,
    });
    const token = { token: await server.make.apiToken(world.operator.id, 'leads:read', 'leads:write') };
    const others: [string, Caller | undefined, number][] = [
      ['nobody', undefined, 401],
      ['a Referrals admin', world.as.admin, 403],
      ['an Account admin', world.as.accountAdmin, 403],
      ['a seller', world.as.seller, 403],
      ['an operator admin of a location', await openSession(server, local.id, world.operator.id), 403],
      ['a program', token, 403],
    ];
    const changes: [Method, string, unknown][] = [
      ['POST', `${path}/services/values`, { code: 'x', labels: { en: 'x' } }],
      ['PATCH', `${path}/services/values/Hosting`, { labels: { en: 'x' } }],
      ['PUT', `${path}/services/order`, { codes: [] }],
      ['PUT', `${path}/services/values/Hosting/retirement`, { replacedBy: null }],
      ['DELETE', `${path}/services/values/Hosting/retirement`, undefined],
      ['POST', '/api/v1/vocabulary-packs/neutral/loading', {}],
    ];
    const before = await readAll();
    for (const [who, as, status] of others)
      for (const [method, to, sent] of changes) {
        const answer = await server.request(method, to, { as, body: sent });
        expect(answer.status, `${who}: ${method} ${to}`).toBe(status);
      }
    expect(await readAll()).toEqual(before);
  });
});

describe('VO-1 a vocabulary has room', () => {
  it('for 500 values, whether somebody adds them or a pack does', async () => {
    const { ownerPool } = server.database;
    const list = listOf('consultingServiceTypes');
    const here = (await list.read()).values.length;
    await ownerPool.query(
      `insert into vocabulary_value (vocabulary, code, labels, place)
       select 'consultingServiceTypes', 'Kind ' || n, jsonb_build_object('en', 'Kind ' || n), n
       from generate_series(1, $1::integer) n`,
      [499 - here],
    );
    expect((await list.add('Last')).status).toBe(201);
    expect(problemOf(await list.add('Late'))).toMatchObject({ status: 409, code: 'limit-reached' });
    await ownerPool.query(
      `delete from vocabulary_value where vocabulary = 'consultingServiceTypes' and code = 'Briefing'`,
    );
    await ownerPool.query(
      `insert into vocabulary_value (vocabulary, code, labels, place) values ('consultingServiceTypes', 'x', '{"en": "x"}', 0)`,
    );
    const load = '/api/v1/vocabulary-packs/neutral/loading';
    const refused = await server.request('POST', load, { as: admin, body: {} });
    expect(problemOf(refused).code).toBe('limit-reached');
    await ownerPool.query(`delete from vocabulary_value where code like 'Kind %' or code in ('Last', 'x')`);
  });
});

describe('ID-2 the database', () => {
  it('changes vocabularies for nobody but the operator, and lets the application write in no other way', async () => {
    for (const organizationId of [world.contoso.id, ''])
      await expect(
        inOrganization(server.database.db, { organizationId }, (tx) => saveVocabulary(tx, 'services', [])),
      ).rejects.toMatchObject({ code: '42501' });
    const { operator } = world;
    for (const statement of ['delete from vocabulary_value', `update vocabulary_value set code = 'x'`])
      await expect(
        inOrganization(server.database.db, { organizationId: operator.id }, (tx) =>
          sql.raw(statement).execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('VO-2 compares codes as the rules do', async () => {
    const { rows } = await server.database.ownerPool.query<{ code: string; key: string }>(
      'select code, key from vocabulary_value',
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { code, key } of rows) expect(keyOfCode(code)).toBe(key);
    const names = await server.database.ownerPool.query<{ name: string }>('select name from vocabulary');
    expect(names.rows.map(({ name }) => name).sort()).toEqual([...vocabularyNames].sort());
  });

  it.each([
    [
      'a code that is a path',
      `insert into vocabulary_value (vocabulary, code, labels, place) values ('services', '../x', '{"en": "x"}', 0)`,
    ],
    [
      'a value without an English label',
      `insert into vocabulary_value (vocabulary, code, labels, place) values ('services', 'x', '{"de": "x"}', 0)`,
    ],
    [
      'a vertical of nothing',
      `insert into vocabulary_value (vocabulary, code, labels, place) values ('storeVerticals', 'x', '{"en": "x"}', 0)`,
    ],
    [
      'a value in use that is replaced',
      `update vocabulary_value set replaced_by = 'support' where vocabulary = 'services' and key = 'hosting'`,
    ],
    [
      'a value that replaces itself',
      `update vocabulary_value set retired_by = 'operator', replaced_by = key where vocabulary = 'services' and key = 'hosting'`,
    ],
  ])('VO-1 keeps out %s', async (_what, statement) => {
    await expect(server.database.ownerPool.query(statement)).rejects.toMatchObject({ code: '23514' });
  });
});
