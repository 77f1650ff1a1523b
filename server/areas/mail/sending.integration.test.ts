import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { optionalMailCategories } from '../../../contract/mail/lists.ts';
import { testNow, useTestServer } from '../../../test/server.ts';
import { type MailServer, startMailServer } from '../../../test/worlds/mail-server.ts';
import { kindsOfMail } from '../../main.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type MailTransport, smtpTransport } from '../../platform/mail/transport.ts';
import { contentOf, type Kept } from './kept-mails.fixture.ts';
import { type AskAgain, sendAsItIs } from './kinds/ask-again.ts';
import { readContent } from './kinds/mail-kinds.ts';
import { readTurnsOff } from './link-tokens.ts';
import { getLinkSecret } from './mail.repo.ts';
import { tryHours } from './mail.rules.ts';
import { Outbox } from './outbox.ts';
import { MailSender } from './sending.service.ts';

const server = useTestServer({ emptied: ['mail'] });
let mailServer: MailServer;
let transport: MailTransport;
let sender: MailSender;
let organizationId: string;

const minute = 60_000;
const settings = { publicUrl: 'https://leads.example', messageDomain: 'leads.example' };
const later = (ms: number) => server.clock.set(new Date(server.clock.now().getTime() + ms));

beforeAll(async () => {
  organizationId = (await server.make.partner()).id;
});
beforeEach(async () => {
  mailServer = await startMailServer();
  transport = smtpTransport({ url: mailServer.url, from: 'Leadlight <leads@leads.example>' });
  sender = senderThat(sendAsItIs);
});
afterEach(async () => {
  transport.close();
  await mailServer.stop();
});

/** Sends what is in the outbox, according to the answers of `askAgain`. */
function senderThat(askAgain: AskAgain, by: Pick<MailTransport, 'send' | 'close'> = transport) {
  const read = (kept: unknown) => readContent(kindsOfMail, kept);
  return new MailSender(server.database.workerDb, server.clock, by, settings, { read, askAgain });
}

async function put(
  to: { name?: string; address?: string; personId?: string; content?: Kept } = {},
  sends = true,
  owner = organizationId,
) {
  const now = server.clock.now();
  return inOrganization(server.database.db, { organizationId: owner }, (tx) =>
    new Outbox(sends).put(
      tx,
      {
        organizationId: owner,
        to: {
          personId: to.personId ?? null,
          address: to.address ?? 'ada@partner.example',
          name: to.name ?? 'Ada Lovelace',
          locale: 'en',
          timeZone: 'Europe/Berlin',
        },
        content: contentOf(
          to.content ?? {
            kind: 'sent-lead',
            news: 'won',
            lead: { id: newId(), customerName: 'Analytical Engines', partnerName: 'Contoso' },
          },
        ),
        reason: 'lead-sender',
      },
      now,
    ),
  );
}

/** The header of a message, with each field on one line. */
const unfold = (raw: string) =>
  (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n(?=[ \t])/g, '').replace(/\r/g, '');

const rowOf = (mailId: string) =>
  server.database.ownerDb.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirstOrThrow();

