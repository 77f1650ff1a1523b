import { type Clock, systemClock } from '../../../platform/clock.ts';
import type { ContactCheckSettings } from '../../../platform/config.ts';
import type { Logger } from '../../../platform/log.ts';
import { createResolver } from '../dns/resolver.ts';
import {
  createResolverTrust,
  isBelieved,
  largeMailDomains,
  type ResolverTrust,
  standingWords,
} from '../dns/resolver-trust.ts';
import { sparingSilentDomains } from '../dns/silent-domains.ts';
import { createEmailCheck, type EmailCheck, type EmailCheckOptions } from '../email/check-email.ts';
import { loadMailDomains, type MailDomains } from '../email/mail-domains.ts';
import {
  createTwilioLookup,
  createVonageIdentityInsights,
  type PhoneReachability,
} from '../phone/providers.ts';
import type { ProviderQuestion } from '../providers/ask-provider.ts';
import { createReacherProvider, reacherControl } from '../providers/reacher.ts';
import { type AskProvider, sparingProvider } from '../providers/spared-provider.ts';
import { type CatchAllMemory, rememberCatchAllHere } from '../smtp/catch-all-memory.ts';
import { createMailboxProbe, type MailboxProbeOptions } from '../smtp/mailbox-probe.ts';
import { contactProviderAsked, nameServersBelieved } from './checkers.metrics.ts';

/** Everything that checks contacts, as the operator configured it. */
export interface ContactCheckers {
  /** The email check for an address with this list standing. */
  email(standing: 'allow' | 'block' | 'reported' | null): EmailCheck;
  /** Undefined: numbers are judged by the numbering plan alone. */
  readonly phoneProvider: PhoneReachability | undefined;
  /** In the demo, invented domains and the numbers reserved for examples count as good. */
  readonly examplesAreGood?: boolean;
}

export interface CheckerOptions {
  readonly settings: ContactCheckSettings;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly catchAllMemory?: CatchAllMemory;
  /** Missing: {@link openMailDomains} provides them. */
  readonly mailDomains?: MailDomains;
  /** For tests: see {@link MailboxProbeOptions.testSeam}. */
  readonly probeSeam?: MailboxProbeOptions['testSeam'];
  /** For tests: replaces HTTP, behind the circuit breaker of a provider. */
  readonly ask?: AskProvider;
}

/**
 * The shipped lists with the operator's file, for everything that judges domains; problems with the file are logged
 * once, at the start and after each change.
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
    isDisputable: domains.isDisputable,
    isDisposableServer: domains.isDisposableServer,
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
 * The checks of email addresses and phone numbers.
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
    examplesAreGood: settings.examplesAreGood ?? false,
    onError: (error) => log.error({ err: error }, 'the check of an email address broke off'),
  };
  return {
    email: (standing) => {
      // The operator may have put a newer list there; checking costs one stat of the file.
      mailDomains.reload();
      return createEmailCheck({ ...parts, lists: async () => standing });
    },
    phoneProvider: phoneProvider(options),
    examplesAreGood: settings.examplesAreGood ?? false,
  };
}

function emailParts(options: CheckerOptions) {
  const { settings, clock, catchAllMemory, probeSeam } = options;
  const { emailMode, dnsServers, smtpHelloName, verifierUrl, verifierAuthorization } = settings;
  if (emailMode === 'off' || emailMode === 'syntax') return {};
  const resolver = sparingSilentDomains(createResolver({ servers: dnsServers, clock }), clock);
  const trust = watchResolver(options);
  if (emailMode === 'smtp' && smtpHelloName !== undefined) {
    const probe = createMailboxProbe({
      resolver,
      clock,
      heloName: smtpHelloName,
      catchAllMemory: catchAllMemory ?? rememberCatchAllHere(clock),
      ...(probeSeam ? { testSeam: probeSeam } : {}),
    });
    return { resolver, trust, probe };
  }
  if (emailMode === 'provider' && verifierUrl !== undefined) {
    const headers: Record<string, string> = {};
    if (verifierAuthorization !== undefined) headers.authorization = verifierAuthorization;
    const service = { url: verifierUrl, headers };
    const ask = sparing('the email verifier', options, reacherControl(service));
    return { resolver, trust, provider: createReacherProvider({ ...service, clock, ask }) };
  }
  return { resolver, trust };
}

/** Checks that the name servers we rely on can be believed, and logs when they cannot (CV-4). */
function watchResolver({ settings, clock, log }: CheckerOptions): ResolverTrust {
  return createResolverTrust({
    resolver: createResolver({ servers: settings.dnsServers, clock, cache: { entries: 0 } }),
    clock,
    knownDomains: settings.knownDomains ?? largeMailDomains,
    onChange: (standing) => {
      nameServersBelieved.set(isBelieved(standing) ? 1 : 0);
      if (standing === 'sound') log.warn({ standing }, 'the name servers are believed again');
      else log.error({ standing }, `the name servers ${standingWords[standing]}`);
    },
  });
}

function phoneProvider(options: CheckerOptions): PhoneReachability | undefined {
  const { twilio, vonage } = options.settings;
  const timeoutMs = 10_000;
  if (twilio) return createTwilioLookup({ ...twilio, timeoutMs, ask: sparing('Twilio Lookup', options) });
  if (!vonage) return undefined;
  const ask = sparing('Vonage Identity Insights', options);
  return createVonageIdentityInsights({ ...vonage, timeoutMs, ask });
}

/** Calls a provider unless it hangs, and logs and counts when it is skipped. */
function sparing(
  provider: string,
  { clock, log, ask }: CheckerOptions,
  control?: ProviderQuestion,
): AskProvider {
  contactProviderAsked.set({ provider }, 1);
  return sparingProvider({
    clock,
    ...(ask ? { ask } : {}),
    ...(control ? { control } : {}),
    onChange: ({ isAsked, pauseSeconds }) => {
      contactProviderAsked.set({ provider }, isAsked ? 1 : 0);
      if (isAsked) log.warn({ provider }, `${provider} answers again`);
      else
        log.error(
          { provider, pauseSeconds },
          `${provider} does not answer and is left alone for a while; what it should say stays Unknown and is asked later`,
        );
    },
  });
}

/** The current standing of the name servers, in words; null when the settings use none. */
export async function lookAtNameServers(
  settings: Pick<ContactCheckSettings, 'emailMode' | 'dnsServers' | 'knownDomains'>,
): Promise<{ readonly isBelieved: boolean; readonly says: string } | null> {
  const { emailMode, dnsServers, knownDomains = largeMailDomains } = settings;
  if (emailMode === 'off' || emailMode === 'syntax' || knownDomains.length === 0) return null;
  const resolver = createResolver({ servers: dnsServers, clock: systemClock, cache: { entries: 0 } });
  try {
    const standing = await createResolverTrust({ resolver, clock: systemClock, knownDomains }).standing(
      'denial',
    );
    const says = standing === 'sound' ? 'give right answers' : standingWords[standing];
    return { isBelieved: isBelieved(standing), says };
  } finally {
    resolver.close();
  }
}
