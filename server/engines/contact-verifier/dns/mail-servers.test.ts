import { afterEach, describe, expect, it } from 'vitest';
import { startDnsWorld, type Zone } from '../../../../test/worlds/dns-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { Resolver } from './dns-answer.ts';
import { findHostAddresses, findMailServers, findReachability } from './mail-servers.ts';
import { isPublicAddress } from './public-address.ts';
import { createResolver } from './resolver.ts';
import { retryDelaySeconds } from './retries.ts';

const clock = fixedClock(new Date('2026-03-02T09:00:00Z'));
const opened: { close(): unknown }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function resolverIn(zone: Zone): Promise<Resolver> {
  const dns = await startDnsWorld(zone);
  const resolver = createResolver({ servers: [dns.server], clock });
  opened.push(dns, resolver);
  return resolver;
}

describe('CV-1: who takes the mail of a domain', () => {
  it('the hosts of the MX records, the lowest priority first', async () => {
    const resolver = await resolverIn({
      'example.com': {
        MX: [
          [20, 'b.example.com'],
          [10, 'a.example.com'],
        ],
      },
    });
    expect(await findMailServers(resolver, 'example.com')).toEqual({
      kind: 'servers',
      implicit: false,
      ttlSeconds: 300,
      hosts: [
        { host: 'a.example.com', priority: 10 },
        { host: 'b.example.com', priority: 20 },
      ],
    });
  });

  it.each<[string, Zone[string]]>([
    ['an IPv4 address', { A: ['8.8.8.8'] }],
    ['an IPv6 address', { AAAA: ['2001:4860::1'] }],
    ['an IPv4 address and trouble with IPv6', { A: ['8.8.8.8'], fails: { AAAA: 'servfail' } }],
  ])('the domain itself when it has no MX but %s (RFC 5321, section 5.1)', async (_, records) => {
    const resolver = await resolverIn({ 'example.com': records });
    expect(await findMailServers(resolver, 'example.com')).toMatchObject({
      kind: 'servers',
      implicit: true,
      hosts: [{ host: 'example.com', priority: 0 }],
    });
  });

  it('nobody, when it says so with a null MX (RFC 7505)', async () => {
    const resolver = await resolverIn({ 'example.com': { MX: [[0, '.']], A: ['8.8.8.8'] } });
    expect(await findMailServers(resolver, 'example.com')).toMatchObject({ kind: 'refuses-mail' });
  });

  it('the other hosts, when a null MX stands among them', async () => {
    const mx = [
      [0, '.'],
      [10, 'mx.example.com'],
    ] as const;
    const resolver = await resolverIn({ 'example.com': { MX: mx } });
    expect(await findMailServers(resolver, 'example.com')).toMatchObject({
      kind: 'servers',
      hosts: [{ host: 'mx.example.com' }],
    });
  });

  it('nobody, when it has neither MX nor address, or does not exist', async () => {
    const resolver = await resolverIn({ 'example.com': {} });
    expect(await findMailServers(resolver, 'example.com')).toMatchObject({ kind: 'no-mail-server' });
    expect(await findMailServers(resolver, 'gone.example.com')).toMatchObject({ kind: 'no-such-domain' });
  });

  it.each(['MX', 'A', 'AAAA'])('CV-4: trouble with %s is trouble', async (type) => {
    const resolver = await resolverIn({ 'example.com': { fails: { [type]: 'servfail' } } });
    expect(await findMailServers(resolver, 'example.com')).toMatchObject({ kind: 'trouble' });
  });
});

describe('where a host can be reached', () => {
  it('CV-5: only at addresses that are accepted, IPv4 first', async () => {
    const resolver = await resolverIn({
      'a.example.com': { A: ['10.0.0.1', '8.8.8.8'], AAAA: ['2001:4860::1'] },
      'b.example.com': { A: ['10.0.0.1'], AAAA: ['2001:4860::1'] },
      'c.example.com': { A: ['10.0.0.1'], AAAA: ['::ffff:10.0.0.1'] },
      'd.example.com': {},
      'e.example.com': { A: ['10.0.0.1'], fails: { AAAA: 'servfail' } },
    });
    const find = (host: string) => findHostAddresses(resolver, host, isPublicAddress);
    expect(await find('a.example.com')).toMatchObject({ addresses: ['8.8.8.8'] });
    expect(await find('b.example.com')).toMatchObject({ addresses: ['2001:4860::1'] });
    expect(await find('c.example.com')).toEqual({ kind: 'not-public' });
    expect(await find('d.example.com')).toEqual({ kind: 'no-address' });
    expect(await find('e.example.com')).toMatchObject({ kind: 'trouble' });
  });

  it('the first host that leads somewhere is enough, and trouble outweighs denials', async () => {
    const resolver = await resolverIn({
      'inside.example.com': { A: ['127.0.0.1'] },
      'fails.example.com': { fails: 'servfail' },
      'good.example.com': { A: ['8.8.8.8'] },
    });
    const find = (...names: string[]) =>
      findReachability(
        resolver,
        names.map((name) => ({ host: `${name}.example.com`, priority: 0 })),
      );
    expect(await find('inside', 'fails', 'good')).toMatchObject({ kind: 'reachable' });
    expect(await find('inside', 'gone', 'fails')).toMatchObject({ kind: 'trouble' });
    expect(await find('gone', 'inside')).toEqual({ kind: 'not-public' });
    expect(await find('gone')).toEqual({ kind: 'no-address' });
  });
});

describe('CV-4: coming back', () => {
  it('is sooner at first, and ends', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelaySeconds('greylisted', attempt))).toEqual([
      360,
      900,
      1800,
      null,
    ]);
    const delays = [1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelaySeconds('trouble', attempt));
    expect(delays).toEqual([60, 300, 1800, 7200, 21_600, 43_200, null]);
    expect(retryDelaySeconds('trouble', 0)).toBe(60);
  });
});
