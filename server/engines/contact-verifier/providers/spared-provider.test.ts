import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patienceMs } from '../../../../test/patience.ts';
import { startDnsWorld } from '../../../../test/worlds/dns-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { metrics } from '../../../platform/http/metrics.ts';
import type { Logger } from '../../../platform/log.ts';
import { createCheckers } from '../assembly/checkers.ts';
import { checkPhone } from '../phone/check-phone.ts';
import {
  checkPhoneWithProvider,
  createTwilioLookup,
  createVonageIdentityInsights,
} from '../phone/providers.ts';
import { askProvider, type ProviderAnswer, type ProviderQuestion } from './ask-provider.ts';
import { type ProviderStanding, sparingProvider } from './spared-provider.ts';

const start = new Date('2026-11-20T10:00:00Z');
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

type Play = (response: ServerResponse) => void;
const hangs: Play = () => undefined;
const says =
  (status: number, headers: Record<string, string> = {}): Play =>
  (response) =>
    response.writeHead(status, headers).end('{}');

/** A provider on loopback that plays what the test tells it to, and the clock that times its pauses. */
async function provider(play: Play) {
  const world = { play, asked: 0 };
  const server = createServer((request, response) => {
    world.asked += 1;
    request.resume();
    world.play(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const clock = fixedClock(start);
  const told: ProviderStanding[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const ask = sparingProvider({ clock, onChange: (standing) => told.push(standing) });
  // Only for a provider that hangs is the whole time limit used up.
  const timeoutMs = play === hangs ? 100 : patienceMs;
  const question = { url, method: 'GET', headers: {}, timeoutMs } as const;
  return {
    world,
    clock,
    told,
    url,
    ask: () => ask(question),
    later: (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000)),
  };
}

describe('CV-4: a provider in trouble', () => {
  it.each<[string, Play, string]>([
    ['hangs', hangs, 'timeout'],
    ['breaks', says(500), 'refused'],
    ['is away', says(503), 'refused'],
    ['has had enough', says(429), 'refused'],
    ['cuts connections', (response) => response.socket?.destroy(), 'no-connection'],
  ])('that %s is asked three times and then left alone for a minute', async (_, play, kind) => {
    const { world, ask, told } = await provider(play);
    for (let n = 0; n < 3; n++) expect((await ask()).kind).toBe(kind);
    expect(told).toEqual([{ isAsked: false, pauseSeconds: 60 }]);
    for (let n = 0; n < 20; n++) expect(await ask()).toEqual({ kind: 'spared', retryAfterSeconds: 60 });
    expect(world.asked).toBe(3);
  });

  it('is tried by one question after the pause, and each pause is longer, up to half an hour', async () => {
    const { world, ask, later } = await provider(says(500));
    for (let n = 0; n < 3; n++) await ask();
    for (const pause of [60, 120, 240, 480, 960, 1800, 1800]) {
      later(pause - 1);
      expect((await ask()).kind).toBe('spared');
      later(1);
      const before = world.asked;
      const kinds = (await Promise.all([ask(), ask(), ask()])).map((answer) => answer.kind);
      expect(kinds.toSorted()).toEqual(['refused', 'spared', 'spared']);
      expect(world.asked).toBe(before + 1);
    }
  });

  it('is asked as before once it answers, and the next pause is short again', async () => {
    const { world, ask, later, told } = await provider(says(500));
    for (let n = 0; n < 3; n++) await ask();
    later(60);
    await ask();
    later(120);
    world.play = says(200);
    expect((await ask()).kind).toBe('answered');
    expect((await Promise.all([ask(), ask()])).map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(told).toEqual([
      { isAsked: false, pauseSeconds: 60 },
      { isAsked: true, pauseSeconds: 0 },
    ]);
    world.play = says(500);
    for (let n = 0; n < 3; n++) await ask();
    expect(await ask()).toEqual({ kind: 'spared', retryAfterSeconds: 60 });
  });

  it.each([429, 503])('is left alone for as long as it says with status %s', async (status) => {
    const { world, ask, later } = await provider(says(status, { 'retry-after': '600' }));
    expect(await ask()).toEqual({ kind: 'refused', status, retryAfterSeconds: 600 });
    later(599);
    expect((await ask()).kind).toBe('spared');
    later(1);
    world.play = says(200);
    expect((await ask()).kind).toBe('answered');
    expect(world.asked).toBe(2);
  });

  it.each<[string, Play]>([
    ['answers now and then', says(500)],
    ['refuses our credentials', says(401)],
  ])('that %s goes on being asked', async (_, play) => {
    const { world, ask } = await provider(says(200));
    for (let n = 0; n < 12; n++) {
      world.play = n % 3 === 2 ? says(200) : play;
      expect((await ask()).kind).not.toBe('spared');
    }
    expect(world.asked).toBe(12);
  });

  it.each<[string, ProviderAnswer]>([
    ['does not answer', { kind: 'timeout' }],
    ['breaks', { kind: 'refused', status: 500, retryAfterSeconds: null }],
  ])('goes on being asked when it %s about addresses of one domain, however many', async (_, answer) => {
    const { ask, clock, said } = about();
    for (let n = 0; n < 40; n++) expect(await ask('tarpit.test', answer)).toEqual(answer);
    expect(await ask('acme.com', answer)).toEqual(answer);
    expect(await ask('acme.net', answer)).toEqual(answer);
    expect((await ask('acme.org', answer)).kind).toBe('spared');
    // A trial after the pause learns nothing from that domain: the next one tries.
    clock.set(new Date(start.getTime() + 60_000));
    expect(await ask('tarpit.test', answer)).toEqual(answer);
    expect((await ask('acme.com', { kind: 'answered', text: '{}' })).kind).toBe('answered');
    expect(said.map(({ isAsked }) => isAsked)).toEqual([false, true]);
  });

  it.each<ProviderAnswer>([
    { kind: 'no-connection' },
    { kind: 'refused', status: 429, retryAfterSeconds: null },
  ])('is left alone for what no domain can lead to: %o', async (answer) => {
    const { ask } = about();
    for (let n = 0; n < 3; n++) expect(await ask('acme.com', answer)).toEqual(answer);
    expect((await ask('acme.com', answer)).kind).toBe('spared');
  });

  it('three troubles in a day are none', async () => {
    const { world, ask, later } = await provider(says(500));
    for (let n = 0; n < 10; n++) {
      await ask();
      later(400);
    }
    expect(world.asked).toBe(10);
  });

  it('answers that were on their way when it was left alone make no pause longer', async () => {
    const { ask, clock } = controlled();
    const questions = Array.from({ length: 10 }, () => ask.one());
    await ask.end(10, { kind: 'timeout' });
    await Promise.all(questions);
    clock.set(new Date(start.getTime() + 60_000));
    const trial = ask.one();
    await ask.end(1, { kind: 'answered', text: '{}' });
    expect((await trial).kind).toBe('answered');
  });

  it('a burst does not wait for it: at most sixteen ask at once, the others are told when it is left alone', async () => {
    const { ask } = controlled();
    const questions = Array.from({ length: 1000 }, () => ask.one());
    await new Promise(setImmediate);
    expect(ask.open()).toBe(16);
    await ask.end(3, { kind: 'timeout' });
    await ask.end(ask.open(), { kind: 'timeout' });
    const kinds = (await Promise.all(questions)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'spared').length).toBeGreaterThanOrEqual(1000 - 19);
    expect(ask.open()).toBe(0);
  });

  it('nobody waits for a turn longer than a bound', async () => {
    const { ask } = controlled(20);
    const questions = Array.from({ length: 17 }, () => ask.one());
    expect(await questions[16]).toEqual({ kind: 'spared', retryAfterSeconds: 60 });
    await ask.end(16, { kind: 'answered', text: '{}' });
    await Promise.all(questions.slice(0, 16));
  });
});

/** Queries about domains, with the provider's answer. */
function about() {
  const clock = fixedClock(start);
  const said: ProviderStanding[] = [];
  let answer: ProviderAnswer = { kind: 'timeout' };
  const sparing = sparingProvider({
    clock,
    onChange: (standing) => said.push(standing),
    ask: async () => answer,
  });
  const ask = (domain: string, given: ProviderAnswer) => {
    answer = given;
    return sparing({ url: 'http://127.0.0.1/', method: 'GET', headers: {}, timeoutMs: 100, about: domain });
  };
  return { clock, said, ask };
}

/** Queries whose answers the test gives. */
function controlled(patienceMs?: number) {
  const clock = fixedClock(start);
  const waiting: ((answer: ProviderAnswer) => void)[] = [];
  const sparing = sparingProvider({
    clock,
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ask: () => new Promise((resolve) => waiting.push(resolve)),
  });
  const question: ProviderQuestion = { url: 'http://127.0.0.1/', method: 'GET', headers: {}, timeoutMs: 100 };
  const end = async (count: number, answer: ProviderAnswer) => {
    for (let n = 0; n < count; n++) {
      while (waiting.length === 0) await new Promise(setImmediate);
      waiting.shift()?.(answer);
    }
    // Everyone in the queue has had their turn.
    await new Promise(setImmediate);
  };
  return { clock, ask: { one: () => sparing(question), open: () => waiting.length, end } };
}

describe('CV-4: leads whose provider hangs', () => {
  const mobile = '+491711234561';
  let timeoutMs: number;
  beforeEach(() => {
    timeoutMs = 100;
  });
  const quickly = (question: ProviderQuestion) => askProvider({ ...question, timeoutMs });

  it('have an Unknown address with the reason and a later check, and the operator is told once', async () => {
    const { world, url, clock, later } = await provider(hangs);
    const mx = { MX: [[10, 'mx.acme.com']] } as const;
    const dns = await startDnsWorld({
      ...{ 'acme.com': mx, 'acme.net': mx, 'acme.org': mx },
      'mx.acme.com': { A: ['8.8.8.8'] },
    });
    opened.push(async () => dns.close());
    const said: string[] = [];
    const note = (_facts: unknown, words: string) => void said.push(words);
    const checkers = createCheckers({
      settings: { emailMode: 'provider', dnsServers: [dns.server], knownDomains: [], verifierUrl: url },
      clock,
      log: { warn: note, error: note } as Pick<Logger, 'warn' | 'error'>,
      ask: quickly,
    });
    const check = (domain = 'acme.com') => checkers.email(null).check(`ada@${domain}`);
    for (const domain of ['acme.com', 'acme.net', 'acme.org'])
      expect((await check(domain)).evidence.at(-1)).toMatchObject({
        check: 'provider',
        code: 'provider-timeout',
      });
    const verdict = await check();
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60 });
    expect(verdict.evidence.at(-1)).toMatchObject({ result: 'unknown', code: 'provider-paused' });
    expect(world.asked).toBe(3);
    expect(said).toEqual([expect.stringMatching(/^the email verifier does not answer .* left alone/)]);
    expect(await metrics.metrics()).toContain(
      'leadlight_contact_provider_asked{provider="the email verifier"} 0',
    );
    later(60);
    world.play = says(200);
    timeoutMs = patienceMs;
    expect((await check()).evidence.at(-1)).toMatchObject({ code: 'provider-malformed' });
    expect(said.at(-1)).toBe('the email verifier answers again');
    expect(await metrics.metrics()).toContain(
      'leadlight_contact_provider_asked{provider="the email verifier"} 1',
    );
  });

  it.each(['Twilio Lookup', 'Vonage Identity Insights'])('have an Unknown number: %s', async (name) => {
    const { url, clock, world } = await provider(hangs);
    const ask = sparingProvider({ clock, ask: quickly });
    const phone =
      name === 'Twilio Lookup'
        ? createTwilioLookup({ baseUrl: url, accountSid: 'a', authToken: 'b', timeoutMs: 100, ask })
        : createVonageIdentityInsights({
            baseUrl: url,
            applicationId: 'a',
            privateKey: keys.privateKey,
            timeoutMs: 100,
            clock,
            ask,
          });
    const check = () =>
      checkPhoneWithProvider(checkPhone(mobile, { country: 'DE', now: start }), phone, clock.now());
    for (let n = 0; n < 3; n++) expect((await check()).validity).toBe('Unknown');
    const verdict = await check();
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60 });
    expect(verdict.evidence.at(-1)).toMatchObject({ check: 'reachability', code: 'provider-paused' });
    expect(verdict.evidence.at(-1)?.detail).toContain(name);
    expect(world.asked).toBe(3);
  });
});
