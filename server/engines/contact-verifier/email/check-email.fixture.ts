import { startDnsWorld, type Zone } from '../../../../test/worlds/dns-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { createResolver, type ResolverOptions } from '../dns/resolver.ts';
import type { EmailVerdict } from '../verdict.ts';
import { createEmailCheck, type EmailCheck, type EmailCheckOptions } from './check-email.ts';

export const clock = fixedClock(new Date('2026-03-02T09:00:00Z'));
export const opened: { close(): unknown }[] = [];

/** Closes what the tests opened. */
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((one) => one.close()));
}

const kinds: Readonly<Record<string, 'disposable' | 'privacy-relay' | 'freemail'>> = {
  'throwaway.com': 'disposable',
  'relay.com': 'privacy-relay',
  'freemail.com': 'freemail',
};
export const mailDomains = { kindOf: (domain: string) => kinds[domain] ?? null };
export const reachable = { MX: [[10, 'mx.acme.com']] } as const;
export const zone: Zone = {
  'acme.com': reachable,
  'mx.acme.com': { A: ['8.8.8.8'] },
  'throwaway.com': reachable,
  'relay.com': reachable,
  'freemail.com': reachable,
  'gmial.com': reachable,
  'null-mx.com': { MX: [[0, '.']] },
  'implicit.com': { A: ['8.8.4.4'] },
  'nothing.com': {},
  'fails.com': { fails: 'servfail' },
  'xn--bcher-kva.com': reachable,
  ...insideZone('loopback', '127.0.0.1'),
  ...insideZone('private', '10.0.0.1'),
  'mapped.com': { MX: [[10, 'mx.mapped.com']] },
  'mx.mapped.com': { AAAA: ['::ffff:10.0.0.1'] },
  'dangling.com': { MX: [[10, 'gone.acme.com']] },
  'host-fails.com': { MX: [[10, 'fails.com']] },
};

function insideZone(name: string, address: string): Zone {
  return {
    [`${name}.com`]: { MX: [[10, `mx.${name}.com`]] },
    [`mx.${name}.com`]: { A: [address] },
    [`implicit-${name}.com`]: { A: [address] },
  };
}

/** For worlds in which servers stay silent; the others may take their time. */
export const impatient = { tryTimeoutMs: 25, deadlineMs: 60 };

/** Runs a check in dns mode against a name server that has these names. */
export async function checkIn(
  options: Partial<EmailCheckOptions> = {},
  names: Zone = zone,
  limits: Partial<ResolverOptions> = {},
): Promise<EmailCheck> {
  const dns = await startDnsWorld(names);
  const resolver = createResolver({ servers: [dns.server], clock, ...limits });
  opened.push(dns, resolver);
  return createEmailCheck({ mode: 'dns', clock, mailDomains, resolver, ...options });
}

/** `check result code` of each finding. */
export function codesOf({ evidence }: EmailVerdict): string[] {
  return evidence.map(({ check, result, code }) => `${check} ${result} ${code}`);
}
