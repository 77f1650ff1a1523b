import { resolve } from 'node:path';
import { z } from 'zod';

const switchWord = z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on');

/** `off`, the number of proxies in front, or their addresses: trusting every hop would let callers choose their address. */
const trustedProxies = z
  .string()
  .regex(
    /^(off|\d{1,2}|[0-9a-fA-F:./]+(,[0-9a-fA-F:./]+)*)$/,
    'must be off, the number of proxies in front, or their addresses separated by commas',
  )
  .transform((value) => (value === 'off' ? false : /^\d{1,2}$/.test(value) ? Number(value) : value));

const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`);

const environment = z
  .object({
    NODE_ENV: z.string().default('production'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: whole(0, 65_535).default(4400),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'is not a PostgreSQL address (postgres://…)' })
      .optional(),
    DATABASE_POOL_SIZE: whole(2, 100).default(20),
    LEADLIGHT_DATABASE_WAIT_SECONDS: whole(0, 3600).default(60),
    LEADLIGHT_DATA: z.string().min(1).default('.data'),
    LEADLIGHT_PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'is not a web address (https://…)' })
      .optional(),
    LEADLIGHT_DEMO: switchWord.optional(),
    LEADLIGHT_TRUST_PROXY: trustedProxies.default(false),
    LEADLIGHT_WORKER_CONCURRENCY: whole(1, 64).default(4),
    LEADLIGHT_INTAKE_PER_MINUTE: whole(1, 100_000_000).default(120_000),
    LEADLIGHT_STRANGERS_PER_MINUTE: whole(1, 100_000_000).default(600),
    LEADLIGHT_EMAIL_CHECKS: z
      .enum(['off', 'syntax', 'dns', 'smtp', 'provider'], 'must be off, syntax, dns, smtp or provider')
      .default('dns'),
    LEADLIGHT_DNS_SERVERS: z
      .string()
      .transform((value) => value.split(',').map((server) => server.trim()))
      .default([]),
    LEADLIGHT_DNS_KNOWN_DOMAINS: z
      .string()
      .regex(/^(off|[a-z0-9.-]+(\s*,\s*[a-z0-9.-]+)*)$/i, 'must be off, or domains separated by commas')
      .transform((value) => (value === 'off' ? [] : value.split(',').map((domain) => domain.trim())))
      .optional(),
    LEADLIGHT_SMTP_HELLO_NAME: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be the public host name of this installation')
      .optional(),
    LEADLIGHT_VERIFIER_URL: z
      .url({ protocol: /^https?$/, error: 'is not a web address (https://…)' })
      .optional(),
    LEADLIGHT_VERIFIER_AUTHORIZATION: z.string().optional(),
    LEADLIGHT_DISPOSABLE_DOMAINS: z.string().optional(),
    LEADLIGHT_TWILIO_ACCOUNT_SID: z.string().optional(),
    LEADLIGHT_TWILIO_AUTH_TOKEN: z.string().optional(),
    LEADLIGHT_VONAGE_APPLICATION_ID: z.string().optional(),
    LEADLIGHT_VONAGE_PRIVATE_KEY: z.string().optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'is not the address of a mail server (smtp://host:587)' })
      .optional(),
    LEADLIGHT_MAIL_FROM: z
      .string()
      .regex(
        /^([^<>@\p{Cc}]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u,
        'must be an email address, or Name <address>',
      )
      .optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be fatal, error, warn, info, debug, trace or silent',
      )
      .default('info'),
  })
  .superRefine((values, context) => {
    const need = (name: keyof typeof values, reason: string) => {
      if (values[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: reason });
    };
    if (values.LEADLIGHT_EMAIL_CHECKS === 'smtp')
      need('LEADLIGHT_SMTP_HELLO_NAME', 'is needed with LEADLIGHT_EMAIL_CHECKS=smtp');
    if (values.LEADLIGHT_EMAIL_CHECKS === 'provider')
      need('LEADLIGHT_VERIFIER_URL', 'is needed with LEADLIGHT_EMAIL_CHECKS=provider');
    if (values.SMTP_URL) need('LEADLIGHT_MAIL_FROM', 'is needed with SMTP_URL: the sender of all mail');
    if (values.LEADLIGHT_TWILIO_ACCOUNT_SID)
      need('LEADLIGHT_TWILIO_AUTH_TOKEN', 'is needed with LEADLIGHT_TWILIO_ACCOUNT_SID');
    if (values.LEADLIGHT_VONAGE_APPLICATION_ID)
      need('LEADLIGHT_VONAGE_PRIVATE_KEY', 'is needed with LEADLIGHT_VONAGE_APPLICATION_ID');
  });

/** All external settings of the processes: read once, checked, frozen, and passed in. */
export interface Config {
  /** Address to listen on; demo data is served on loopback only. */
  readonly host: string;
  readonly port: number;
  /** Where people reach this installation, without a trailing slash; decides Secure cookies and links. */
  readonly publicUrl: string;
  /** undefined: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** How long the start waits for an unreachable database. */
  readonly databaseWaitSeconds: number;
  /** Absolute path of the folder that holds the embedded database. */
  readonly dataFolder: string;
  /** true or false when the operator set it; undefined: `start` loads the demo into an empty database. */
  readonly demo: boolean | undefined;
  /** The number of proxies in front, or their addresses; false: X-Forwarded-For is ignored. */
  readonly trustProxy: boolean | number | string;
  readonly workerConcurrency: number;
  /** Requests per minute that one key may send to a machine door. */
  readonly intakePerMinute: number;
  /** Requests per minute that one network may make at doors that need no sign-in. */
  readonly strangersPerMinute: number;
  readonly contactChecks: ContactCheckSettings;
  /** How email is sent; undefined: it is kept and shown in the outbox (NT-4). */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly logLevel: string;
}

/** How contacts are checked (CV-5). */
export interface ContactCheckSettings {
  readonly emailMode: 'off' | 'syntax' | 'dns' | 'smtp' | 'provider';
  /** Name servers to query; empty: those of the operating system. */
  readonly dnsServers: readonly string[];
  /**
   * Domains that certainly exist, for testing the name servers; empty: their answers are believed. Missing: some large
   * ones.
   */
  readonly knownDomains?: readonly string[];
  /** The public name used to greet mail servers; set in the mode `smtp`. */
  readonly smtpHelloName?: string;
  /** Address of a self-hosted verifier; set in the mode `provider`. */
  readonly verifierUrl?: string;
  readonly verifierAuthorization?: string;
  /** In the demo, invented domains and the numbers reserved for examples count as good. */
  readonly examplesAreGood?: boolean;
  /** A file with further disposable domains and mail servers, one per line. */
  readonly disposableDomainsFile?: string;
  readonly twilio?: { readonly accountSid: string; readonly authToken: string };
  readonly vonage?: { readonly applicationId: string; readonly privateKey: string };
}

/** A setting has a wrong value; the message names it and says what it must be. */
export class ConfigError extends Error {}

/**
 * Reads the settings from the given environment.
 * @throws ConfigError naming every wrong setting
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`Wrong settings in the environment: ${lines.join('; ')}.`);
  }
  const values = parsed.data;
  const publicUrl = values.LEADLIGHT_PUBLIC_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`;
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    publicUrl: withoutTrailingSlashes(publicUrl),
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databaseWaitSeconds: values.LEADLIGHT_DATABASE_WAIT_SECONDS,
    dataFolder: resolve(values.LEADLIGHT_DATA),
    demo: values.LEADLIGHT_DEMO,
    trustProxy: values.LEADLIGHT_TRUST_PROXY,
    workerConcurrency: values.LEADLIGHT_WORKER_CONCURRENCY,
    intakePerMinute: values.LEADLIGHT_INTAKE_PER_MINUTE,
    strangersPerMinute: values.LEADLIGHT_STRANGERS_PER_MINUTE,
    contactChecks: contactChecks(values),
    mail:
      values.SMTP_URL && values.LEADLIGHT_MAIL_FROM
        ? { url: values.SMTP_URL, from: values.LEADLIGHT_MAIL_FROM }
        : undefined,
    logLevel: values.LOG_LEVEL,
  });
}

