import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { emailVerdictSchema } from '../../../../contract/leads/contact-checks.ts';
import { dnsFailures, startDnsWorld, type Zone } from '../../../../test/worlds/dns-world.ts';
import {
  type SmtpFailure,
  smtpFailures,
  startFailingMailServer,
  startMailServer,
} from '../../../../test/worlds/smtp-world.ts';
import { createResolver, type ResolverOptions } from '../dns/resolver.ts';
import type { EmailProvider } from '../providers/reacher.ts';
import { createMailboxProbe } from '../smtp/mailbox-probe.ts';
import {
  checkIn,
  clock,
  closeAll,
  codesOf,
  impatient,
  mailDomains,
  opened,
  reachable,
  zone,
} from './check-email.fixture.ts';
import { createEmailCheck, type EmailCheck } from './check-email.ts';
import { loadMailDomains } from './mail-domains.ts';

afterEach(closeAll);

describe('the mode dns', () => {
  it.each([
    ['ada@acme.com', 'Valid', 'mail-server passed domain-takes-mail'],
    ['ada@bücher.com', 'Valid', 'mail-server passed domain-takes-mail'],
    ['ada@implicit.com', 'Valid', 'mail-server passed domain-takes-mail'],
    ['ada@freemail.com', 'Valid', 'mail-server passed domain-takes-mail'],
    ['ada@relay.com', 'Valid', 'privacy-relay passed privacy-relay'],
    ['ada@null-mx.com', 'Invalid', 'mail-server failed null-mx'],
    ['ada@nothing.com', 'Invalid', 'mail-server failed no-mail-server'],
    ['ada@nobody.com', 'Invalid', 'mail-server failed no-such-domain'],
    ['ada@throwaway.com', 'Spam', 'disposable failed disposable-domain'],
    ['ada@fails.com', 'Unknown', 'mail-server unknown dns-server-failure'],
    ['ada@host-fails.com', 'Unknown', 'mail-server unknown dns-server-failure'],
    ['ada@loopback.com', 'Unknown', 'mail-server unknown mail-server-not-public'],
    ['ada@private.com', 'Unknown', 'mail-server unknown mail-server-not-public'],
    ['ada@mapped.com', 'Unknown', 'mail-server unknown mail-server-not-public'],
    ['ada@implicit-loopback.com', 'Unknown', 'mail-server unknown mail-server-not-public'],
    ['ada@dangling.com', 'Unknown', 'mail-server unknown mail-server-without-address'],
    ['ada', 'Invalid', 'syntax failed no-at'],
    ['', 'Invalid', 'syntax failed empty'],
  ])('CV-1: %s is %s: %s', async (input, validity, code) => {
    const verdict = await (await checkIn()).check(input);
    expect(verdict.validity).toBe(validity);
    expect(codesOf(verdict)).toContain(code);
    expect(() => emailVerdictSchema.parse(verdict)).not.toThrow();
  });

  it('CV-1: a Valid domain says in words that the mailbox was not checked', async () => {
    const verdict = await (await checkIn()).check('ada@acme.com');
    expect(verdict.evidence.at(-1)?.detail).toContain("mailbox itself wasn't checked");
    expect(codesOf(verdict).join()).not.toContain('mailbox-accepted');
  });

  it('CV-1: what is around an address is no fault of it, and is said', async () => {
    const check = await checkIn();
    for (const typed of [
      'Ada Lovelace <ada@acme.com>',
      'mailto:ada@acme.com',
      'ada@acme.com, charles@acme.com',
    ]) {
      const verdict = await check.check(typed);
      expect(verdict.validity).toBe('Valid');
      expect(codesOf(verdict)).toContain('syntax passed read-from-text');
    }
    expect(codesOf(await check.check(' Ada@ACME.com '))).toContain('syntax passed well-formed');
  });

  it.each([
    ['anna@gmail,com', 'gmail.com'],
    ['anna@gmailcom', 'gmail.com'],
    ['anna@gmail', 'gmail.com'],
    ['Anna <anna@gmail.con>', 'gmail.com'],
    ['anna@hotmail,fr', 'hotmail.fr'],
  ])('CV-3: %j is Invalid, and what was meant is a hint: %s', async (typed, meant) => {
    const verdict = await (await checkIn()).check(typed);
    expect(verdict.validity).toBe('Invalid');
    expect(codesOf(verdict)).toContain(`spelling hint ${meant}`);
  });

  it('CV-3: every finding has its time, and what comes from the DNS is good for a day at least', async () => {
    const verdict = await (await checkIn()).check('ada@acme.com');
    for (const { at } of verdict.evidence) expect(at).toBe('2026-03-02T09:00:00.000Z');
    expect(verdict.evidence.at(-1)?.goodUntil).toBe('2026-03-03T09:00:00.000Z');
    expect(verdict.evidence[0]?.goodUntil).toBeNull();
  });

  it('CV-4: trouble is worth coming back for, for as long as it may pass', async () => {
    const check = await checkIn();
    expect((await check.check('ada@fails.com', { attempt: 1 })).retryAfterSeconds).toBe(60);
    expect((await check.check('ada@fails.com', { attempt: 7 })).retryAfterSeconds).toBeNull();
    expect((await check.check('ada@null-mx.com')).retryAfterSeconds).toBeNull();
  });

  it('CV-4: look-ups end in time', async () => {
    const check = await checkIn({ dnsDeadlineMs: 30 }, { 'slow.com': { fails: 'silent' } });
    const verdict = await check.check('ada@slow.com');
    expect(codesOf(verdict)).toContain('mail-server unknown dns-timeout');
  });
});