describe('NT-4: sending', () => {
  it('NT-4 sends a mail once, however often its job runs, and writes it down', async () => {
    const mailId = await put();
    await Promise.all([1, 2, 3].map(() => sender.send(organizationId, mailId)));
    await sender.send(organizationId, mailId);
    expect(mailServer.taken).toHaveLength(1);
    const [taken] = mailServer.taken;
    expect(taken?.to).toBe('ada@partner.example');
    expect(taken?.mail.messageId).toBe(`<${mailId}@leads.example>`);
    expect(taken?.mail.subject).toBe('Contoso won: Analytical Engines');
    expect(taken?.mail.text).toContain('Analytical Engines');
    expect(taken?.mail.html).toContain('Analytical Engines');
    expect(taken?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', attempts: 1, sent_at: testNow, error: null });
  });

  it.each(Object.values(kindsOfMail).map((mail) => [mail.kind, mail.sample] as const))(
    'NT-3 %s: one click turns it off if, and only if, it may be turned off',
    async (kind, sample) => {
      const { id: personId } = await server.make.person(organizationId, 'referrals-admin');
      await sender.send(organizationId, await put({ personId, content: { kind, ...sample.content.facts } }));
      const [taken] = mailServer.taken;
      const header = unfold(taken?.raw ?? '');
      if (!optionalMailCategories.some((category) => category === kind)) {
        expect(header).not.toMatch(/^List-Unsubscribe/m);
        return;
      }
      const [, token = ''] =
        /^List-Unsubscribe: <https:\/\/leads\.example\/unsubscribe\/([\w-]+)>$/m.exec(header) ?? [];
      const secret = await getLinkSecret(server.database.ownerDb);
      const off = { personId, organizationId, category: kind };
      expect(readTurnsOff(secret, optionalMailCategories, token)).toEqual(off);
      expect(header).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
      expect(taken?.mail.text).toContain(`https://leads.example/unsubscribe/${token}`);
    },
  );

  it('NT-3 promises one click only where it works: over HTTPS, for someone with settings', async () => {
    const { id: personId } = await server.make.person(organizationId, 'referrals-admin');
    const inTheClear = { ...settings, publicUrl: 'http://leads.example' };
    const read = (kept: unknown) => readContent(kindsOfMail, kept);
    const rules = { read, askAgain: sendAsItIs };
    const other = new MailSender(server.database.workerDb, server.clock, transport, inTheClear, rules);
    await other.send(organizationId, await put({ personId }));
    await sender.send(organizationId, await put());
    const [plain = '', unknown = ''] = mailServer.taken.map(({ raw }) => unfold(raw));
    expect(plain).toMatch(/^List-Unsubscribe: <http:\/\/leads\.example\/unsubscribe\/[\w-]+>$/m);
    expect(plain).not.toContain('List-Unsubscribe-Post');
    expect(unknown).not.toContain('List-Unsubscribe');
  });

  it('NT-4 keeps a mail over a day without a mail server, and sends it once when it is back', async () => {
    const { port } = mailServer;
    await mailServer.stop();
    const mailIds = [await put(), await put()];
    for (let hour = 0; hour < 24; hour++) {
      for (const mailId of mailIds) await sender.send(organizationId, mailId);
      later(60 * minute);
    }
    for (const mailId of mailIds) {
      const row = await rowOf(mailId);
      expect(row.state).toBe('waiting');
      expect(row.error).toMatch(/^The (mail server cannot be reached|connection to the mail server broke)/);
    }
    mailServer = await startMailServer(port);
    later(60 * minute);
    for (const mailId of mailIds) await sender.send(organizationId, mailId);
    for (const mailId of mailIds) await sender.send(organizationId, mailId);
    expect(mailServer.taken.map(({ mail }) => mail.messageId).sort()).toEqual(
      mailIds.map((mailId) => `<${mailId}@leads.example>`).sort(),
    );
  });

  it('NT-4 while no server answers, other mails wait without each trying', async () => {
    await mailServer.stop();
    const first = await put();
    const second = await put();
    await sender.send(organizationId, first);
    await sender.send(organizationId, second);
    expect((await rowOf(first)).attempts).toBe(1);
    expect(await rowOf(second)).toMatchObject({ attempts: 0, state: 'waiting' });
    mailServer = await startMailServer();
  });

  it('NT-4 gives up in the end, and says so', async () => {
    mailServer.become({ answers: { code: 451, text: 'try later' } });
    const mailId = await put();
    for (let hour = 0; hour <= tryHours + 1; hour++) {
      await sender.send(organizationId, mailId);
      later(61 * minute);
    }
    const row = await rowOf(mailId);
    expect(row.state).toBe('failed');
    expect(row.error).toMatch(/^Given up after 72 hours\. .*try later/);
  });

  it('NT-4 a refused recipient ends that mail only, and marks the address when it is not there', async () => {
    const person = await server.make.person(organizationId, 'referrals-admin');
    mailServer.become({
      refuses: new Map([
        ['gone@partner.example', { code: 550, text: '5.1.1 no such user' }],
        ['policy@partner.example', { code: 550, text: '5.7.1 you are blocked' }],
      ]),
    });
    const gone = await put({ address: 'gone@partner.example', personId: person.id });
    const other = await put();
    await sender.send(organizationId, gone);
    await sender.send(organizationId, other);
    expect(await rowOf(gone)).toMatchObject({ state: 'failed', error: expect.stringContaining('5.1.1') });
    expect((await rowOf(other)).state).toBe('sent');
    const marked = await server.database.ownerDb
      .selectFrom('person')
      .select(['email_refused_at', 'email_refused_reason'])
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow();
    expect(marked.email_refused_at).toEqual(testNow);
    expect(marked.email_refused_reason).toContain('5.1.1');

    const innocent = await server.make.person(organizationId, 'referrals-admin');
    const blocked = await put({ address: 'policy@partner.example', personId: innocent.id });
    await sender.send(organizationId, blocked);
    expect((await rowOf(blocked)).state).toBe('failed');
    const unmarked = await server.database.ownerDb
      .selectFrom('person')
      .select('email_refused_at')
      .where('id', '=', innocent.id)
      .executeTakeFirstOrThrow();
    expect(unmarked.email_refused_at).toBeNull();
  });

  it.each(['before', 'after'] as const)(
    'NT-4 a connection that breaks %s the mail was taken loses nothing, and a second copy is the same mail',
    async (cuts) => {
      mailServer.become({ cuts });
      const mailId = await put();
      await sender.send(organizationId, mailId);
      expect((await rowOf(mailId)).state).toBe('waiting');
      mailServer.become({});
      later(2 * minute);
      await sender.send(organizationId, mailId);
      expect((await rowOf(mailId)).state).toBe('sent');
      // SMTP cannot tell whether the first copy arrived: receivers recognize one message by its id.
      expect(new Set(mailServer.taken.map(({ mail }) => mail.messageId)).size).toBe(1);
      expect(mailServer.taken).toHaveLength(cuts === 'after' ? 2 : 1);
    },
  );

  it('NT-4 a worker that dies while it sends has the mail for four minutes, then another sends it', async () => {
    const mailId = await put();
    const dead = new Promise<never>(() => undefined);
    let began: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const send = () => {
      began();
      return dead;
    };
    const dying = senderThat(sendAsItIs, { send, close: () => undefined });
    void dying.send(organizationId, mailId);
    await begun;
    later(3 * minute);
    await sender.send(organizationId, mailId);
    expect(await sender.beginSending(10)).toEqual([]);
    expect(mailServer.taken).toHaveLength(0);
    later(minute);
    await Promise.all(await sender.beginSending(10));
    expect(mailServer.taken).toHaveLength(1);
    expect((await rowOf(mailId)).state).toBe('sent');
  });

  it('NT-4 a mail that cannot be made is put off like any other that fails, and holds up none beside it', async () => {
    const [broken, sound] = [await put(), await put()];
    await server.database.ownerPool.query(`update mail set content = '{"kind":"unknown"}' where id = $1`, [
      broken,
    ]);
    await Promise.all(await sender.beginSending(10));
    expect(await rowOf(broken)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      due_at: new Date(testNow.getTime() + minute),
      error: expect.stringContaining('could not be created'),
    });
    expect((await rowOf(sound)).state).toBe('sent');
    later(minute);
    await Promise.all(await sender.beginSending(10));
    expect((await rowOf(broken)).attempts).toBe(2);
  });

  it('NT-4 mails that somebody waits for come first, then each organization has its turn', async () => {
    const other = (await server.make.partner()).id;
    const many = await Promise.all(Array.from({ length: 30 }, () => put()));
    const awaited = await put({ content: { kind: 'verification', linkId: newId() } });
    const quiet = await put({}, true, other);
    const sent = async () =>
      new Set(
        (
          await server.database.ownerDb.selectFrom('mail').select('id').where('state', '=', 'sent').execute()
        ).map(({ id }) => id),
      );
    await Promise.all(await sender.beginSending(4));
    expect((await sent()).has(awaited)).toBe(true);
    expect((await sent()).has(quiet)).toBe(true);
    expect((await sent()).size).toBe(4);
    for (let round = 0; round < 10; round++) await Promise.all(await sender.beginSending(4));
    for (const id of many) expect((await sent()).has(id)).toBe(true);
    expect(mailServer.taken).toHaveLength(32);
  });

  it('NT-4 a clock that jumps does not send a mail again', async () => {
    const mailId = await put();
    await sender.send(organizationId, mailId);
    for (const jump of [-86_400_000, 40 * 86_400_000, -10 * 86_400_000]) {
      later(jump);
      await sender.send(organizationId, mailId);
      await Promise.all(await sender.beginSending(10));
    }
    expect(mailServer.taken).toHaveLength(1);
  });

  it('NT-4 what is dropped at the moment of sending says why, and is tried no more', async () => {
    const mailId = await put();
    const strict = senderThat(async () => [{ drop: 'left-organization' }]);
    await strict.send(organizationId, mailId);
    expect(await rowOf(mailId)).toMatchObject({ state: 'dropped', drop_reason: 'left-organization' });
    await sender.send(organizationId, mailId);
    await Promise.all(await sender.beginSending(10));
    expect(mailServer.taken).toEqual([]);
  });

  it('NT-4 what is right in another way by now goes out so, and the outbox shows it so', async () => {
    const mailId = await put();
    const content = {
      kind: 'sent-lead' as const,
      news: 'won' as const,
      lead: { id: newId(), customerName: 'Renamed Engines', partnerName: 'Contoso' },
    };
    const to = {
      personId: null,
      address: 'new@partner.example',
      name: 'Ada King',
      locale: 'de',
      timeZone: null,
    };
    const refreshing = senderThat(async () => [{ to, content: contentOf(content) }]);
    await refreshing.send(organizationId, mailId);
    expect(mailServer.taken.map((one) => [one.to, one.mail.subject])).toEqual([
      ['new@partner.example', 'Contoso hat den Deal gewonnen: Renamed Engines'],
    ]);
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', address: 'new@partner.example', content });
  });

  it('NT-4 no name becomes a header', async () => {
    const mailId = await put({ name: 'Eve\r\nBcc: all@partner.example\r\n\r\n<script>' });
    await sender.send(organizationId, mailId);
    const [taken] = mailServer.taken;
    expect(mailServer.taken.map(({ to }) => to)).toEqual(['ada@partner.example']);
    expect(taken?.mail.headers.has('bcc')).toBe(false);
    expect(taken?.mail.to).toMatchObject({ text: expect.stringContaining('ada@partner.example') });
  });

  it('NT-4 without a mail server mails are kept; young ones are sent when there is one', async () => {
    const old = await put({}, false);
    later(30 * 60 * minute);
    const young = await put({}, false);
    await sender.releaseKept();
    await sender.send(organizationId, old);
    await sender.send(organizationId, young);
    expect((await rowOf(old)).state).toBe('kept');
    expect((await rowOf(young)).state).toBe('sent');
  });
});
