import { afterEach, describe, expect, it } from 'vitest';
import { mailCertificate } from '../../../../test/worlds/mail-certificate.ts';
import {
  ada,
  bothHosts,
  createProbeStages,
  firstAddress,
  hosts,
  impatient,
  onlyAda,
  secondAddress,
} from '../../../../test/worlds/probe-stage.ts';
import {
  type MailServerScript,
  smtpFailures,
  startFailingMailServer,
} from '../../../../test/worlds/smtp-world.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { EmailVerdict } from '../verdict.ts';

const start = new Date('2026-03-02T09:00:00Z');
const clock = fixedClock(start);
const { opening, stage, serverFor, closeAll } = createProbeStages(clock);

afterEach(async () => {
  clock.set(start);
  await closeAll();
});

async function verdictOf(script: Partial<MailServerScript>, attempt = 1): Promise<EmailVerdict> {
  const { probe } = await stage({ [firstAddress]: await serverFor(script) });
  return probe.probe(ada, hosts, { attempt });
}

/** The findings at a server with this name whose certificate, for mx.example.com, comes from a trusted authority. */
async function evidenceOverTls(host: string) {
  const server = await serverFor({ certificate: mailCertificate });
  const connectTo = () => ({ address: '127.0.0.1', port: server.port });
  const { probe } = await stage({}, { testSeam: { connectTo, trusted: mailCertificate.cert } });
  const verdict = await probe.probe(ada, [{ host, priority: 10 }], { attempt: 1 });
  expect(server.sessions.map(({ encrypted }) => encrypted)).toEqual([true, true]);
  const [mailbox] = verdict.evidence;
  if (verdict.validity !== 'Valid' || !mailbox) throw new Error('the mailbox was not found');
  return mailbox;
}

function codesOf(verdict: EmailVerdict): string[] {
  return verdict.evidence.map(({ check, result, code }) => `${check} ${result} ${code}`);
}

