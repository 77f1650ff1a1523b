import { afterEach, describe, expect, it } from 'vitest';
import { type DnsWorld, startDnsWorld, type Zone, type ZoneName } from '../../../../test/worlds/dns-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { createResolver } from './resolver.ts';
import { createResolverTrust, type ResolverStanding } from './resolver-trust.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const known = ['first-known.com', 'second-known.com'];
const sound: Zone = { 'second-known.com': { MX: [[10, 'mx.second-known.com']] } };

async function watch(zone: Zone, rest: { otherwise?: ZoneName } = {}) {
  const dns: DnsWorld = await startDnsWorld(zone, rest);
  const clock = fixedClock(new Date('2026-03-02T09:00:00Z'));
  const resolver = createResolver({
    servers: [dns.server],
    clock,
    cache: { entries: 0 },
    // The timeouts matter only where nobody answers.
    ...(rest.otherwise?.fails === 'silent' ? { tryTimeoutMs: 25, deadlineMs: 60 } : {}),
  });
  opened.push(dns, resolver);
  const told: ResolverStanding[] = [];
  const trust = createResolverTrust({
    resolver,
    clock,
    knownDomains: known,
    onChange: (standing) => told.push(standing),
  });
  const pass = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
  return {
    dns,
    trust,
    told,
    pass,
    looks: () => dns.questions.filter((question) => question.startsWith('A leadlight-')).length,
  };
}

describe('CV-4: whether name servers can be believed', () => {
  it.each<[string, Zone, { otherwise?: ZoneName }, ResolverStanding]>([
    ['one known domain that exists is enough', sound, {}, 'sound'],
    ['everything is denied', {}, {}, 'denies-everything'],
    ['a known domain refuses all mail', { 'second-known.com': { MX: [[0, '.']] } }, {}, 'denies-everything'],
    [
      'every name has mail servers',
      sound,
      { otherwise: { MX: [[10, 'mx.trap.com']], A: ['8.8.8.8'] } },
      'answers-everything',
    ],
    ['every name has an address', sound, { otherwise: { A: ['10.0.0.1'] } }, 'invents-addresses'],
    ['no answer comes', {}, { otherwise: { fails: 'silent' } }, 'unclear'],
    ['the server fails', {}, { otherwise: { fails: 'servfail' } }, 'unclear'],
  ])('%s', async (_, zone, rest, standing) => {
    const { trust, told } = await watch(zone, rest);
    expect(await trust.standing('denial')).toBe(standing);
    expect(told).toEqual(standing === 'sound' || standing === 'unclear' ? [] : [standing]);
  });

  it('is looked at once, however many ask', async () => {
    const { trust, looks } = await watch(sound);
    await Promise.all(Array.from({ length: 50 }, () => trust.standing('denial')));
    expect(looks()).toBe(1);
  });

  it('is looked at again after a minute for a denial, after ten for an answer, and when denials surge', async () => {
    const { trust, looks, pass } = await watch(sound);
    await trust.standing('answer');
    pass(59);
    await trust.standing('denial');
    expect(looks()).toBe(1);
    pass(2);
    await trust.standing('answer');
    expect(looks()).toBe(1);
    await trust.standing('denial');
    expect(looks()).toBe(2);
    for (let denial = 0; denial < 30; denial++) await trust.standing('denial');
    expect(looks()).toBe(2);
    pass(6);
    await trust.standing('denial');
    expect(looks()).toBe(3);
    pass(600);
    await trust.standing('answer');
    expect(looks()).toBe(4);
  });

  it('is believed again when it is sound again, and each change is told once', async () => {
    const { dns, trust, told, pass } = await watch({});
    expect(await trust.standing('denial')).toBe('denies-everything');
    expect(await trust.standing('denial')).toBe('denies-everything');
    dns.set('first-known.com', { MX: [[10, 'mx.first-known.com']] });
    pass(61);
    expect(await trust.standing('denial')).toBe('sound');
    expect(told).toEqual(['denies-everything', 'sound']);
  });

  it('is taken for granted where no domain is known', async () => {
    const never = { resolve: () => Promise.reject(new Error('asked')), close: () => undefined };
    const clock = fixedClock(new Date(0));
    const trust = createResolverTrust({ resolver: never, clock, knownDomains: [] });
    expect(await trust.standing('denial')).toBe('sound');
  });
});
