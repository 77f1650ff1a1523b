import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, isLoopback, readConfig } from './config.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return '';
}

describe('settings', () => {
  it('none are needed', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4400,
      publicUrl: 'http://127.0.0.1:4400',
      databaseUrl: undefined,
      demo: undefined,
      trustProxy: false,
      logLevel: 'info',
    });
    expect(isAbsolute(config.dataFolder)).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('empty ones count as not given', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', LEADLIGHT_DEMO: '' })).toEqual(readConfig({}));
  });

  it('are taken from the environment', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATABASE_URL: 'postgresql://app@db.example.test:5432/leadlight?sslmode=require',
      DATABASE_POOL_SIZE: '20',
      LEADLIGHT_DATA: 'data',
      LEADLIGHT_PUBLIC_URL: 'https://leads.example.test/',
      LEADLIGHT_DEMO: 'off',
      LEADLIGHT_TRUST_PROXY: '2',
      LEADLIGHT_WORKER_CONCURRENCY: '8',
      LEADLIGHT_INTAKE_PER_MINUTE: '5',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 8080,
      databaseUrl: 'postgresql://app@db.example.test:5432/leadlight?sslmode=require',
      databasePoolSize: 20,
      databaseWaitSeconds: 60,
      dataFolder: join(process.cwd(), 'data'),
      publicUrl: 'https://leads.example.test',
      demo: false,
      trustProxy: 2,
      workerConcurrency: 8,
      intakePerMinute: 5,
      strangersPerMinute: 600,
      contactChecks: { emailMode: 'dns', dnsServers: [] },
      logLevel: 'debug',
    });
  });

  it('CV-5 say how far contacts are checked, and what that takes', () => {
    const { contactChecks } = readConfig({
      LEADLIGHT_EMAIL_CHECKS: 'smtp',
      LEADLIGHT_DNS_SERVERS: '192.0.2.1, [2001:db8::1]:5353',
      LEADLIGHT_DNS_KNOWN_DOMAINS: 'contoso.com, fabrikam.com',
      LEADLIGHT_SMTP_HELLO_NAME: 'leads.example.test',
      LEADLIGHT_TWILIO_ACCOUNT_SID: 'AC1',
      LEADLIGHT_TWILIO_AUTH_TOKEN: 'secret',
    });
    expect(contactChecks).toEqual({
      emailMode: 'smtp',
      dnsServers: ['192.0.2.1', '[2001:db8::1]:5353'],
      knownDomains: ['contoso.com', 'fabrikam.com'],
      smtpHelloName: 'leads.example.test',
      twilio: { accountSid: 'AC1', authToken: 'secret' },
    });
    for (const [mode, missing] of [
      ['smtp', 'LEADLIGHT_SMTP_HELLO_NAME'],
      ['provider', 'LEADLIGHT_VERIFIER_URL'],
    ])
      expect(() => readConfig({ LEADLIGHT_EMAIL_CHECKS: mode })).toThrow(missing);
  });

  it('CV-4 say by which domains name servers are tried, or that they are believed', () => {
    const known = (text: string) =>
      readConfig({ LEADLIGHT_DNS_KNOWN_DOMAINS: text }).contactChecks.knownDomains;
    expect(known('off')).toEqual([]);
    expect(known('')).toBeUndefined();
    expect(refusal({ LEADLIGHT_DNS_KNOWN_DOMAINS: 'not a domain' })).toContain(
      'LEADLIGHT_DNS_KNOWN_DOMAINS must be',
    );
  });

  it('NT-4 say through which mail server mail goes, and who sends it', () => {
    expect(readConfig({}).mail).toBeUndefined();
    const mail = {
      SMTP_URL: 'smtps://user:p%40ss@mail.example:465',
      LEADLIGHT_MAIL_FROM: 'Leads <leads@example.com>',
    };
    expect(readConfig(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.LEADLIGHT_MAIL_FROM });
    expect(refusal({ SMTP_URL: mail.SMTP_URL })).toContain('LEADLIGHT_MAIL_FROM is needed with SMTP_URL');
    expect(refusal({ ...mail, SMTP_URL: 'https://mail.example' })).toContain(
      'SMTP_URL is not the address of a mail server',
    );
    for (const from of ['nobody', 'a@b@c', 'Eve\nBcc: x@y.example <a@b.example>', 'Leads <leads>'])
      expect(refusal({ ...mail, LEADLIGHT_MAIL_FROM: from }), from).toContain('LEADLIGHT_MAIL_FROM must be');
  });

  it('a database may be reached through a socket', () => {
    const url = 'postgres:///leadlight?host=%2Ftmp%2Fsocket&port=5432&user=postgres';
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each([
    ['0.0.0.0', 'http://localhost:4400'],
    ['::', 'http://localhost:4400'],
    ['::1', 'http://[::1]:4400'],
    ['example.test', 'http://example.test:4400'],
  ])('HOST=%s is reached at %s', (host, publicUrl) => {
    expect(readConfig({ HOST: host }).publicUrl).toBe(publicUrl);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db/leadlight'],
    ['DATABASE_URL', 'leadlight'],
    ['DATABASE_POOL_SIZE', '1'],
    ['DATABASE_POOL_SIZE', 'many'],
    ['LEADLIGHT_PUBLIC_URL', 'leads.example.test'],
    ['LEADLIGHT_PUBLIC_URL', 'ftp://leads.example.test'],
    ['LEADLIGHT_DEMO', 'yes'],
    ['LEADLIGHT_TRUST_PROXY', 'true'],
    ['LEADLIGHT_WORKER_CONCURRENCY', '0'],
    ['LEADLIGHT_INTAKE_PER_MINUTE', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused in a sentence that names it', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(
      new RegExp(`^Wrong settings in the environment: ${name} .+\\.$`),
    );
  });

  it('every wrong setting is named at once, and no value is repeated', () => {
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://user:s3cret@db/leadlight' });
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(message).toContain(name);
    expect(message).not.toContain('s3cret');
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])(
    '%s can be reached from this machine only',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.test', 'localhost.example.test', '128.0.0.1', ''])(
    '%j can be reached from outside',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
