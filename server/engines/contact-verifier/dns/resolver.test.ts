import { afterEach, describe, expect, it } from 'vitest';
import { type DnsWorld, dnsFailures, startDnsWorld, type Zone } from '../../../../test/worlds/dns-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { Resolver } from './dns-answer.ts';
import { createResolver, type ResolverOptions } from './resolver.ts';

const start = new Date('2026-03-02T09:00:00Z');
const clock = fixedClock(start);
const opened: { close(): unknown }[] = [];

afterEach(async () => {
  clock.set(start);
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function world(zone: Zone): Promise<DnsWorld> {
  const started = await startDnsWorld(zone);
  opened.push(started);
  return started;
}

function resolverOf(servers: string[], options: Partial<ResolverOptions> = {}): Resolver {
  const resolver = createResolver({ servers, clock, ...options });
  opened.push(resolver);
  return resolver;
}

/** For worlds in which servers stay silent; the others may take their time. */
const impatient = { tryTimeoutMs: 60, deadlineMs: 200 };
const mail = { MX: [[10, 'mail.example.test']] } as const;

describe('answers', () => {
  it('CV-1: records come with the seconds they are good for', async () => {
    const dns = await world({
      'example.test': {
        MX: [
          [20, 'Backup.example.test'],
          [10, 'mail.example.test'],
        ],
        ttl: 1234,
      },
      'mail.example.test': { A: ['192.0.2.7'], AAAA: ['2001:db8::7'] },
    });
    const resolver = resolverOf([dns.server]);
    expect(await resolver.resolve('Example.TEST.', 'MX')).toEqual({
      kind: 'answer',
      records: [
        { type: 'MX', exchange: 'backup.example.test', preference: 20 },
        { type: 'MX', exchange: 'mail.example.test', preference: 10 },
      ],
      ttlSeconds: 1234,
    });
    expect(await resolver.resolve('mail.example.test', 'A')).toMatchObject({
      records: [{ type: 'A', address: '192.0.2.7' }],
    });
    expect(await resolver.resolve('mail.example.test', 'AAAA')).toMatchObject({
      records: [{ type: 'AAAA', address: '2001:db8::7' }],
    });
  });

  it('CV-1: a name without such records and a name that does not exist are told apart (RFC 2308)', async () => {
    const dns = await world({ 'example.test': mail });
    const resolver = resolverOf([dns.server]);
    expect(await resolver.resolve('example.test', 'A')).toEqual({ kind: 'no-data', ttlSeconds: 60 });
    expect(await resolver.resolve('nobody.test', 'A')).toEqual({ kind: 'no-such-domain', ttlSeconds: 60 });
  });

  it('CV-1: a denial without a SOA record counts when the server looked for us', async () => {
    const dns = await world({ 'example.test': { soa: false } });
    expect(await resolverOf([dns.server]).resolve('example.test', 'MX')).toMatchObject({ kind: 'no-data' });
  });

  it('follows aliases, also those whose target the answer leaves out', async () => {
    const dns = await world({
      'alias.test': { CNAME: 'second.test' },
      'second.test': { CNAME: 'example.test', ttl: 40 },
      'example.test': mail,
      'dangling.test': { CNAME: 'gone.test' },
    });
    const resolver = resolverOf([dns.server]);
    expect(await resolver.resolve('alias.test', 'MX')).toMatchObject({ kind: 'answer', ttlSeconds: 40 });
    expect(await resolver.resolve('dangling.test', 'MX')).toMatchObject({ kind: 'no-such-domain' });
  });

  it('fetches over TCP what UDP cut off', async () => {
    const many = Array.from({ length: 100 }, (_, n) => [n, `mx${n}.example.test`] as const);
    const dns = await world({ 'example.test': { MX: many, truncated: true } });
    const answer = await resolverOf([dns.server]).resolve('example.test', 'MX');
    expect(answer.kind === 'answer' && answer.records).toHaveLength(100);
    expect(dns.questions).toEqual(['MX example.test udp', 'MX example.test tcp']);
  });

  it('asks a server that is older than EDNS again without it', async () => {
    const dns = await world({ 'example.test': { ...mail, withoutEdns: true } });
    expect(await resolverOf([dns.server]).resolve('example.test', 'MX')).toMatchObject({ kind: 'answer' });
  });

  it('refuses names that cannot stand in a question, without asking', async () => {
    const dns = await world({});
    const resolver = resolverOf([dns.server]);
    const names = ['', '.', 'a..b', 'bücher.test', 'a b.test', `${'x'.repeat(64)}.test`, 'x.'.repeat(128)];
    for (const name of [...names, 'a\r\nb.test', '-a.test', '\u0000.test']) {
      expect(await resolver.resolve(name, 'MX')).toEqual({ kind: 'trouble', code: 'bad-name' });
    }
    expect(dns.questions).toEqual([]);
  });
});

describe('CV-4: trouble is never an answer', () => {
  const zone = Object.fromEntries(dnsFailures.map((fails) => [`${fails}.test`, { ...mail, fails }]));

  it.each(dnsFailures)('%s', async (fails) => {
    const dns = await world(zone);
    const began = performance.now();
    const answer = await resolverOf([dns.server], impatient).resolve(`${fails}.test`, 'MX');
    expect(answer.kind).toBe('trouble');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('a message that announces more than any honest answer is not waited for', async () => {
    const dns = await world({ 'example.test': { fails: 'tcp-giant' } });
    const answer = await resolverOf([dns.server]).resolve('example.test', 'MX');
    expect(answer).toEqual({ kind: 'trouble', code: 'oversized' });
  });

  it('no server listens', async () => {
    const dns = await startDnsWorld();
    await dns.close();
    const answer = await resolverOf([dns.server]).resolve('example.test', 'MX');
    expect(answer).toEqual({ kind: 'trouble', code: 'unreachable' });
  });

  it('no server is known', async () => {
    const answer = await resolverOf(['nonsense']).resolve('example.test', 'MX');
    expect(answer).toEqual({ kind: 'trouble', code: 'no-server' });
  });

  it('a resolver that was closed gives trouble to who still waits', async () => {
    const dns = await world({ 'example.test': { fails: 'silent' } });
    const resolver = resolverOf([dns.server], { tryTimeoutMs: 5000, deadlineMs: 5000 });
    const waiting = resolver.resolve('example.test', 'MX');
    resolver.close();
    expect(await waiting).toEqual({ kind: 'trouble', code: 'unreachable' });
  });
});

describe('several servers', () => {
  it.each(['servfail', 'refused', 'silent', 'binary'] as const)(
    'the next one is asked after %s',
    async (fails) => {
      const broken = await world({ 'example.test': { fails } });
      const good = await world({ 'example.test': mail });
      const resolver = resolverOf([broken.server, good.server], { tryTimeoutMs: 250 });
      expect(await resolver.resolve('example.test', 'MX')).toMatchObject({ kind: 'answer' });
    },
  );

  it('the one that answered is asked first from then on', async () => {
    const broken = await world({ 'a.test': { fails: 'servfail' }, 'b.test': { fails: 'servfail' } });
    const good = await world({ 'a.test': mail, 'b.test': mail });
    const resolver = resolverOf([broken.server, good.server]);
    await resolver.resolve('a.test', 'MX');
    await resolver.resolve('b.test', 'MX');
    expect(broken.questions).toEqual(['MX a.test udp']);
  });

  it('a server that fails is not asked twice, one that is silent is', async () => {
    const dns = await world({ 'fails.test': { fails: 'servfail' }, 'silent.test': { fails: 'silent' } });
    const resolver = resolverOf([dns.server], { tryTimeoutMs: 250 });
    await resolver.resolve('fails.test', 'MX');
    await resolver.resolve('silent.test', 'MX');
    expect(dns.questions).toEqual(['MX fails.test udp', 'MX silent.test udp', 'MX silent.test udp']);
  });
});

describe('memory', () => {
  it('an answer is kept for its time and no longer', async () => {
    const dns = await world({ 'example.test': { ...mail, ttl: 100 } });
    const resolver = resolverOf([dns.server]);
    await resolver.resolve('example.test', 'MX');
    clock.set(new Date(start.getTime() + 99_000));
    expect(await resolver.resolve('example.test', 'MX')).toMatchObject({ ttlSeconds: 1 });
    expect(dns.questions).toHaveLength(1);
    clock.set(new Date(start.getTime() + 100_000));
    expect(await resolver.resolve('example.test', 'MX')).toMatchObject({ ttlSeconds: 100 });
    expect(dns.questions).toHaveLength(2);
  });

  it('CV-4: trouble is forgotten within seconds', async () => {
    const dns = await world({ 'example.test': { fails: 'servfail' } });
    const resolver = resolverOf([dns.server]);
    await resolver.resolve('example.test', 'MX');
    dns.set('example.test', mail);
    expect(await resolver.resolve('example.test', 'MX')).toMatchObject({ kind: 'trouble' });
    clock.set(new Date(start.getTime() + 5000));
    expect(await resolver.resolve('example.test', 'MX')).toMatchObject({ kind: 'answer' });
  });

  it('has a bound: what was quiet longest is forgotten first', async () => {
    const dns = await world({ 'a.test': mail, 'b.test': mail, 'c.test': mail });
    const resolver = resolverOf([dns.server], { cache: { entries: 2 } });
    for (const name of ['a.test', 'b.test', 'a.test', 'c.test', 'a.test', 'b.test']) {
      await resolver.resolve(name, 'MX');
    }
    expect(dns.questions.map((question) => question.slice(3, 4)).join('')).toBe('abcb');
  });

  it('equal questions at the same time are asked once', async () => {
    const dns = await world({ 'example.test': mail });
    const resolver = resolverOf([dns.server]);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => resolver.resolve('example.test', 'MX')),
    );
    expect(new Set(answers.map((answer) => answer.kind))).toEqual(new Set(['answer']));
    expect(dns.questions).toHaveLength(1);
  });
});

describe('many questions', () => {
  it('come from several ports, each replaced in time, with ids that do not repeat a pattern', async () => {
    const dns = await world({});
    const resolver = resolverOf([dns.server], { tryTimeoutMs: 2000, deadlineMs: 10_000 });
    await Promise.all(Array.from({ length: 2000 }, (_, n) => resolver.resolve(`n${n}.test`, 'MX')));
    expect(new Set(dns.senders.map(({ port }) => port)).size).toBeGreaterThan(8);
    const steps = dns.senders.slice(1).map(({ id }, n) => id - (dns.senders[n]?.id ?? 0));
    expect(new Set(steps).size).toBeGreaterThan(1500);
  });

  it('wait for their turn within their deadline', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `n${n}.test`);
    const dns = await world(Object.fromEntries(names.map((name) => [name, { fails: 'silent' as const }])));
    const resolver = resolverOf([dns.server], { questionsAtOnce: 2, tryTimeoutMs: 50, deadlineMs: 50 });
    const began = performance.now();
    const answers = await Promise.all(names.map((name) => resolver.resolve(name, 'MX')));
    expect(answers).toEqual(names.map(() => ({ kind: 'trouble', code: 'timeout' })));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
