import { afterEach, describe, expect, it } from 'vitest';
import { startDnsWorld, type Zone } from '../../../../test/worlds/dns-world.ts';
import { createCheckers } from '../assembly/checkers.ts';
import { createResolver } from '../dns/resolver.ts';
import type { ResolverStanding } from '../dns/resolver-trust.ts';
import { checkIn, clock, closeAll, codesOf, mailDomains, opened, zone } from './check-email.fixture.ts';
import { createEmailCheck } from './check-email.ts';

afterEach(closeAll);

describe('CV-6: who runs the mail servers', () => {
  const burner: Zone = {
    ...zone,
    'fresh.com': { MX: [[10, 'mx.burner-service.com']] },
    'mx.burner-service.com': { A: ['8.8.8.8'] },
    'listed.com': { MX: [[10, 'mx.listed.com']] },
    'mx.listed.com': { A: ['8.8.8.8'] },
    'company.com': { MX: [[1, 'aspmx.l.google.com']] },
    'burner-at-google.com': { MX: [[1, 'aspmx.l.google.com']] },
    'aspmx.l.google.com': { A: ['8.8.8.8'] },
    'broken-listed.com': { fails: 'servfail' },
  };
  const widely = new Set(['listed.com', 'company.com', 'burner-at-google.com', 'broken-listed.com']);
  const judging = {
    kindOf: (domain: string) => (widely.has(domain) ? ('disposable' as const) : mailDomains.kindOf(domain)),
    isDisputable: (domain: string) => widely.has(domain),
    isDisposableServer: ({ host }: { host: string }) => host.endsWith('.burner-service.com'),
  };

  it.each([
    ['ada@fresh.com', 'Spam', 'disposable failed disposable-mail-server'],
    ['ada@listed.com', 'Spam', 'disposable failed widely-listed'],
    ['ada@broken-listed.com', 'Spam', 'disposable failed widely-listed'],
    ['ada@company.com', 'Unknown', 'disposable unknown disputed-listing'],
    ['ada@acme.com', 'Valid', 'mail-server passed domain-takes-mail'],
  ])('%s is %s: %s', async (input, validity, code) => {
    const verdict = await (await checkIn({ mailDomains: judging }, burner)).check(input);
    expect(verdict.validity).toBe(validity);
    expect(codesOf(verdict)).toContain(code);
  });

  it('a listed domain at a provider of business mail is Spam when it takes mail for any subdomain', async () => {
    const dns = await startDnsWorld(burner, { otherwise: { MX: [[1, 'aspmx.l.google.com']] } });
    const resolver = createResolver({ servers: [dns.server], clock });
    opened.push(dns, resolver);
    const check = createEmailCheck({ mode: 'dns', clock, mailDomains: judging, resolver });
    const verdict = await check.check('ada@burner-at-google.com');
    expect(verdict.validity).toBe('Spam');
    expect(codesOf(verdict)).toContain('disposable failed wildcard-mail-server');
  });

  it('what the operator allows, and free mail, is not Spam whoever runs its servers', async () => {
    const lists = () => Promise.resolve('allow' as const);
    const allowed = await checkIn({ mailDomains: judging, lists }, burner);
    expect((await allowed.check('ada@fresh.com')).validity).toBe('Valid');
  });

  it('without name servers the wide list decides', async () => {
    const check = createEmailCheck({ mode: 'syntax', clock, mailDomains: judging });
    expect((await check.check('ada@company.com')).validity).toBe('Spam');
  });
});

describe('CV-4: name servers that lie', () => {
  const trusting = (standing: ResolverStanding) => ({ trust: { standing: async () => standing } });

  it.each<[ResolverStanding, string, string]>([
    ['sound', 'ada@nobody.com', 'Invalid'],
    ['denies-everything', 'ada@nobody.com', 'Unknown'],
    ['denies-everything', 'ada@nothing.com', 'Unknown'],
    ['denies-everything', 'ada@null-mx.com', 'Unknown'],
    ['denies-everything', 'ada@acme.com', 'Valid'],
    ['unclear', 'ada@nobody.com', 'Unknown'],
    ['unclear', 'ada@acme.com', 'Valid'],
    ['invents-addresses', 'ada@implicit.com', 'Unknown'],
    ['invents-addresses', 'ada@acme.com', 'Valid'],
    ['invents-addresses', 'ada@nobody.com', 'Invalid'],
    ['answers-everything', 'ada@acme.com', 'Unknown'],
  ])('%s: %s is %s', async (standing, input, validity) => {
    const verdict = await (await checkIn(trusting(standing))).check(input);
    expect(verdict.validity).toBe(validity);
    if (validity !== 'Unknown') return;
    expect(codesOf(verdict)).toContain('mail-server unknown name-servers-not-believed');
    expect(verdict.retryAfterSeconds).toBe(3600);
  });

  it('a resolver that denies everything makes nobody Invalid, also someone@gmail.com', async () => {
    const dns = await startDnsWorld({});
    const checkers = createCheckers({
      settings: { emailMode: 'dns', dnsServers: [dns.server], knownDomains: ['gmail.com', 'iana.org'] },
      clock,
      log: { warn: () => undefined, error: (...words: unknown[]) => void said.push(words) },
    });
    const said: unknown[] = [];
    opened.push(dns);
    const verdicts = await Promise.all(
      ['someone@gmail.com', 'ada@acme.com', 'ada@nobody.com'].map((input) =>
        checkers.email(null).check(input),
      ),
    );
    expect(verdicts.map(({ validity }) => validity)).toEqual(['Unknown', 'Unknown', 'Unknown']);
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).toContain('denies-everything');
  });
});

describe('the demo', () => {
  it('takes its own invented domains for good, and nowhere else are they', async () => {
    const demo = createEmailCheck({ mode: 'syntax', clock, mailDomains, examplesAreGood: true });
    const good = await demo.check('Jane Doe <jane.doe@fabrikam.example>');
    expect(good.validity).toBe('Valid');
    expect(codesOf(good)).toContain('mail-server passed demo-example');
    expect((await demo.check('ada@acme.test')).validity).toBe('Invalid');
    expect((await demo.check('ada@acme.com')).validity).toBe('Unknown');
    const real = createEmailCheck({ mode: 'syntax', clock, mailDomains });
    expect((await real.check('jane.doe@fabrikam.example')).validity).toBe('Invalid');
  });
});
