import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mailKinds, optionalMailCategories } from '../../../contract/mail/lists.ts';
import { newId } from '../../platform/ids.ts';
import type { LeadLine } from '../messages/mails/leads/lead-facts.ts';
import { contentOf, type Kept } from './kept-mails.fixture.ts';
import { keptOf } from './kinds/mail-kinds.ts';
import { readLink, readTurnsOff } from './link-tokens.ts';
import { renderMail } from './render-mail.ts';

const publicUrl = 'https://leads.example';
const linkSecret = randomBytes(32);

const line = (columns: Partial<LeadLine> = {}): LeadLine => ({
  id: newId(),
  customerName: 'Analytical Engines',
  offerTitle: 'Difference Suite',
  country: 'GB',
  qualification: 'Direct',
  callToAction: 'ContactMe',
  locationName: 'Munich',
  isTest: false,
  hot: false,
  receivedAt: '2026-11-20T10:00:00.000Z',
  expiresAt: '2026-12-04T10:00:00.000Z',
  ...columns,
});
const placed = { id: newId(), customerName: 'Analytical Engines', partnerName: 'Contoso' };

/** One of each kind. */
const samples: Kept[] = [
  { kind: 'new-lead', lead: line() },
  { kind: 'digest', leads: [line(), line({ customerName: null })], total: 7 },
  { kind: 'expiring-soon', leads: [line()], total: 1 },
  { kind: 'team-assignment', lead: line(), byName: 'Ada' },
  { kind: 'assignment', leads: [line()], total: 1, byName: 'Ada' },
  { kind: 'unanswered', leads: [line()], total: 1, hours: 8 },
  { kind: 'mention', lead: line(), byName: 'Ada', activityId: newId() },
  { kind: 'sent-lead', news: 'declined', lead: placed },
  { kind: 'direct-expired', leads: [placed], total: 1 },
  { kind: 'customer', news: 'declined', partnerName: 'Contoso', offerTitle: 'Suite', requestId: newId() },
  { kind: 'invitation', linkId: newId(), inviterName: 'Ada', organizationName: 'Contoso' },
  { kind: 'password-reset', linkId: newId() },
  { kind: 'verification', linkId: newId() },
  { kind: 'unattended', about: 'new-lead', total: 3, locations: ['Munich'] },
  { kind: 'address-changed', newAddress: 'ada@new.example' },
  {
    kind: 'contact-confirmation',
    contactId: newId(),
    organizationName: 'Contoso',
    locationName: 'Main office',
  },
];

const rendered = (kept: Kept, locale = 'en', secret: Buffer | undefined = linkSecret) =>
  renderMail(
    { content: contentOf(kept), reason: 'location-admin', locale, timeZone: 'Europe/Berlin' },
    { publicUrl, linkSecret: secret },
  );

