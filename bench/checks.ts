import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createCheckers } from '../server/engines/contact-verifier/assembly/checkers.ts';
import { checkPhone } from '../server/engines/contact-verifier/phone/check-phone.ts';
import { systemClock } from '../server/platform/clock.ts';
import { createLogger } from '../server/platform/log.ts';
import { startDnsWorld, type Zone } from '../test/worlds/dns-world.ts';
import { round } from './statistics.ts';

const domainsPerRound = 5000;
const phones = 40_000;
const atOnce = 256;
const message = 'serve-names';

/** Every domain has its own mail server, so that caching hides none of the work. */
function zoneOf(domains: number): Zone {
  const names = Array.from({ length: domains }, (_, index) => `domain-${index}.com`);
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, { MX: [[10, `mx.${name}`]] as const }],
      [`mx.${name}`, { A: ['8.8.8.8'] }],
    ]),
  );
}

/** Verdicts per second: addresses of distinct domains against a resolver in another process, and phone numbers. */
export async function benchChecks() {
  const rounds = 3;
  const child = fork(fileURLToPath(import.meta.url), [message, String(domainsPerRound * rounds)]);
  try {
    const [server] = (await once(child, 'message')) as [string];
    const checkers = createCheckers({
      settings: { emailMode: 'dns', knownDomains: [], dnsServers: [server] },
      clock: systemClock,
      log: createLogger('silent'),
    });
    const check = checkers.email(null);
    const perSecond: number[] = [];
    let valid = 0;
    for (let count = 0; count < rounds; count++) {
      const addresses = Array.from(
        { length: domainsPerRound },
        (_, index) => `ada@domain-${count * domainsPerRound + index}.com`,
      );
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let next = addresses.pop(); next !== undefined; next = addresses.pop())
            if ((await check.check(next)).validity === 'Valid') valid++;
        }),
      );
      perSecond.push((domainsPerRound / (performance.now() - begun)) * 1000);
    }
    return {
      dnsVerdictsPerSecond: perSecond.map((value) => round(value, 0)),
      validShare: round(valid / (domainsPerRound * rounds), 4),
      phoneVerdictsPerSecond: round(benchPhones(), 0),
    };
  } finally {
    child.kill();
  }
}

function benchPhones(): number {
  const now = new Date();
  const lines = ['+49 30 9018', '+1 212 555 ', '020 7946 1', '+91 98765 4', '+33 1 70 18 9'];
  const run = (count: number) => {
    for (let index = 0; index < count; index++)
      checkPhone(`${lines[index % lines.length]}${1000 + (index % 9000)}`, { country: 'GB', now });
  };
  run(phones / 4);
  const begun = performance.now();
  run(phones);
  return (phones / (performance.now() - begun)) * 1000;
}

if (process.argv[2] === message) {
  const world = await startDnsWorld(zoneOf(Number(process.argv[3])));
  process.send?.(world.server);
}