describe('a server that answers', () => {
  it('CV-1: Valid when it takes this mailbox and no made-up one', async () => {
    const verdict = await verdictOf({});
    expect(verdict.validity).toBe('Valid');
    expect(codesOf(verdict)).toEqual(['mailbox passed mailbox-accepted', 'catch-all passed not-catch-all']);
    expect(verdict.retryAfterSeconds).toBeNull();
  });

  it.each(['550 5.1.1 No such user', '553 5.1.3 Bad address', '550 5.2.1 Disabled', '550 User unknown'])(
    'CV-1: Invalid on %s',
    async (reply) => {
      const verdict = await verdictOf({ recipient: () => reply });
      expect(verdict.validity).toBe('Invalid');
      expect(verdict.evidence).toHaveLength(1);
    },
  );

  it.each([
    '550 5.7.1 Rejected by policy',
    '554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org',
    '550 5.1.1 Sender address rejected: user unknown',
    '552 5.2.2 Mailbox full',
    '452 4.2.2 Over quota',
    '451 4.3.0 Temporary failure',
    '550 mailbox unavailable',
    '554 Transaction failed',
    '550 4.1.1 A code that contradicts itself',
  ])('CV-4: Unknown with the reason on %s', async (reply) => {
    const verdict = await verdictOf({ recipient: () => reply });
    expect(verdict.validity).toBe('Unknown');
    const [code, enhanced] = reply.split(' ');
    expect(verdict.evidence[0]?.code).toBe(enhanced?.includes('.') ? enhanced : code);
  });

  it('CV-4: a greylisting server is asked again after minutes, three times, and then accepted or left', async () => {
    const server = await serverFor({
      recipient: (address, times) =>
        address.startsWith('ada') && times < 3 ? '450 4.2.0 Greylisted, try again' : onlyAda(address),
    });
    const { probe } = await stage({ [firstAddress]: server });
    const delays: (number | null)[] = [];
    for (const attempt of [1, 2, 3]) {
      const verdict = await probe.probe(ada, hosts, { attempt });
      expect(verdict.validity).toBe('Unknown');
      delays.push(verdict.retryAfterSeconds);
      clock.set(new Date(clock.now().getTime() + (verdict.retryAfterSeconds ?? 0) * 1000));
    }
    expect(delays).toEqual([360, 900, 1800]);
    expect((await probe.probe(ada, hosts, { attempt: 4 })).validity).toBe('Valid');
    const stubborn = await verdictOf({ recipient: () => '450 4.2.0 Greylisted' }, 4);
    expect(stubborn).toMatchObject({ validity: 'Unknown', retryAfterSeconds: null });
  });

  it('CV-5: the session is EHLO, STARTTLS, the null sender, one recipient, and never a message', async () => {
    const server = await serverFor();
    const { probe } = await stage({ [firstAddress]: server });
    await probe.probe(ada, hosts, { attempt: 1 });
    expect(server.sessions).toHaveLength(2);
    for (const session of server.sessions) {
      expect(session).toMatchObject({
        helo: 'desk.example.net',
        encrypted: true,
        sender: '',
        sentData: false,
      });
      expect(session.recipients).toHaveLength(1);
    }
    expect(server.sessions[0]?.recipients).toEqual(['ada@example.com']);
  });

  it('a certificate that nobody can verify is noted and not held against the mailbox', async () => {
    const verdict = await verdictOf({});
    expect(verdict.validity).toBe('Valid');
    expect(verdict.evidence[0]?.detail).toContain('certificate of the mail server could not be verified');
  });

  it('a certificate that can be verified for the name of the server is encryption without a but', async () => {
    const { detail } = await evidenceOverTls('mx.example.com');
    expect(detail).toContain('The connection was encrypted.');
    expect(detail).not.toContain('verified');
  });

  it('a trusted certificate for another name than the MX record’s is none that could be verified', async () => {
    const { detail } = await evidenceOverTls('mx2.example.com');
    expect(detail).toContain('certificate of the mail server could not be verified');
  });

  it('a server without encryption is asked in the clear', async () => {
    const verdict = await verdictOf({ without: ['STARTTLS'] });
    expect(verdict.validity).toBe('Valid');
    expect(verdict.evidence[0]?.detail).not.toContain('encrypted');
  });

  it('CV-3: no evidence repeats the address, whatever the server says', async () => {
    const verdict = await verdictOf({ recipient: (address) => `550 5.1.1 <${address}>: unknown` });
    expect(verdict.validity).toBe('Invalid');
    expect(JSON.stringify(verdict)).not.toContain('ada');
    expect(JSON.stringify(verdict)).not.toContain('example.com');
  });
});

describe('catch-all domains', () => {
  it('CV-1: Unknown, found in a session of its own and remembered for the domain', async () => {
    const server = await serverFor({ recipient: () => null });
    const { probe } = await stage({ [firstAddress]: server });
    const first = await probe.probe(ada, hosts, { attempt: 1 });
    expect(first.validity).toBe('Unknown');
    expect(codesOf(first)).toEqual(['catch-all unknown catch-all']);
    expect(server.sessions.map(({ recipients }) => recipients.length)).toEqual([1, 1]);
    expect(server.sessions[1]?.recipients[0]).toMatch(/^[a-z]{20}@example\.com$/);
    await probe.probe({ ...ada, local: 'grace' }, hosts, { attempt: 1 });
    expect(server.sessions).toHaveLength(2);
  });

  it('a domain that is not is remembered too, and both are forgotten after a week', async () => {
    const server = await serverFor();
    const { probe } = await stage({ [firstAddress]: server });
    await probe.probe(ada, hosts, { attempt: 1 });
    clock.set(new Date(start.getTime() + 6 * 86_400_000));
    await probe.probe(ada, hosts, { attempt: 1 });
    expect(server.sessions).toHaveLength(3);
    clock.set(new Date(start.getTime() + 8 * 86_400_000));
    await probe.probe(ada, hosts, { attempt: 1 });
    expect(server.sessions).toHaveLength(5);
  });

  it.each(['450 4.2.0 Greylisted', '550 5.7.1 Too many recipients from you'])(
    'CV-4: Unknown and a retry when the made-up name gets %s',
    async (reply) => {
      const verdict = await verdictOf({
        recipient: (address) => (address.startsWith('ada') ? null : reply),
      });
      expect(verdict.validity).toBe('Unknown');
      expect(verdict.retryAfterSeconds).toBeGreaterThan(0);
      expect(codesOf(verdict)[1]).toBe('catch-all unknown not-established');
    },
  );
});

