import { afterEach, describe, expect, it } from 'vitest';
import type { Zone } from '../../../../test/worlds/dns-world.ts';
import {
  ada,
  bothHosts,
  createProbeStages,
  firstAddress,
  hosts,
  secondAddress,
} from '../../../../test/worlds/probe-stage.ts';
import { startFailingMailServer, startInjectingProxy } from '../../../../test/worlds/smtp-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { createResolver } from '../dns/resolver.ts';
import { rememberCatchAllHere } from './catch-all-memory.ts';
import { HostLimits } from './host-limits.ts';
import { createMailboxProbe } from './mailbox-probe.ts';

const start = new Date('2026-03-02T09:00:00Z');
const clock = fixedClock(start);
const { opening, stage, serverFor, closeAll } = createProbeStages(clock);

afterEach(async () => {
  clock.set(start);
  await closeAll();
});

describe('CV-5: addresses', () => {
  it.each([
    ['127.0.0.1', 'A'],
    ['10.0.0.1', 'A'],
    ['192.168.1.1', 'A'],
    ['169.254.169.254', 'A'],
    ['100.64.0.1', 'A'],
    ['0.0.0.0', 'A'],
    ['::1', 'AAAA'],
    ['::ffff:10.0.0.1', 'AAAA'],
    ['64:ff9b::a00:1', 'AAAA'],
    ['2002:a00:1::', 'AAAA'],
    ['fd00::1', 'AAAA'],
    ['fe80::1', 'AAAA'],
  ])('%s is never connected to', async (address, type) => {
    const { probe, connectedTo } = await stage({}, {}, { 'mx.example.com': { [type]: [address] } });
    const verdict = await probe.probe(ada, hosts, { attempt: 1 });
    expect(connectedTo).toEqual([]);
    expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'mail-server-not-public' }] });
  });

  it('a public address beside a private one is the one connected to', async () => {
    const names: Zone = { 'mx.example.com': { A: ['10.0.0.1', firstAddress] } };
    const { probe, connectedTo } = await stage({ [firstAddress]: await serverFor() }, {}, names);
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Valid');
    expect(new Set(connectedTo)).toEqual(new Set([firstAddress]));
  });

  it('a name that changes its address after the check (DNS rebinding) is not looked up again', async () => {
    const names: Zone = {
      'mx.example.com': { A: (times) => (times === 0 ? [firstAddress] : ['127.0.0.1']), ttl: 0 },
    };
    const { probe, connectedTo, dns } = await stage({ [firstAddress]: await serverFor() }, {}, names);
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Valid');
    expect(dns.questions).toEqual(['A mx.example.com udp']);
    clock.set(new Date(start.getTime() + 3_600_000));
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Unknown');
    expect(connectedTo).toEqual([firstAddress, firstAddress]);
  });

  it('only the test seam lets a loopback address through', async () => {
    const server = await serverFor();
    const names: Zone = { 'mx.example.com': { A: ['127.0.0.1'] } };
    const testSeam = {
      allowAddress: (address: string) => address === '127.0.0.1',
      connectTo: (address: string) => ({ address, port: server.port }),
    };
    const { probe } = await stage({}, { testSeam }, names);
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Valid');
  });

  it('CV-4: trouble with the look-up is Unknown with a retry', async () => {
    const { probe } = await stage({}, {}, { 'mx.example.com': { fails: 'servfail' } });
    const verdict = await probe.probe(ada, hosts, { attempt: 1 });
    expect(verdict).toMatchObject({ validity: 'Unknown', retryAfterSeconds: 60 });
  });
});

