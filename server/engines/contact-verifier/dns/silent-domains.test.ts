import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../platform/clock.ts';
import type { DnsAnswer } from './dns-answer.ts';
import { sparingSilentDomains } from './silent-domains.ts';

const silence: DnsAnswer = { kind: 'trouble', code: 'timeout' };
const mx: DnsAnswer = {
  kind: 'answer',
  ttlSeconds: 300,
  records: [{ type: 'MX', exchange: 'mx.silent.test', preference: 1 }],
};

/** A resolver that gets no answers about some names. */
function setUp(isSilent: (name: string, type: string) => boolean) {
  const clock = fixedClock(new Date('2026-11-20T10:00:00Z'));
  const asked: string[] = [];
  const resolver = sparingSilentDomains(
    {
      resolve: async (name, type) => {
        asked.push(`${type} ${name}`);
        return isSilent(name, type) ? silence : mx;
      },
      close: () => undefined,
    },
    clock,
  );
  const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
  return { resolver, asked, later };
}

describe('CV-5: name servers that do not answer', () => {
  it('CV-5 are waited for a few times, whatever name below the domain is asked for', async () => {
    const { resolver, asked } = setUp(() => true);
    for (let index = 0; index < 60; index++)
      expect(await resolver.resolve(`mx${index}.silent.test`, 'A')).toEqual(silence);
    expect(asked).toHaveLength(3);
    expect(await resolver.resolve('other.test', 'A')).toEqual(silence);
    expect(asked).toHaveLength(4);
  });

  it('CV-5 an answer to one question is no reason to wait for another that has none', async () => {
    const { resolver, asked } = setUp((_name, type) => type !== 'MX');
    for (let index = 0; index < 20; index++) {
      await resolver.resolve(`box${index}.silent.test`, 'MX');
      await resolver.resolve(`box${index}.silent.test`, 'A');
    }
    expect(asked.filter((question) => question.startsWith('A '))).toHaveLength(3);
  });

  it('CV-5 after a pause one question shows whether they answer again; each pause is longer, up to half an hour', async () => {
    let silent = true;
    const { resolver, asked, later } = setUp(() => silent);
    for (let index = 0; index < 4; index++) await resolver.resolve('silent.test', 'A');
    expect(asked).toHaveLength(3);
    later(61);
    await Promise.all([1, 2, 3].map((n) => resolver.resolve(`n${n}.silent.test`, 'A')));
    expect(asked).toHaveLength(4);
    later(61);
    await resolver.resolve('silent.test', 'A');
    expect(asked).toHaveLength(4);
    later(60);
    silent = false;
    expect(await resolver.resolve('silent.test', 'A')).toEqual(mx);
    expect(await resolver.resolve('silent.test', 'A')).toEqual(mx);
    expect(asked).toHaveLength(6);
  });

  it('CV-5 three silences in a day are no silent domain', async () => {
    const { resolver, asked, later } = setUp(() => true);
    for (let index = 0; index < 10; index++) {
      await resolver.resolve('slow.test', 'A');
      later(400);
    }
    expect(asked).toHaveLength(10);
  });
});