describe('letters beyond ASCII', () => {
  const juergen = { local: 'jürgen', domain: 'example.com', needsSmtpUtf8: true };

  it('are asked for with SMTPUTF8 where the server takes them', async () => {
    const server = await serverFor({
      recipient: (address) => (address.startsWith('jürgen') ? null : '550 5.1.1 No such user'),
    });
    const { probe } = await stage({ [firstAddress]: server });
    expect((await probe.probe(juergen, hosts, { attempt: 1 })).validity).toBe('Valid');
    expect(server.sessions.map(({ senderArguments }) => senderArguments)).toEqual([['SMTPUTF8'], []]);
  });

  it('CV-4: are Unknown where it does not', async () => {
    const server = await serverFor({ without: ['SMTPUTF8'] });
    const { probe } = await stage({ [firstAddress]: server });
    const verdict = await probe.probe(juergen, hosts, { attempt: 1 });
    expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'no-smtputf8' }] });
    expect(server.sessions).toEqual([]);
  });
});

describe('CV-4: a server that fails', () => {
  it.each(smtpFailures)('%s: Unknown, within the time limit', async (failure) => {
    const server = await opening(startFailingMailServer(failure));
    const { probe } = await stage({ [firstAddress]: server }, impatient);
    const began = performance.now();
    const verdict = await probe.probe(ada, hosts, { attempt: 1 });
    expect(verdict.validity).toBe('Unknown');
    expect(verdict.evidence[0]).toMatchObject({ check: 'mailbox', result: 'unknown' });
    // Without these limits it would take 45 seconds.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(server.connections()).toBeGreaterThan(0);
  });

  it('costs no memory beyond one reply: an endless banner is hung up on early', async () => {
    const before = process.memoryUsage().rss;
    const server = await opening(startFailingMailServer('megabyte-lines'));
    const { probe } = await stage({ [firstAddress]: server }, impatient);
    await Promise.all(Array.from({ length: 3 }, () => probe.probe(ada, hosts, { attempt: 1 })));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('several hosts', () => {
  it('the next one is asked when the first cannot be reached', async () => {
    const { probe, connectedTo } = await stage({ [secondAddress]: await serverFor() });
    expect((await probe.probe(ada, bothHosts, { attempt: 1 })).validity).toBe('Valid');
    expect(connectedTo.slice(0, 2)).toEqual([firstAddress, secondAddress]);
  });

  it.each(['busy-at-greeting', 'busy-at-recipient', 'cut-at-recipient', 'binary'] as const)(
    'the next one is asked when the first fails: %s',
    async (failure) => {
      const first = await opening(startFailingMailServer(failure));
      const { probe } = await stage({ [firstAddress]: first, [secondAddress]: await serverFor() });
      expect((await probe.probe(ada, bothHosts, { attempt: 1 })).validity).toBe('Valid');
    },
  );

  it('the next one is not asked when the first refuses us', async () => {
    const second = await serverFor();
    const rude = await serverFor({ greeting: '554 5.7.1 Go away, your host is blocked' });
    const refused = await stage({ [firstAddress]: rude, [secondAddress]: second });
    expect((await refused.probe.probe(ada, bothHosts, { attempt: 1 })).validity).toBe('Unknown');
    expect(refused.connectedTo).toEqual([firstAddress]);
  });

  it('no more than three are tried', async () => {
    const names = [1, 2, 3, 4, 5].map((n) => ({ host: `mx${n}.example.org`, priority: n }));
    const many = Object.fromEntries(names.map(({ host }, n) => [host, { A: [`8.8.4.${n + 1}`] }]));
    const { probe, connectedTo } = await stage({}, {}, many);
    const verdict = await probe.probe(ada, names, { attempt: 1 });
    expect(verdict).toMatchObject({ validity: 'Unknown', evidence: [{ code: 'smtp-connect-failed' }] });
    expect(connectedTo).toEqual(['8.8.4.1', '8.8.4.2', '8.8.4.3']);
  });
});
