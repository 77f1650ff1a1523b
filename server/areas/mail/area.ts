import type { Area, AreaParts } from '../../platform/area.ts';
import type { Config } from '../../platform/config.ts';
import type { MailTransport } from '../../platform/mail/transport.ts';
import { BouncesService } from './bounces.service.ts';
import type { PostRules } from './bring-up-to-date.ts';
import { askEach, type MailKinds, readContent } from './kinds/mail-kinds.ts';
import { sweepMail } from './mail.jobs.ts';
import { registerMailRoutes } from './mails.routes.ts';
import { MailsService } from './mails.service.ts';
import { Outbox } from './outbox.ts';
import { PostOffice } from './post-office.ts';
import { MailSender } from './sending.service.ts';

export interface MailParts extends AreaParts {
  /** Every kind of email, from the areas that send them. */
  readonly kinds: MailKinds;
  /** undefined: there is no mail server, so emails are kept. */
  readonly transport: MailTransport | undefined;
}

/** The outbox: stores emails as facts, sends them, and shows them to people. */
export function mailArea(parts: MailParts) {
  const { config, clock, databases, kinds, log } = parts;
  const mailsAreSent = config.mail !== undefined;
  const area: Area = {
    serve: ({ app }) =>
      registerMailRoutes(app, {
        mails: new MailsService(databases.general, clock, {
          kinds,
          publicUrl: config.publicUrl,
          mailsAreSent,
        }),
        bounces: new BouncesService(databases.general, clock),
        kinds,
        publicUrl: config.publicUrl,
      }),
    jobs: () => [sweepMail.doneBy(() => senderOf(parts).releaseKept())],
  };
  return {
    ...area,
    /** Sends emails alongside the jobs. */
    openPostOffice: (connections: number) => new PostOffice(senderOf(parts), { connections, log }),
  };
}

/** The outbox, for every area that sends emails. */
export function openOutbox({ mail }: Pick<Config, 'mail'>): Outbox {
  return new Outbox(mail !== undefined);
}

function senderOf({ config, clock, databases, log, kinds, transport }: MailParts): MailSender {
  const settings = {
    publicUrl: config.publicUrl,
    messageDomain: messageDomainOf(config),
    onError: (error: unknown) => log.warn({ err: error }, 'a mail could not be handled, it is tried again'),
  };
  return new MailSender(databases.general, clock, transport, settings, postRulesOf(kinds));
}

/** How emails are read and rechecked, as the areas that send them define it. */
export function postRulesOf(kinds: MailKinds): PostRules {
  return { read: (kept) => readContent(kinds, kept), askAgain: askEach(kinds) };
}

/** Message-IDs end in the domain that sends the messages. */
function messageDomainOf({ mail, publicUrl }: Config): string {
  return /@([^@>\s]+)>?\s*$/.exec(mail?.from ?? '')?.[1] ?? new URL(publicUrl).hostname;
}
