import { createResolver } from '../../server/engines/contact-verifier/dns/resolver.ts';
import {
  createMailboxProbe,
  type MailboxProbe,
  type MailboxProbeOptions,
} from '../../server/engines/contact-verifier/smtp/mailbox-probe.ts';
import type { Clock } from '../../server/platform/clock.ts';
import { type DnsWorld, startDnsWorld, type Zone } from './dns-world.ts';
import { type MailServerScript, type SmtpWorld, startMailServer, startRawServer } from './smtp-world.ts';

/** Public in the eyes of the probe; connections to them end on loopback, at the server that the test provides. */
export const firstAddress = '8.8.8.8';
export const secondAddress = '9.9.9.9';

const defaultZone: Zone = {
  'mx.example.com': { A: [firstAddress] },
  'mx2.example.com': { A: [secondAddress] },
};

/** The first and second mail host of example.com. */
export const hosts = [{ host: 'mx.example.com', priority: 10 }];
export const bothHosts = [...hosts, { host: 'mx2.example.com', priority: 20 }];
/** The mailbox that exists. */
export const ada = { local: 'ada', domain: 'example.com', needsSmtpUtf8: false };

/** The answer of a server that has only ada. */
export function onlyAda(address: string): string | null {
  return address === 'ada@example.com' ? null : '550 5.1.1 No such user';
}

/** Limits for servers that fail: the real ones answer after a tenth of a second. */
export const impatient = { replyTimeoutMs: 100, sessionTimeoutMs: 200, deadlineMs: 500 };

export interface ProbeStage {
  readonly probe: MailboxProbe;
  readonly dns: DnsWorld;
  /** The addresses of the connections, in order. */
  readonly connectedTo: readonly string[];
  close(): Promise<void>;
}

/** The mail servers by their address, settings of the probe, and the DNS records. */
export type ProbeStageParts = [
  servers: Readonly<Record<string, SmtpWorld | undefined>>,
  options?: Partial<MailboxProbeOptions>,
  zone?: Zone,
];

/** A probe between a DNS world and mail servers by their address; where there is none, nothing listens. */
export async function startProbeStage(
  clock: Clock,
  ...[servers, options = {}, zone = defaultZone]: ProbeStageParts
): Promise<ProbeStage> {
  const dns = await startDnsWorld(zone);
  const resolver = createResolver({ servers: [dns.server], clock });
  const closed = await startRawServer(() => {});
  await closed.close();
  const connectedTo: string[] = [];
  const probe = createMailboxProbe({
    resolver,
    clock,
    heloName: 'desk.example.net',
    testSeam: {
      connectTo: (address) => {
        connectedTo.push(address);
        return { address: '127.0.0.1', port: servers[address]?.port ?? closed.port };
      },
    },
    ...options,
  });
  return {
    probe,
    dns,
    connectedTo,
    close: async () => {
      resolver.close();
      await dns.close();
    },
  };
}

/** Everything that the tests of one file put on stage, so that it can be torn down after each. */
export function createProbeStages(clock: Clock) {
  const opened: { close(): unknown }[] = [];

  async function opening<One extends { close(): unknown }>(starting: Promise<One>): Promise<One> {
    const one = await starting;
    opened.push(one);
    return one;
  }

  return {
    opening,
    stage: (...parts: ProbeStageParts) => opening(startProbeStage(clock, ...parts)),
    /** A mail server that has ada, unless the script says otherwise. */
    serverFor: (script: Partial<MailServerScript> = {}) =>
      opening(startMailServer({ recipient: onlyAda, ...script })),
    closeAll: async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
    },
  };
}