describe('CV-5: commands', () => {
  it.each(['ada\r\nDATA', 'ada\nRCPT TO:<x', 'ada\u0000', 'ada\u0085', 'ada\r'])(
    'CR, LF and other controls never get into one: %j',
    async (local) => {
      const server = await serverFor({ recipient: () => null });
      const { probe } = await stage({ [firstAddress]: server });
      const verdict = await probe.probe({ ...ada, local }, hosts, { attempt: 1 });
      expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'smtp-unsafe-command' }] });
      expect(server.sessions.flatMap(({ recipients }) => recipients)).toEqual([]);
    },
  );

  it('letters whose last byte is a line feed stay letters', async () => {
    const server = await serverFor({ recipient: () => null });
    const { probe } = await stage({ [firstAddress]: server });
    await probe.probe({ ...ada, local: 'aĊbčĀ', needsSmtpUtf8: true }, hosts, { attempt: 1 });
    expect(server.sessions[0]?.recipients).toEqual(['aĊbčĀ@example.com']);
  });

  it.each(['', 'desk\r\nMAIL', 'two words', 'bücher.example'])('%j is no name to go by', (heloName) => {
    const resolver = createResolver({ servers: ['127.0.0.1:1'], clock });
    expect(() => createMailboxProbe({ resolver, clock, heloName })).toThrow('host name');
    resolver.close();
  });
});

describe('encryption', () => {
  it.each(['250 fine\r\n', '250 fine\r\n550 5.1.1 No such user\r\n', '550 5.1.1 No such', ''])(
    'nothing that was said in the clear is taken for said encrypted: %j',
    async (text) => {
      const server = await serverFor();
      const attacker = await opening(startInjectingProxy(server.port, text));
      const { probe } = await stage({ [firstAddress]: attacker });
      const verdict = await probe.probe(ada, hosts, { attempt: 1 });
      if (text === '') expect(verdict.validity).toBe('Valid');
      else expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'smtp-out-of-turn' }] });
    },
  );
});

describe('CV-5: limits', () => {
  it('more than the rate allows is Unknown and comes back, without a session', async () => {
    const server = await serverFor();
    const limits = new HostLimits(clock, { sessionsPerMinute: 6, burst: 2 });
    const { probe } = await stage({ [firstAddress]: server }, { limits });
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Valid');
    const limited = await probe.probe(ada, hosts, { attempt: 1 });
    expect(limited).toMatchObject({
      validity: 'Unknown',
      retryAfterSeconds: 10,
      evidence: [{ code: 'rate-limited' }],
    });
    expect(server.sessions).toHaveLength(2);
    clock.set(new Date(start.getTime() + 10_000));
    expect((await probe.probe(ada, hosts, { attempt: 1 })).validity).toBe('Valid');
  });

  it('a host that fails again and again is left alone for a while', async () => {
    const { probe, connectedTo } = await stage({}, { limits: new HostLimits(clock, { failuresInARow: 2 }) });
    for (const _ of [1, 2, 3, 4]) await probe.probe(ada, hosts, { attempt: 1 });
    expect(connectedTo).toHaveLength(2);
    const verdict = await probe.probe(ada, hosts, { attempt: 1 });
    expect(verdict).toMatchObject({ retryAfterSeconds: 300, evidence: [{ code: 'paused' }] });
    clock.set(new Date(start.getTime() + 301_000));
    await probe.probe(ada, hosts, { attempt: 1 });
    expect(connectedTo).toHaveLength(3);
  });

  it('a whole probe ends at its deadline, whatever each host costs', async () => {
    const silent = await opening(startFailingMailServer('silent'));
    const { probe } = await stage(
      { [firstAddress]: silent, [secondAddress]: silent },
      { deadlineMs: 120, replyTimeoutMs: 60_000, sessionTimeoutMs: 60_000 },
    );
    const began = performance.now();
    const verdict = await probe.probe(ada, bothHosts, { attempt: 1 });
    expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'smtp-timeout' }] });
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('a memory of domains that fails is for the caller to see', async () => {
    const catchAllMemory = {
      ...rememberCatchAllHere(clock),
      get: () => Promise.reject(new Error('no memory')),
    };
    const { probe } = await stage({}, { catchAllMemory });
    await expect(probe.probe(ada, hosts, { attempt: 1 })).rejects.toThrow('no memory');
  });
});
