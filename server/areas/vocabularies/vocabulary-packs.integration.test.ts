import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { vocabularyNames } from '../../../contract/vocabularies/lists.ts';
import { loadedPack, type Vocabularies, vocabularies } from '../../../contract/vocabularies/vocabularies.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, problemOf } from '../../../test/server.ts';
import { packs } from './packs/packs.ts';

const { server, world } = useLeadWorld();

async function read(): Promise<Vocabularies> {
  return body(
    vocabularies,
    await server.request('GET', '/api/v1/vocabularies', { as: world.as.operatorAdmin }),
  );
}
async function load(pack: string, others?: string) {
  const path = `/api/v1/vocabulary-packs/${pack}/loading`;
  return body(
    loadedPack,
    await server.request('POST', path, { as: world.as.operatorAdmin, body: others ? { others } : {} }),
  );
}
const change = (method: 'PATCH' | 'PUT' | 'POST', path: string, sent: object) =>
  server.request(method, `/api/v1/vocabularies/${path}`, { as: world.as.operatorAdmin, body: sent });
const inUse = ({ items }: Vocabularies, name: string) =>
  items.find((one) => one.name === name)?.values.filter(({ state }) => state !== 'retired') ?? [];
const standing = ({ packs: all }: Vocabularies, pack: string) => all?.find(({ name }) => name === pack);
const nothing = { added: 0, relabeled: 0, returned: 0, retired: 0 };

describe('VO-2 packs', () => {
  // One after another, as an operator would: each step begins with what the one before left.
  it('a fresh installation has the neutral pack, in its order, and loading it adds nothing', async () => {
    const fresh = await read();
    for (const name of vocabularyNames)
      expect(
        inUse(fresh, name).map(({ code, labels, state, parent }) => ({ code, labels, state, parent })),
        name,
      ).toEqual(
        packs.neutral[name].map(({ code, parent = null, isOffered: _, ...labels }) => ({
          code,
          labels,
          state: 'offered',
          parent,
        })),
      );
    expect(standing(fresh, 'neutral')).toMatchObject({ missing: 0, relabeled: 0, returning: 0, others: 0 });
    expect(await load('neutral')).toEqual(nothing);
    expect(await read()).toEqual(fresh);
  });

  it('loading the other pack adds what is missing, and keeps what the operator wrote, ordered and retired', async () => {
    await change('PATCH', 'industries/values/Education', { labels: { de: 'Schule und Bildung' } });
    await change('PUT', 'industries/values/Legal/retirement', { replacedBy: 'Insurance' });
    await change('POST', 'industries/values', { code: 'Own', labels: { en: 'Own industry' } });
    const before = await read();
    const expected = standing(before, 'partner-center');
    const done = await load('partner-center');
    expect(done).toEqual({ ...nothing, added: expected?.missing });
    expect(done.added).toBeGreaterThan(50);
    const after = await read();
    const industries = inUse(after, 'industries');
    expect(industries.find(({ code }) => code === 'Education')?.labels?.de).toBe('Schule und Bildung');
    expect(industries.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...inUse(before, 'industries').map(({ code }) => code), 'Power & Utilities']),
    );
    expect(industries.some(({ code }) => code === 'Legal')).toBe(false);
    // A new value stands behind the one that the pack has before it.
    const order = industries.map(({ code }) => code);
    expect(order.indexOf('Power & Utilities')).toBe(order.indexOf('Manufacturing') + 1);
    expect(standing(after, 'partner-center')).toMatchObject({ missing: 0 });
    expect(await load('partner-center')).toEqual(nothing);
  });

  it('coarse customer sizes are accepted, and not offered', async () => {
    const sizes = inUse(await read(), 'customerSizes');
    expect(sizes.filter(({ state }) => state === 'accepted').map(({ code }) => code)).toEqual([
      '1to50employees',
      '51to500employees',
      'Morethan500employees',
    ]);
    expect(sizes.filter(({ state }) => state === 'offered')).toHaveLength(8);
  });

  it('switching retires what only the other pack has; the operator’s own values and replacements stay', async () => {
    const others = standing(await read(), 'partner-center')?.others;
    const done = await load('partner-center', 'retire');
    expect(done).toEqual({ ...nothing, retired: others });
    const industries = inUse(await read(), 'industries').map(({ code }) => code);
    expect(industries.sort()).toEqual(
      // Legal is found through Insurance.
      [...packs['partner-center'].industries.map(({ code }) => code), 'Own', 'Insurance'].sort(),
    );
    expect(inUse(await read(), 'products').map(({ code }) => code)).toEqual(
      packs['partner-center'].products.map(({ code }) => code),
    );
  });

  it('switching back brings back what was retired with the pack, and not what the operator retired', async () => {
    const expected = standing(await read(), 'neutral');
    const done = await load('neutral', 'retire');
    expect(done).toEqual({ ...nothing, returned: expected?.returning, retired: expected?.others });
    expect(done.returned).toBeGreaterThan(50);
    const industries = inUse(await read(), 'industries').map(({ code }) => code);
    expect(industries).toContain('Automotive');
    expect(industries).not.toContain('Legal');
    expect(industries).not.toContain('Power & Utilities');
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.operatorAdmin });
    expect(body(accessLogPage, log).items[0]).toMatchObject({
      action: 'settings.change',
      detail: `vocabulary pack neutral: 0 added, 0 relabeled, ${done.returned} brought back, ${done.retired} retired`,
    });
  });

  it('there are no others, and nothing else can become of their values', async () => {
    const send = (pack: string, sent: object) =>
      server.request('POST', `/api/v1/vocabulary-packs/${pack}/loading`, {
        as: world.as.operatorAdmin,
        body: sent,
      });
    expect(problemOf(await send('other', {})).status).toBe(400);
    expect(problemOf(await send('neutral', { others: 'delete' })).issues?.[0]?.path).toBe('body.others');
  });
});