function contactChecks(values: z.infer<typeof environment>): ContactCheckSettings {
  const twilio = {
    accountSid: values.LEADLIGHT_TWILIO_ACCOUNT_SID,
    authToken: values.LEADLIGHT_TWILIO_AUTH_TOKEN,
  };
  const vonage = {
    applicationId: values.LEADLIGHT_VONAGE_APPLICATION_ID,
    privateKey: values.LEADLIGHT_VONAGE_PRIVATE_KEY,
  };
  const given = {
    knownDomains: values.LEADLIGHT_DNS_KNOWN_DOMAINS,
    smtpHelloName: values.LEADLIGHT_SMTP_HELLO_NAME,
    verifierUrl: values.LEADLIGHT_VERIFIER_URL,
    verifierAuthorization: values.LEADLIGHT_VERIFIER_AUTHORIZATION,
    disposableDomainsFile: values.LEADLIGHT_DISPOSABLE_DOMAINS,
    twilio: twilio.accountSid && twilio.authToken ? twilio : undefined,
    vonage: vonage.applicationId && vonage.privateKey ? vonage : undefined,
  };
  return Object.freeze({
    emailMode: values.LEADLIGHT_EMAIL_CHECKS,
    dnsServers: values.LEADLIGHT_DNS_SERVERS,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  });
}

function withoutTrailingSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end--;
  return url.slice(0, end);
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** True when people can reach this installation only from this machine, even through a proxy. */
export function isLocalOnly(config: Config): boolean {
  const publicHost = new URL(config.publicUrl).hostname.replace(/^\[|\]$/g, '');
  return isLoopback(config.host) && isLoopback(publicHost) && config.trustProxy === false;
}