describe('NT-3: the text of mails', () => {
  it('NT-3 there is one for each kind', () => {
    expect(samples.map(({ kind }) => kind).sort()).toEqual([...mailKinds].sort());
    for (const sample of samples) expect(keptOf(contentOf(sample))).toEqual(sample);
  });

  it.each(
    samples.flatMap((sample) =>
      ['en', 'de-AT', 'fr'].map((locale) => [sample.kind, locale, sample] as const),
    ),
  )('NT-3 %s in %s is whole in text and in HTML, and loads nothing', async (_kind, locale, sample) => {
    const { subject, text, html } = await rendered(sample, locale);
    expect(subject).toMatch(/^\S.*\S$/);
    for (const part of [text, html]) {
      expect(part).not.toMatch(/undefined|null|\[object|NaN|Invalid Date/);
      expect(part).toContain(publicUrl);
    }
    expect(html).not.toMatch(/<img|<script|<link |url\(|src=/i);
    expect(html).toContain(locale.startsWith('de') ? 'lang="de"' : 'lang="en"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(text).not.toMatch(/<\w/);
  });

  it('NT-3 only emails that can be switched off say where', async () => {
    for (const sample of samples) {
      const optional = optionalMailCategories.some((kind) => kind === sample.kind);
      const { settingsUrl, text } = await rendered(sample);
      expect(settingsUrl === null, sample.kind).toBe(!optional);
      expect(text.includes('/settings/notifications'), sample.kind).toBe(optional);
    }
  });

  it('NT-3 only emails that can be switched off link to the page that does it, for their recipient alone', () => {
    const to = { personId: newId(), organizationId: newId() };
    for (const sample of samples) {
      const mail = { content: contentOf(sample), reason: 'assigned', locale: 'en', timeZone: 'UTC' } as const;
      const { unsubscribeUrl, text, html, hidesLink } = renderMail(
        { ...mail, to },
        { publicUrl, linkSecret },
      );
      if (!optionalMailCategories.some((kind) => kind === sample.kind)) {
        expect(unsubscribeUrl, sample.kind).toBeNull();
        expect(text + html, sample.kind).not.toContain('/unsubscribe');
        continue;
      }
      const [, token = ''] = (unsubscribeUrl ?? '').split(`${publicUrl}/unsubscribe/`);
      expect(readTurnsOff(linkSecret, optionalMailCategories, token)).toEqual({
        ...to,
        category: sample.kind,
      });
      expect(text).toContain(`Turn off these emails: ${unsubscribeUrl}\n`);
      expect(html).toContain(`href="${unsubscribeUrl}"`);
      // Colleagues who look at the outbox see no link that acts for the recipient.
      const shown = renderMail({ ...mail, to }, { publicUrl, linkSecret: undefined });
      expect([shown.unsubscribeUrl, hidesLink]).toEqual([null, false]);
      expect(shown.text + shown.html + rendered(sample).text).not.toContain('/unsubscribe');
    }
  });

  it('NT-3 times are the recipient’s, and their zone is named once, where there are any', async () => {
    const digest: Kept = { kind: 'digest', leads: [line(), line()], total: 2 };
    const { text, html } = await rendered(digest);
    expect(text).toMatch(/Answer by Fri, Dec 4, 2026, 11:00 AM$/m);
    for (const part of [text, html]) {
      expect(part.match(/Europe\/Berlin/g)).toHaveLength(1);
      expect(part).not.toContain('GMT');
    }
    expect((await rendered(digest, 'de')).text).toMatch(/Antwort bis Fr\., 4\. Dez\. 2026, 11:00$/m);
    expect((await rendered({ kind: 'verification', linkId: newId() })).text).not.toContain('Europe/Berlin');
  });

  it('LC-4 nobody is asked to answer a test', async () => {
    const test: Kept = { kind: 'new-lead', lead: { ...line(), isTest: true } };
    for (const locale of ['en', 'de']) {
      expect((await rendered(test, locale)).text).not.toMatch(/Answer by|Antwort bis/);
    }
  });

  it.each([
    ['letters outside the first plane', '\u{1D5D4}'],
    ['families', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
    ['letters with accents', 'e\u0301'],
  ])('NT-3 a subject is cut between characters: %s', async (_what, character) => {
    const { subject } = await rendered({
      kind: 'new-lead',
      lead: line({ customerName: character.repeat(150) }),
    });
    expect(subject.isWellFormed()).toBe(true);
    expect(subject.replace('New lead: ', '').replace('…', '').replaceAll(character, '')).toBe('');
  });

  it.each([
    [{ marketplace: 4, qualified: 1 }, ['marketplace', 'qualified']],
    [{ marketplace: 4, qualified: 0 }, ['marketplace']],
    [{ marketplace: 0, qualified: 2 }, ['qualified']],
  ])('WS-1 a mail leads to views that hold all its leads: %j', async (tabs, wanted) => {
    for (const kind of ['digest', 'expiring-soon'] as const) {
      const { text } = await rendered({ kind, leads: [line(), line()], total: 5, tabs });
      const shown = [...text.matchAll(/\/leads\?tab=(\w+)&status=Received&sort=expiresAt/g)].map(
        ([, tab]) => tab,
      );
      expect(shown).toEqual(wanted);
    }
  });

  it('NT-3 numbers on buttons are written as in the subject', async () => {
    const tabs = { marketplace: 1200, qualified: 1 };
    const { text } = await rendered({ kind: 'digest', leads: [line()], total: 1201, tabs });
    expect(text).toContain('Open 1,200 marketplace leads');
    expect(text).toContain('Open 1 qualified lead:');
  });

  it('LC-4 the operator reads of each lead whether its customer was told', async () => {
    const leads = [
      { ...placed, customer: 'told' },
      { ...placed, customer: 'no-address' },
      { ...placed, customer: null },
    ] as const;
    const { text } = await rendered({ kind: 'direct-expired', leads: [...leads], total: 3 });
    expect(text).toContain('Customer told, and offered other partners');
    expect(text).toContain('Customer not told: the customer gave no email address');
    expect(text).toContain(`/partner-leads/${placed.id}`);
    expect(text).toContain('/partner-leads?status=Expired');
    const german = await rendered({ kind: 'direct-expired', leads: [...leads], total: 3 }, 'de');
    expect(german.text).toContain('Kunde nicht informiert: Der Kunde hat keine E-Mail-Adresse angegeben');
  });

  it('NT-3 what customers typed is text: no markup, no second line in a subject, no end', async () => {
    const customerName = `Eve <img src=x onerror=alert(1)>\r\nBcc: all@example.test ${'long '.repeat(100)}`;
    const { subject, html } = await rendered({ kind: 'new-lead', lead: line({ customerName }) });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThan(230);
    expect(html).not.toContain('<img');
  });

  it('ID-5 an invitation to a stranger carries no words of its sender in the subject, and no link in a name', async () => {
    const inviterName = `Security alert, sign in at http://evil.example/now ${'x'.repeat(300)}`;
    const content = {
      kind: 'invitation',
      linkId: newId(),
      inviterName,
      organizationName: 'pay@evil.example',
    } as const;
    for (const locale of ['en', 'de']) {
      const { subject, text, html } = await rendered(content, locale);
      expect(subject).not.toContain('Security');
      for (const part of [text, html]) {
        expect(part).not.toContain('evil.example');
        expect(part).not.toContain('http://evil');
        expect(part).not.toContain('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');
      }
    }
  });

  it('ID-5 links are there for the recipient only: who looks at the outbox sees dots', async () => {
    const paths = {
      invitation: 'join',
      'password-reset': 'reset',
      verification: 'verify',
      customer: 'request',
      'contact-confirmation': 'contact',
    };
    for (const sample of samples.filter(({ kind }) => kind in paths)) {
      const purpose = paths[sample.kind as keyof typeof paths] as 'join';
      const pattern = new RegExp(`${publicUrl}/${purpose}/([\\w-]{64})`);
      const token = pattern.exec((await rendered(sample)).text)?.[1] ?? '';
      expect(readLink(linkSecret, purpose, token)).toBeDefined();
      const shown = renderMail(
        { content: contentOf(sample), reason: 'asked', locale: 'en', timeZone: 'UTC' },
        { publicUrl, linkSecret: undefined },
      );
      expect(shown.text).not.toMatch(pattern);
      expect(shown.html).not.toMatch(pattern);
      expect(shown.text).toContain('••••');
    }
    const secretKinds = samples.filter((sample) => rendered(sample).hidesLink).map(({ kind }) => kind);
    expect(secretKinds).toHaveLength(Object.keys(paths).length);
    expect(secretKinds.every((kind) => kind in paths)).toBe(true);
  });

  it('NT-3 an unknown locale or time zone does not keep a mail back', async () => {
    const mail = { content: contentOf(samples[0] as Kept), reason: 'location-admin' as const };
    for (const [locale, timeZone] of [
      ['xx-YY', 'No/Zone'],
      ['not a locale!', ''],
      ['', 'UTC'],
    ] as const)
      expect(renderMail({ ...mail, locale, timeZone }, { publicUrl, linkSecret }).subject).toContain(
        'New lead',
      );
  });
});
