import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { patienceMs } from '../../../../test/patience.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { createReacherProvider, type ReacherOptions } from './reacher.ts';
import { readReacherAnswer } from './reacher-answer.ts';

const at = new Date('2026-03-02T09:00:00Z');
const clock = fixedClock(at);
const occasion = { at, attempt: 1, neverSpam: false };
/** For a verifier whose answer is not waited for. */
const impatient = { timeoutMs: 300 };
const opened: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

type Play = (request: IncomingMessage, response: ServerResponse, body: string) => void;

async function verifier(play: Play, options: Partial<ReacherOptions> = {}) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    play(request, response, Buffer.concat(chunks).toString());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/check_email`;
  return createReacherProvider({ url, clock, timeoutMs: patienceMs, ...options });
}

const mailbox = {
  can_connect_smtp: true,
  has_full_inbox: false,
  is_catch_all: false,
  is_deliverable: true,
  is_disabled: false,
};
const safe = {
  input: 'ada@example.com',
  is_reachable: 'safe',
  misc: { is_disposable: false, is_role_account: false },
  mx: { accepts_mail: true, records: ['mx.example.com.'] },
  smtp: mailbox,
  syntax: { is_valid_syntax: true },
};

describe('CV-1: what an answer comes to', () => {
  it.each<[string, object, string, string]>([
    ['a safe mailbox', safe, 'Valid', 'mailbox-accepted'],
    ['a risky mailbox that takes mail', { ...safe, is_reachable: 'risky' }, 'Valid', 'mailbox-accepted'],
    [
      'a mailbox that was refused',
      { ...safe, is_reachable: 'invalid', smtp: { ...mailbox, is_deliverable: false } },
      'Invalid',
      'undeliverable',
    ],
    [
      'a closed mailbox',
      { ...safe, is_reachable: 'invalid', smtp: { ...mailbox, is_deliverable: false, is_disabled: true } },
      'Invalid',
      'disabled',
    ],
    ['a disposable domain', { ...safe, misc: { is_disposable: true } }, 'Spam', 'disposable'],
    [
      'a catch-all domain',
      { ...safe, is_reachable: 'risky', smtp: { ...mailbox, is_catch_all: true } },
      'Unknown',
      'catch-all',
    ],
    [
      'a full mailbox',
      { ...safe, is_reachable: 'risky', smtp: { ...mailbox, has_full_inbox: true, is_deliverable: false } },
      'Unknown',
      'full-inbox',
    ],
    ['no clear answer', { ...safe, is_reachable: 'unknown' }, 'Unknown', 'verifier-unknown'],
    ['a contradiction', { ...safe, smtp: { ...mailbox, is_deliverable: false } }, 'Unknown', 'contradiction'],
    ['misc left out', { is_reachable: 'safe', smtp: mailbox }, 'Valid', 'mailbox-accepted'],
  ])('%s', (_, body, validity, code) => {
    const verdict = readReacherAnswer(body, occasion);
    expect(verdict).toMatchObject({ validity, evidence: [{ check: 'provider', code }] });
  });

  it.each<[string, object]>([
    [
      'it could not connect',
      { ...safe, is_reachable: 'invalid', smtp: { ...mailbox, can_connect_smtp: false } },
    ],
    [
      'it did not get that far',
      {
        ...safe,
        is_reachable: 'invalid',
        smtp: Object.fromEntries(Object.keys(mailbox).map((key) => [key, false])),
      },
    ],
    [
      'it had trouble',
      { ...safe, is_reachable: 'unknown', smtp: { error: { type: 'SmtpError', message: 'timeout' } } },
    ],
  ])('CV-4: Unknown and a retry when %s', (_, body) => {
    expect(readReacherAnswer(body, occasion)).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60 });
  });

  it('CV-6: a domain that is known as good is not spam because the service says so', () => {
    const body = { ...safe, misc: { is_disposable: true } };
    expect(readReacherAnswer(body, { ...occasion, neverSpam: true })).toMatchObject({ validity: 'Valid' });
  });

  it('CV-4: another shape is no answer', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(readReacherAnswer(body, occasion)).toBeUndefined();
      }),
    );
  });
});

describe('asking the service', () => {
  it('sends the address and the headers it was told, and reads the answer', async () => {
    const seen: unknown[] = [];
    const provider = await verifier(
      (request, response, body) => {
        seen.push(request.method, request.url, request.headers['x-reacher-secret'], JSON.parse(body));
        response.setHeader('content-type', 'application/json').end(JSON.stringify(safe));
      },
      { headers: { 'x-reacher-secret': 'open sesame' } },
    );
    const verdict = await provider.verify('ada@example.com', { attempt: 1, neverSpam: false });
    expect(verdict.validity).toBe('Valid');
    expect(seen).toEqual(['POST', '/v1/check_email', 'open sesame', { to_email: 'ada@example.com' }]);
  });

  it.each([
    ['ada@sales.tarpit.co.uk', 'tarpit.co.uk'],
    ['ada@a.b.tarpit.example', 'tarpit.example'],
    ['ada@gmail.com', undefined],
  ])('CV-4: says whose mail servers it may have to wait for: %s', async (address, domain) => {
    const asked: unknown[] = [];
    const ask: ReacherOptions['ask'] = async ({ about }) => {
      asked.push(about);
      return { kind: 'timeout' };
    };
    const provider = createReacherProvider({ url: 'http://verifier.test/', clock, ask });
    await provider.verify(address, { attempt: 1, neverSpam: false });
    expect(asked).toEqual([domain]);
  });

  const failures: Record<string, Play> = {
    'provider-http-500': (_, response) => response.writeHead(500).end('{"error":"x"}'),
    'provider-http-401': (_, response) => response.writeHead(401).end(),
    'provider-malformed': (_, response) => response.end('{"is_reachable":"inv'),
    'provider-oversized': (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
    'provider-timeout': () => {},
    'provider-unreachable': (request) => request.socket.destroy(),
  };

  it.each(Object.keys(failures))('CV-4: %s is Unknown and a retry', async (code) => {
    const provider = await verifier(
      failures[code] ?? (() => {}),
      code === 'provider-timeout' ? impatient : {},
    );
    const verdict = await provider.verify('ada@example.com', { attempt: 1, neverSpam: false });
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60, evidence: [{ code }] });
  });

  it('CV-4: an answer that drips ends with the time limit', async () => {
    const provider = await verifier((_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    }, impatient);
    const verdict = await provider.verify('ada@example.com', { attempt: 1, neverSpam: false });
    expect(verdict.evidence[0]?.code).toBe('provider-timeout');
  });

  it('does not follow the service to another place', async () => {
    const asked: string[] = [];
    const provider = await verifier((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const verdict = await provider.verify('ada@example.com', { attempt: 1, neverSpam: false });
    expect(verdict.validity).toBe('Unknown');
    expect(asked).toEqual(['/v1/check_email']);
  });

  it.each([
    ['90', 90],
    ['1', 60],
    ['99999999', 86_400],
    // A date adds nothing to our own delay.
    ['Wed, 21 Oct 2026 07:28:00 GMT', 60],
  ])('CV-4: comes back when a busy service says so: %s', async (header, seconds) => {
    const provider = await verifier((_, response) =>
      response.writeHead(429, { 'retry-after': header }).end(),
    );
    const verdict = await provider.verify('ada@example.com', { attempt: 1, neverSpam: false });
    expect(verdict.retryAfterSeconds).toBe(seconds);
  });
});
