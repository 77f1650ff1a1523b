import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../../platform/clock.ts';
import { ConfigError } from '../../../platform/config.ts';
import { checkPhone } from './check-phone.ts';
import {
  checkPhoneWithProvider,
  createTwilioLookup,
  createVonageIdentityInsights,
  type PhoneReachability,
  type Reachability,
} from './providers.ts';

const now = new Date('2026-11-20T12:00:00Z');
const mobile = '+491711234561';
const unclearLine = '+14155552671';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Play = (response: ServerResponse, socket: Socket) => void;

/** A real server on loopback that plays what the test tells it to; keeps the last request. */
let play: Play = (response) => response.end();
let asked: Asked | null = null;
const timers = new Set<NodeJS.Timeout>();
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method, url, headers } = request;
  asked = { method, url, headers, body: Buffer.concat(chunks).toString() };
  // One connection per question: a cut one must not affect the next test.
  response.shouldKeepAlive = false;
  play(response, request.socket);
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address and a port.
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const timer of timers) clearInterval(timer);
  timers.clear();
  asked = null;
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Play => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
};

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const twilio = (timeoutMs = 2000) =>
  createTwilioLookup({ baseUrl, accountSid: 'AC1', authToken: 'secret', timeoutMs });
const vonage = (timeoutMs = 2000) =>
  createVonageIdentityInsights({
    baseUrl,
    applicationId: 'app-1',
    privateKey: keys.privateKey,
    timeoutMs,
    clock: fixedClock(now),
  });

describe('Twilio Lookup', () => {
  it('CV-2: asks for the line status of one number', async () => {
    play = json({ line_status: { status: 'reachable', error_code: null } });
    await twilio().check(mobile);
    expect(asked).toMatchObject({
      method: 'GET',
      url: '/v2/PhoneNumbers/%2B491711234561?Fields=line_status',
      headers: { authorization: `Basic ${Buffer.from('AC1:secret').toString('base64')}` },
    });
  });

  it('CV-2: asks for the type of the line where the plan cannot tell it', async () => {
    play = json({ line_status: { status: 'reachable' } });
    await twilio().check(unclearLine);
    expect(asked?.url).toBe('/v2/PhoneNumbers/%2B14155552671?Fields=line_status%2Cline_type_intelligence');
  });

  it.each([
    [{ status: 'reachable', error_code: null }, 'reachable', 'reachable'],
    [{ status: 'Reachable' }, 'reachable', 'reachable'],
    [{ status: 'active', error_code: null }, 'reachable', 'active'],
    [{ status: 'inactive', error_code: null }, 'inactive', 'inactive'],
    [{ status: 'unreachable', error_code: null }, 'silent', 'unreachable-now'],
    [{ status: 'unknown', error_code: null }, 'silent', 'unknown'],
    [{ status: null, error_code: null }, 'silent', 'unknown'],
    [{ status: 'something new' }, 'silent', 'unknown'],
    [{ status: 'inactive', error_code: 60_600 }, 'silent', 'no-line-status'],
    [null, 'silent', 'no-line-status'],
  ])('CV-2: %j is %s: %s', async (lineStatus, status, code) => {
    play = json({ phone_number: mobile, valid: true, line_status: lineStatus });
    expect(await twilio().check(mobile)).toMatchObject({ status, code });
  });

  it.each([
    ['mobile', 'inactive', 'inactive'],
    ['nonFixedVoip', 'inactive', 'inactive'],
    ['landline', 'silent', 'not-mobile'],
    ['fixedVoip', 'silent', 'not-mobile'],
    ['tollFree', 'silent', 'not-mobile'],
    [null, 'silent', 'line-type-unknown'],
  ])('CV-4: inactive on mobile networks, for a line of type %s, is %s', async (type, status, code) => {
    play = json({ line_status: { status: 'inactive' }, line_type_intelligence: { type } });
    expect(await twilio().check(unclearLine)).toMatchObject({ status, code });
  });
});