describe('hints', () => {
  it('stand beside every verdict and decide nothing', async () => {
    const check = await checkIn();
    const mistyped = await check.check('info@gmial.com');
    expect(mistyped.validity).toBe('Valid');
    expect(codesOf(mistyped).slice(-2)).toEqual([
      'spelling hint gmail.com',
      'role-address hint role-address',
    ]);
    const shipped = await checkIn({ mailDomains: loadMailDomains() });
    expect((await shipped.check('info@gmial.com')).validity).toBe('Valid');
    const nonsense = await check.check('ada@gmail.con');
    expect(nonsense.validity).toBe('Invalid');
    expect(codesOf(nonsense)).toContain('spelling hint gmail.com');
  });

  it('CV-1: are not given for a throw-away domain that resembles another', async () => {
    const verdict = await (await checkIn({ mailDomains: loadMailDomains() })).check('ada@yopmail.com');
    expect(verdict.validity).toBe('Spam');
    expect(verdict.evidence.filter(({ result }) => result === 'hint')).toEqual([]);
  });
});

describe('CV-6: lists', () => {
  const lists = (listed: 'allow' | 'block' | 'reported') => ({ lists: () => Promise.resolve(listed) });

  it.each([
    ['block', 'blocked'],
    ['reported', 'reported'],
  ] as const)('an address that the lists call %s is Spam, whatever its domain', async (listed, code) => {
    const verdict = await (await checkIn(lists(listed))).check('ada@acme.com');
    expect(verdict.validity).toBe('Spam');
    expect(codesOf(verdict)).toContain(`block-list failed ${code}`);
  });

  it('an allowed address is not Spam, and the other checks still speak', async () => {
    const check = await checkIn(lists('allow'));
    const verdict = await check.check('ada@throwaway.com');
    expect(verdict.validity).toBe('Valid');
    expect(codesOf(verdict)).toContain('allow-list passed allowed');
    expect((await check.check('ada@null-mx.com')).validity).toBe('Invalid');
  });

  it('are asked for the address in its one form', async () => {
    const asked: string[][] = [];
    const check = await checkIn({
      lists: (...parts) => {
        asked.push(parts);
        return Promise.resolve(null);
      },
    });
    await check.check(' Ada@BÜCHER.com ');
    expect(asked).toEqual([['Ada@xn--bcher-kva.com', 'xn--bcher-kva.com']]);
  });

  it('CV-4: that cannot be read are Unknown, a retry, and a word to the operator', async () => {
    const errors: unknown[] = [];
    const lists = () => Promise.reject(new Error('no lists'));
    const check = await checkIn({ lists, onError: (error) => errors.push(error) });
    const verdict = await check.check('ada@acme.com');
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60 });
    expect(codesOf(verdict)).toContain('mail-server unknown check-failed');
    expect(errors).toEqual([new Error('no lists')]);
  });
});

describe('the other modes', () => {
  it('off checks nothing', async () => {
    const verdict = await (await checkIn({ mode: 'off' })).check('nonsense');
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: null });
    expect(codesOf(verdict)).toEqual(['syntax skipped checks-off']);
  });

  it('syntax asks nobody', async () => {
    const check = createEmailCheck({ mode: 'syntax', clock, mailDomains });
    expect((await check.check('ada@acme.com')).validity).toBe('Unknown');
    expect((await check.check('ada@throwaway.com')).validity).toBe('Spam');
    expect((await check.check('ada')).validity).toBe('Invalid');
  });

  it.each(['dns', 'smtp', 'provider'] as const)('%s does not start without its parts', (mode) => {
    expect(() => createEmailCheck({ mode, clock, mailDomains })).toThrow('need a resolver');
  });

  it('smtp asks the mail server of the domain', async () => {
    const server = await startMailServer({
      recipient: (address) => (address === 'ada@acme.com' ? null : '550 5.1.1 No such user'),
    });
    opened.push(server);
    const check = await smtpCheck(server.port);
    const good = await check.check('ada@acme.com');
    expect(good.validity).toBe('Valid');
    expect(codesOf(good)).toContain('mailbox passed mailbox-accepted');
    const bad = await check.check('grace@acme.com');
    expect(bad.validity).toBe('Invalid');
    expect(codesOf(bad)).toContain('mailbox failed 5.1.1');
    expect((await check.check('ada@private.com')).validity).toBe('Unknown');
    expect(server.sessions.flatMap(({ recipients }) => recipients)).toHaveLength(3);
  });

  it('provider asks the service, after the DNS, and keeps known domains from being spam', async () => {
    const asked: unknown[] = [];
    const provider: EmailProvider = {
      verify: (address, occasion) => {
        asked.push([address, occasion]);
        return Promise.resolve({ validity: 'Valid', evidence: [], retryAfterSeconds: null });
      },
    };
    const check = await checkIn({ mode: 'provider', provider });
    expect((await check.check('ada@acme.com', { attempt: 2 })).validity).toBe('Valid');
    expect((await check.check('ada@null-mx.com')).validity).toBe('Invalid');
    await check.check('ada@freemail.com');
    expect(asked).toEqual([
      ['ada@acme.com', { attempt: 2, neverSpam: false }],
      ['ada@freemail.com', { attempt: 1, neverSpam: true }],
    ]);
  });
});

