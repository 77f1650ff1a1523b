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
  /** What is written, by the areas that write it. */
  readonly kinds: MailKinds;
  /** undefined: there is no mail server; mails are kept. */
  readonly transport: MailTransport | undefined;
}

/** The outbox: mails are put into it with what they tell of, kept, sent, and looked at. */
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
    /** Sends mail beside the jobs. */
    openPostOffice: (connections: number) => new PostOffice(senderOf(parts), { connections, log }),
  };
}

/** Where mails are put, by whichever area writes them. */
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

/** Mails are read, and asked about again, as the areas say that write them. */
export function postRulesOf(kinds: MailKinds): PostRules {
  return { read: (kept) => readContent(kinds, kept), askAgain: askEach(kinds) };
}

/** Messages are named after the domain that sends them. */
function messageDomainOf({ mail, publicUrl }: Config): string {
  return /@([^@>\s]+)>?\s*$/.exec(mail?.from ?? '')?.[1] ?? new URL(publicUrl).hostname;
}