describe('Vonage Identity Insights', () => {
  it('CV-2: asks for reachability and carrier, with a token of its own', async () => {
    play = json({ insights: { reachability: { is_reachable: true, status: { code: 'OK' } } } });
    await vonage().check(mobile);
    expect(asked).toMatchObject({ method: 'POST', url: '/identity-insights/v1/requests' });
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      phone_number: '491711234561',
      purpose: 'FraudPreventionAndDetection',
      insights: { reachability: {}, current_carrier: {} },
    });
    const [header = '', claims = '', signature = ''] = (asked?.headers.authorization ?? '')
      .slice(7)
      .split('.');
    const verifier = createVerify('RSA-SHA256').update(`${header}.${claims}`);
    expect(verifier.verify(keys.publicKey, signature, 'base64url')).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      application_id: 'app-1',
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 300,
    });
  });

  it('CV-2: asks for the original carrier where the plan cannot tell the type of the line', async () => {
    play = json({ insights: {} });
    await vonage().check(unclearLine);
    expect(JSON.parse(asked?.body ?? '').insights).toHaveProperty('original_carrier', {});
  });

  const ok = { status: { code: 'OK' } };
  const failed = (code: string) => ({ status: { code } });
  it.each([
    [{ reachability: { ...ok, is_reachable: true } }, 'reachable', 'reachable', undefined],
    [
      { reachability: { ...ok, is_reachable: false }, current_carrier: ok },
      'silent',
      'unreachable-now',
      21_600,
    ],
    [
      { reachability: failed('UNAUTHORIZED'), current_carrier: failed('NOT_FOUND') },
      'inactive',
      'inactive',
      undefined,
    ],
    [
      { reachability: failed('NO_COVERAGE'), current_carrier: failed('not_found') },
      'inactive',
      'inactive',
      undefined,
    ],
    [
      { current_carrier: failed('NOT_FOUND'), original_carrier: { ...ok, network_type: 'LANDLINE' } },
      'silent',
      'not-mobile',
      null,
    ],
    [{ reachability: failed('NOT_FOUND'), current_carrier: ok }, 'silent', 'carrier-only', null],
    [
      { reachability: failed('UNAUTHORIZED'), current_carrier: { ...ok, network_type: 'MOBILE' } },
      'silent',
      'carrier-only',
      null,
    ],
    [{ current_carrier: { ...ok, network_type: 'LANDLINE' } }, 'silent', 'not-mobile', null],
    [
      { reachability: failed('SUPPLIER_ERROR'), current_carrier: failed('SUPPLIER_ERROR') },
      'silent',
      'no-insight',
      3600,
    ],
    [
      { reachability: failed('NOT_FOUND'), current_carrier: failed('INTERNAL_ERROR') },
      'silent',
      'no-insight',
      3600,
    ],
    [{ current_carrier: failed('NO_COVERAGE') }, 'silent', 'no-insight', null],
    [{ current_carrier: failed('INVALID_NUMBER_FORMAT') }, 'silent', 'no-insight', null],
    [{}, 'silent', 'no-insight', 3600],
  ])('CV-2: %j is %s: %s', async (insights, status, code, retryAfterSeconds) => {
    play = json({ request_id: 'r', insights });
    const found = await vonage().check(mobile);
    expect(found).toMatchObject({ status, code });
    if (found.status === 'silent') expect(found.retryAfterSeconds).toBe(retryAfterSeconds);
  });
});

const drip: Play = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  timers.add(setInterval(() => response.write(' '), 5));
};

const halfAnswer: Play = (response, socket) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"line_', () => socket.destroy());
};

describe.each([
  ['Twilio', twilio],
  ['Vonage', vonage],
])('a hostile answer to %s', (_name, provider) => {
  it.each<[string, Play, string]>([
    ['an error page', (response) => response.writeHead(200).end('<html>Bad gateway</html>'), 'not-json'],
    ['nothing', (response) => response.writeHead(200).end(), 'not-json'],
    ['a list', json([1, 2]), 'unexpected-answer'],
    ['null', json(null), 'unexpected-answer'],
    ['numbers for objects', json({ line_status: 7, insights: 7 }), 'unexpected-answer'],
    [
      'numbers for words',
      json({ line_status: { status: 1 }, insights: { reachability: { status: 5 } } }),
      'unexpected-answer',
    ],
    [
      '1 MB of JSON',
      json({ line_status: { status: 'inactive' }, insights: {}, pad: 'x'.repeat(1_000_000) }),
      'too-large',
    ],
    ['half of a JSON', halfAnswer, 'no-connection'],
    ['a cut connection', (_response, socket) => socket.destroy(), 'no-connection'],
    ['no HTTP at all', (_response, socket) => void socket.end('\u0000\u0001 hello\r\n\r\n'), 'no-connection'],
    ['400', json({ code: 20404 }, 400), 'http-400'],
    ['401', json({}, 401), 'http-401'],
    ['404', json({ code: 20404 }, 404), 'http-404'],
    ['429', json({}, 429), 'http-429'],
    ['500', json({}, 500), 'http-500'],
    ['503', json({}, 503), 'http-503'],
    ['a redirect', (response) => response.writeHead(302, { location: baseUrl }).end(), 'http-302'],
    ['204', (response) => response.writeHead(204).end(), 'http-204'],
  ])('CV-4: %s is silence, to be asked again', async (_what, what, code) => {
    play = what;
    const found = await provider().check(mobile);
    expect(found).toMatchObject({ status: 'silent', code });
    expect(found.status === 'silent' && found.retryAfterSeconds).toBeGreaterThanOrEqual(60);
    expect(found.detail).not.toContain('1711234561');
  });

  it.each<[string, Play]>([
    ['silent', () => undefined],
    ['dripping', drip],
  ])('CV-4: a %s server costs no more than the time limit', async (_what, what) => {
    play = what;
    const began = performance.now();
    expect(await provider(60).check(mobile)).toMatchObject({ status: 'silent', code: 'timeout' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('CV-4: waits as long as the provider asks, from a minute to a day', async () => {
    const waits: unknown[] = [];
    for (const header of ['120', '1', '99999999', 'Wed, 21 Oct 2026 07:28:00 GMT', '-5']) {
      play = json({}, 429, { 'retry-after': header });
      const found = await provider().check(mobile);
      waits.push(found.status === 'silent' && found.retryAfterSeconds);
    }
    expect(waits).toEqual([120, 60, 86_400, 300, 300]);
  });

  it('CV-4: can be stopped', async () => {
    play = drip;
    expect(await provider().check(mobile, AbortSignal.abort())).toMatchObject({
      status: 'silent',
      code: 'cancelled',
    });
  });

  it('CV-4: whatever JSON comes back, nothing but the words for it makes a number inactive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 200, max: 599 }), async (value, status) => {
        play = json({ line_status: value, insights: value }, status);
        expect((await provider().check(mobile)).status).toBe('silent');
      }),
      { numRuns: 50 },
    );
  });
});