async function smtpCheck(
  port: number,
  names: Zone = zone,
  limits: Partial<ResolverOptions> = {},
): Promise<EmailCheck> {
  const dns = await startDnsWorld(names);
  const resolver = createResolver({ servers: [dns.server], clock, ...limits });
  opened.push(dns, resolver);
  const probe = createMailboxProbe({
    resolver,
    clock,
    heloName: 'desk.example.net',
    testSeam: { connectTo: () => ({ address: '127.0.0.1', port }) },
  });
  return createEmailCheck({ mode: 'smtp', clock, mailDomains, resolver, probe });
}

describe('CV-4: nothing in a failure of the outside world ever produces Invalid', () => {
  const dnsTrouble = fc.record({
    MX: fc.option(fc.constantFrom(...dnsFailures)),
    A: fc.option(fc.constantFrom(...dnsFailures)),
    AAAA: fc.option(fc.constantFrom(...dnsFailures)),
    hasMx: fc.boolean(),
  });

  it('whatever fails in the DNS', async () => {
    await fc.assert(
      fc.asyncProperty(dnsTrouble, dnsTrouble, async (domain, host) => {
        const names: Zone = {
          'acme.com': { ...(domain.hasMx ? reachable : {}), A: ['8.8.8.8'], fails: present(domain) },
          'mx.acme.com': { A: ['8.8.8.8'], fails: present(host) },
        };
        const verdict = await (await checkIn({}, names, impatient)).check('ada@acme.com');
        expect(['Valid', 'Unknown']).toContain(verdict.validity);
        if (domain.MX) expect(verdict.validity).toBe('Unknown');
      }),
      { numRuns: 40 },
    );
  });

  it('whatever fails in the DNS and at the mail server', async () => {
    const servers = new Map<SmtpFailure, number>();
    for (const failure of smtpFailures) {
      const server = await startFailingMailServer(failure);
      opened.push(server);
      servers.set(failure, server.port);
    }
    const smtpTrouble = fc.constantFrom(...smtpFailures.filter((failure) => !isSlow(failure)));
    await fc.assert(
      fc.asyncProperty(smtpTrouble, dnsTrouble, async (failure, host) => {
        const names: Zone = {
          'acme.com': reachable,
          'mx.acme.com': { A: ['8.8.8.8'], fails: host.hasMx ? present(host) : {} },
        };
        const check = await smtpCheck(servers.get(failure) ?? 0, names, impatient);
        const verdict = await check.check('ada@acme.com');
        expect(verdict.validity).toBe('Unknown');
      }),
      { numRuns: 40 },
    );
  });
});

/** Each of these uses up its whole time limit; they have their own tests. */
function isSlow(failure: SmtpFailure): boolean {
  return failure.includes('silent') || failure === 'slow-drip' || failure === 'half-a-reply';
}

function present(fails: Readonly<Record<string, unknown>>): Record<string, (typeof dnsFailures)[number]> {
  const failing = dnsFailures.flatMap((failure) =>
    Object.entries(fails).filter(([, value]) => value === failure),
  );
  return Object.fromEntries(failing) as Record<string, (typeof dnsFailures)[number]>;
}

describe('bad input', () => {
  it('any text gives a verdict, never an exception', async () => {
    const errors: unknown[] = [];
    const check = await checkIn({ onError: (error) => errors.push(error) });
    const domain = fc.constantFrom(
      'acme.com',
      'nobody.com',
      'acme.com\r\nx',
      'xn--a.com',
      'A.'.repeat(200),
      '',
    );
    const address = fc.tuple(fc.string({ unit: 'binary' }), domain).map((parts) => parts.join('@'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 1100 }), address), async (input) => {
        const verdict = await check.check(input);
        expect(() => emailVerdictSchema.parse(verdict)).not.toThrow();
      }),
      { numRuns: 200 },
    );
    expect(errors).toEqual([]);
  });
});
