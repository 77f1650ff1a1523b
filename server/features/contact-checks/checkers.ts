import type { Clock } from '../../platform/clock.ts';
import type { ContactCheckSettings } from '../../platform/config.ts';
import type { Logger } from '../../platform/log.ts';
import { createResolver } from './dns/resolver.ts';
import { createEmailCheck, type EmailCheck, type EmailCheckOptions } from './email/check-email.ts';
import { loadMailDomains, type MailDomains } from './email/mail-domains.ts';
import {
  createTwilioLookup,
  createVonageIdentityInsights,
  type PhoneReachability,
} from './phone/providers.ts';
import { createReacherProvider } from './provider/reacher.ts';
import { type CatchAllMemory, rememberCatchAllHere } from './smtp/catch-all-memory.ts';
import { createMailboxProbe, type MailboxProbeOptions } from './smtp/mailbox-probe.ts';

/** Everything that looks at contacts, as the operator configured it. */
export interface ContactCheckers {
  /** The check of an address of which the lists say that. */
  email(standing: 'allow' | 'block' | 'reported' | null): EmailCheck;
  /** Undefined: numbers are judged by the numbering plan alone. */
  readonly phoneProvider: PhoneReachability | undefined;
}

export interface CheckerOptions {
  readonly settings: ContactCheckSettings;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly catchAllMemory?: CatchAllMemory;
  /** Missing: {@link openMailDomains} is asked for them. */
  readonly mailDomains?: MailDomains;
  /** For tests: see {@link MailboxProbeOptions.testSeam}. */
  readonly probeSeam?: MailboxProbeOptions['testSeam'];
}

/**
 * The shipped lists with the operator's file, for all who judge domains; what is wrong with the file is logged once,
 * at the start and whenever it has changed.
 * @throws ConfigError when the file cannot be read
 */
export function openMailDomains(
  { disposableDomainsFile }: Pick<ContactCheckSettings, 'disposableDomainsFile'>,
  log: Pick<Logger, 'warn'>,
): MailDomains {
  if (disposableDomainsFile === undefined) return loadMailDomains();
  const domains = loadMailDomains({ disposableFile: disposableDomainsFile });
  let told: readonly string[] = [];
  const tell = () => {
    if (domains.warnings === told) return;
    told = domains.warnings;
    for (const warning of told) log.warn({ warning }, 'list of disposable domains');
  };
  tell();
  return {
    kindOf: domains.kindOf,
    get warnings() {
      return domains.warnings;
    },
    reload() {
      const isNew = domains.reload();
      tell();
      return isNew;
    },
  };
}

/**
 * The checks of e-mail addresses and phone numbers.
 * @throws ConfigError when a file that the settings name cannot be read
 */
export function createCheckers(options: CheckerOptions): ContactCheckers {
  const { settings, clock, log } = options;
  const mailDomains = options.mailDomains ?? openMailDomains(settings, log);
  const parts: Omit<EmailCheckOptions, 'lists'> = {
    mode: settings.emailMode,
    clock,
    mailDomains,
    ...emailParts(options),
    onError: (error) => log.error({ err: error }, 'the check of an e-mail address broke off'),
  };
  return {
    email: (standing) => {
      // The operator may have put a newer list there; looking costs one stat of the file.
      mailDomains.reload();
      return createEmailCheck({ ...parts, lists: async () => standing });
    },
    phoneProvider: phoneProvider(settings),
  };
}

function emailParts({ settings, clock, catchAllMemory, probeSeam }: CheckerOptions) {
  const { emailMode, dnsServers, smtpHelloName, verifierUrl, verifierAuthorization } = settings;
  if (emailMode === 'off' || emailMode === 'syntax') return {};
  const resolver = createResolver({ servers: dnsServers, clock });
  if (emailMode === 'smtp' && smtpHelloName !== undefined) {
    const probe = createMailboxProbe({
      resolver,
      clock,
      heloName: smtpHelloName,
      catchAllMemory: catchAllMemory ?? rememberCatchAllHere(clock),
      ...(probeSeam ? { testSeam: probeSeam } : {}),
    });
    return { resolver, probe };
  }
  if (emailMode === 'provider' && verifierUrl !== undefined) {
    const headers: Record<string, string> = {};
    if (verifierAuthorization !== undefined) headers.authorization = verifierAuthorization;
    return { resolver, provider: createReacherProvider({ url: verifierUrl, headers, clock }) };
  }
  return { resolver };
}

function phoneProvider({ twilio, vonage }: ContactCheckSettings): PhoneReachability | undefined {
  const timeoutMs = 10_000;
  if (twilio) return createTwilioLookup({ ...twilio, timeoutMs });
  return vonage ? createVonageIdentityInsights({ ...vonage, timeoutMs }) : undefined;
}