describe('the address of a provider', () => {
  it.each(['http://lookups.twilio.com', 'http://10.0.0.1', 'ftp://127.0.0.1', 'lookups.twilio.com', ''])(
    'CV-5: %j stops the start',
    (wrong) => {
      expect(() =>
        createTwilioLookup({ baseUrl: wrong, accountSid: 'a', authToken: 'b', timeoutMs: 1 }),
      ).toThrow(ConfigError);
    },
  );

  it('has the public one without any setting', () => {
    expect(createTwilioLookup({ accountSid: 'a', authToken: 'b', timeoutMs: 1 }).name).toBe('Twilio Lookup');
  });

  it('a key that cannot be read stops the start, and is not repeated', () => {
    const make = () =>
      createVonageIdentityInsights({ applicationId: 'a', privateKey: 'not a key', timeoutMs: 1 });
    expect(make).toThrow(ConfigError);
    expect(make).not.toThrow(/not a key/);
  });
});

describe('a verdict with a provider', () => {
  const plan = (typed: string) => checkPhone(typed, { country: 'DE', now });
  const saying = (found: Reachability, mobileOnly = true): PhoneReachability & { asked: string[] } => {
    const numbers: string[] = [];
    return {
      name: 'Provider',
      mobileOnly,
      asked: numbers,
      check: async (e164) => {
        numbers.push(e164);
        return found;
      },
    };
  };
  const quiet: Reachability = { status: 'silent', code: 'timeout', detail: 'Slow.', retryAfterSeconds: 900 };

  it.each<[Reachability, string, string, number | null]>([
    [{ status: 'reachable', code: 'reachable', detail: 'Yes.' }, 'Valid', 'passed', null],
    [{ status: 'inactive', code: 'inactive', detail: 'No.' }, 'Invalid', 'failed', null],
    [quiet, 'Unknown', 'unknown', 900],
  ])('CV-2: %j makes it %s, with both findings', async (found, validity, result, retryAfterSeconds) => {
    const verdict = await checkPhoneWithProvider(plan(mobile), saying(found), now);
    expect(verdict).toMatchObject({ validity, retryAfterSeconds, e164: mobile });
    expect(verdict.evidence).toMatchObject([
      { check: 'number-plan', code: 'number-plan' },
      { check: 'reachability', result, code: found.code, detail: found.detail, at: now.toISOString() },
    ]);
  });

  it('CV-2: a number that looks typed to fill a field can still be found reachable', async () => {
    const provider = saying({ status: 'reachable', code: 'reachable', detail: 'Yes.' });
    expect(plan('0171 1111111').validity).toBe('Unknown');
    expect((await checkPhoneWithProvider(plan('0171 1111111'), provider, now)).validity).toBe('Valid');
  });

  it.each(['', 'none', '+49 1', '+999 1234567', '0171 39200 42', '+1 222 222 2222'])(
    'CV-2: %j is not asked about, and stays what it is',
    async (typed) => {
      const provider = saying({ status: 'reachable', code: 'reachable', detail: 'Yes.' });
      const verdict = plan(typed);
      expect(await checkPhoneWithProvider(verdict, provider, now)).toBe(verdict);
      expect(provider.asked).toEqual([]);
    },
  );

  it('CV-2: a fixed line is not asked about where only mobile networks are known, and stays valid by the plan', async () => {
    const provider = saying({ status: 'inactive', code: 'inactive', detail: 'No.' });
    const verdict = await checkPhoneWithProvider(plan('030 901820'), provider, now);
    expect(provider.asked).toEqual([]);
    expect(verdict.validity).toBe('Valid');
    expect(verdict.evidence.at(-1)).toMatchObject({
      check: 'reachability',
      result: 'skipped',
      code: 'not-mobile',
    });
    const knowsAll = saying(quiet, false);
    expect((await checkPhoneWithProvider(plan('030 901820'), knowsAll, now)).validity).toBe('Unknown');
    expect(knowsAll.asked).toEqual(['+4930901820']);
  });

  it('CV-4: a provider that breaks its promise and fails is silent', async () => {
    const broken: PhoneReachability = {
      name: 'Provider',
      mobileOnly: true,
      check: () => Promise.reject(new Error('secret detail')),
    };
    const verdict = await checkPhoneWithProvider(plan(mobile), broken, now);
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 900 });
    expect(JSON.stringify(verdict)).not.toContain('secret');
  });
});
