import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../contract/sentences.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { emptyForm, readForm } from './contact-form.ts';
import { formScriptHref } from './form-script.ts';
import { describe as describeText, renderPage } from './layout.tsx';
import { makeOfferPage } from './offer-page.fixture.ts';
import { OfferPageView } from './offer-page.tsx';
import { ProblemPageView } from './problem-page.tsx';
import { plainPage } from './profile-page.fixture.ts';
import { ProfilePageView } from './profile-page.tsx';
import type { OfferPage, ProfilePage } from './public-leads.rules.ts';
import { stylesheet } from './stylesheet.ts';
import { languageOfPage, preferredLanguage } from './texts/page-language.rules.ts';
import { ThanksPageView } from './thanks-page.tsx';
import { safeWebsite } from './website.ts';

const formKey = '0b6f8a52-7c38-4c0e-9f3c-0d2b30136469';
const seal = { token: 'token', challenge: '{"parameters":{}}' };
const setting = { language: 'en' as const, newKey: formKey, now: new Date('2026-11-20T10:00:00Z') };
const publicUrl = 'https://leads.example.test';
const summary = 'Backs up.\n\nRestores,\ntoo.';
const offer = makeOfferPage({
  summary,
  listing: { ...makeOfferPage().listing, shortDescription: summary },
  callToAction: 'GetItNow',
});
const profile: ProfilePage = {
  ...plainPage,
  organizationId: 'org',
  partnerName: 'Contoso Deutschland',
  language: 'en',
  pageId: 'page',
  slug: 'contoso-munich',
  description: 'We help.',
  website: 'https://www.contoso.example/de',
  city: 'Munich',
  country: 'DE',
  locationId: 'munich',
  storefront: null,
};

function offerHtml(changed: Partial<OfferPage> = {}, state = emptyForm(formKey)): string {
  const page = { ...offer, ...changed };
  return renderPage(<OfferPageView page={page} publicUrl={publicUrl} state={{ ...state, seal }} />);
}

function profileHtml(changed: Partial<ProfilePage> = {}): string {
  const page = { ...profile, ...changed };
  return renderPage(
    <ProfilePageView page={page} publicUrl={publicUrl} state={{ ...emptyForm(formKey), seal }} />,
  );
}

describe('offer page (BP-3)', () => {
  it('is a whole document with title, description, canonical address, one script of ours and no style in it', () => {
    const html = offerHtml();
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Backup – Contoso</title>');
    expect(html).toContain('<meta name="description" content="Backs up. Restores, too."/>');
    expect(html).toContain(
      '<link rel="canonical" href="https://leads.example.test/offers/appsource/contoso.backup"/>',
    );
    expect(html).toContain('<meta name="robots" content="index, follow"/>');
    expect(html).not.toMatch(/<style|style=|\son[a-z]+=/i);
    expect(html.match(/<script(?! type="application\/ld\+json").*?<\/script>/g)).toEqual([
      `<script src="${formScriptHref}" defer=""></script>`,
    ]);
  });

  it.each([
    ['ContactMe', 'Contact me'],
    ['GetItNow', 'Get it now'],
    ['FreeTrial', 'Free trial'],
    ['TestDrive', 'Test drive'],
  ] as const)('carries the call to action %s on its button', (callToAction, words) => {
    expect(offerHtml({ callToAction })).toContain(`<button class="button" type="submit">${words}</button>`);
  });

  it('sends the form back to the storefront that it was opened from', () => {
    expect(offerHtml()).toContain('action="/offers/azureportal/contoso.backup"');
    expect(offerHtml({ storefront: null })).toContain('action="/offers/-/contoso.backup"');
  });

  it('does not ask for direct contact', () => {
    expect(offerHtml()).not.toContain('contactDirectly');
  });

  it('escapes everything that came from outside', () => {
    const evil = `<script>alert("1")</script> 'q' & ]]>`;
    const links = [
      { title: evil, url: 'javascript:alert(1)' },
      { title: evil, url: `https://x.example/"${evil}` },
    ];
    const categories = [{ name: evil, subcategories: [evil] }];
    const listing = {
      ...offer.listing,
      shortDescription: evil,
      description: `- **${evil}**`,
      categories,
      links,
    };
    const html = offerHtml({ title: evil, summary: evil, listing, partnerName: `" onfocus="x` });
    expect(html).not.toMatch(/<script(?! src="\/public\/form\.js| type="application\/ld\+json")/i);
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('" onfocus="x');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#x27;q&#x27; &amp; ]]&gt;');
  });

  it('lets text from right to left run its own way', () => {
    const html = offerHtml({ title: 'גיבוי בענן 2.0', partnerName: 'شركة' });
    expect(html).toContain('<h1 dir="auto">גיבוי בענן 2.0</h1>');
    expect(html).toContain('<bdi>شركة</bdi>');
  });
});

describe('contact form', () => {
  it('offers every country by name and chooses none', () => {
    const html = offerHtml();
    expect(html).toContain('<option value="" selected="">Choose a country</option>');
    expect(html).toContain('<option value="DE">Germany</option>');
    expect(html.match(/<option /g)).toHaveLength(250);
    expect(html.indexOf('Åland')).toBeLessThan(html.indexOf('Albania'));
  });

  it('says to browsers what belongs into each field', () => {
    const html = offerHtml();
    const tokens = [
      'given-name',
      'family-name',
      'email',
      'tel',
      'organization',
      'organization-title',
      'country',
    ];
    for (const token of tokens) expect(html).toContain(`autoComplete="${token}"`);
  });

  it('shows errors at the top and at each field, and keeps what was typed', () => {
    const sent = {
      firstName: 'A"da',
      email: '',
      country: 'de',
      message: '</textarea><b>',
      consent: 'on',
      formKey,
    };
    const { state } = readForm(sent, setting);
    const html = offerHtml({}, state);
    expect(html).toContain('<title>Error: Backup – Contoso</title>');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('One answer needs another look');
    expect(html).toContain(
      '<a href="#email">Enter your email address, or a phone number, so that the partner can answer you.</a>',
    );
    expect(html).toMatch(
      /<input id="email"[^>]* aria-invalid="true" aria-describedby="email-error email-hint"/,
    );
    expect(html).toContain(
      '<p class="error" id="email-error">Enter your email address, or a phone number, so that the partner can answer you.</p>',
    );
    expect(html).toContain('value="A&quot;da"');
    expect(html).toContain('<option value="DE" selected="">');
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>');
    expect(html).toMatch(/<input id="consent"[^>]* checked=""/);
    expect(html).toContain(`value="${formKey}"`);
    expect(html).not.toMatch(/<input id="firstName"[^>]*aria-invalid/);
  });

  it('IN-7: has a field that no person finds, and what its seal says', () => {
    const html = offerHtml();
    expect(html).toContain('<div class="trap" aria-hidden="true">');
    expect(html).toMatch(/<input id="homepage"[^>]* tabindex="-1" autoComplete="off"/i);
    expect(stylesheet).toContain('.trap { display: none; }');
    expect(html).toContain('<input type="hidden" name="formToken" value="token"/>');
    expect(html).toContain('data-challenge="{&quot;parameters&quot;:{}}"');
  });

  it('a form of an old version is asked for again', () => {
    const filledIn = { firstName: 'A', lastName: 'L', email: 'a@b.test', country: 'DE', consent: 'on' };
    expect(offerHtml({}, readForm(filledIn, setting).state)).toContain('Please send it again.');
  });
});

describe('profile page (BP-3, DI-4)', () => {
  it('shows name, place, description and website, and asks for direct contact', () => {
    const html = profileHtml();
    expect(html).toContain('<title>Contoso Deutschland – Munich, Germany</title>');
    expect(html).toContain(
      '<a href="https://www.contoso.example/de" rel="nofollow noopener ugc">contoso.example</a>',
    );
    expect(html).toContain('I would like to be contacted directly, as soon as possible');
    expect(html).toContain('Your request is handled by <bdi>Contoso Deutschland</bdi>.');
  });

  it('names a city that is a country once', () => {
    expect(profileHtml({ city: 'Singapore', country: 'SG' })).toContain('<p class="place">Singapore</p>');
  });

  it('shows its description as text, in paragraphs', () => {
    const html = profileHtml({ description: 'One <b>bold</b>\r\n\r\n \r\nTwo\r\nlines\n' });
    expect(html).toContain('<p dir="auto">One &lt;b&gt;bold&lt;/b&gt;</p><p dir="auto">Two\nlines</p>');
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://contoso.example',
    '//contoso.example',
    'contoso.example',
    'https://www.microsoft.com@evil.example/',
    '',
    null,
  ])('does not link to %j', (website) => {
    expect(safeWebsite(website)).toBeUndefined();
    expect(profileHtml({ website })).not.toContain('Website:');
  });
});

describe('in the language of the page', () => {
  it('IN-1 a German page has a German form, with lang and all sentences', () => {
    const german = profileHtml({ language: 'de', description: 'Wir helfen.' });
    expect(german).toMatch(/^<!doctype html><html lang="de">/);
    for (const words of [
      'Vorname',
      'E-Mail-Adresse',
      'Land auswählen',
      'Deutschland',
      'Leadlight gibt sie nur weiter',
    ])
      expect(german).toContain(words);
    for (const words of [
      'First name',
      'Email address',
      'Germany',
      'Contact me',
      'Leave your details',
      'I agree',
    ])
      expect(german).not.toContain(words);
    const { state } = readForm({ formKey }, { ...setting, language: 'de' });
    expect(Object.values(state?.errors ?? {}).join(' ')).toMatch(/Geben Sie .* Wählen Sie .* Kreuzen Sie/);
    const back = { href: '/', label: 'Zurück' };
    const thanks = renderPage(
      <ThanksPageView language="de" partner="Contoso" callToAction="ContactMe" back={back} />,
    );
    expect(thanks).toContain('Wie es weitergeht');
    expect(thanks).not.toContain('What happens next');
  });

  it.each(['ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive'] as const)(
    'BP-3 the heading of the form is not its button (%s)',
    (callToAction) => {
      for (const language of ['en', 'de'] as const) {
        const html = offerHtml({ callToAction, language });
        const heading = /<h2 id="contact-form">(.*?)<\/h2>/.exec(html)?.[1];
        const button = /<button class="button" type="submit">(.*?)<\/button>/.exec(html)?.[1];
        expect(heading).toMatch(/Contoso|Backup/);
        expect(heading).not.toBe(button);
      }
    },
  );

  it.each([
    ['Wir helfen mit der Einführung und dem Betrieb.', null, 'de'],
    ['We help with the rollout and run it for you.', 'DE', 'en'],
    ['Contoso GmbH', 'DE', 'de'],
    ['Contoso GmbH', 'AT', 'de'],
    ['Contoso', 'CH', 'en'],
    ['', null, 'en'],
    ['Nous aidons les entreprises.', 'FR', 'en'],
    ['Cloud-Lösungen für den Mittelstand', 'CH', 'de'],
  ] as const)('%j of %s is %s', (text, country, language) => {
    expect(languageOfPage(text, country)).toBe(language);
  });
});

describe('other pages', () => {
  it('thanks, says what happens next, and is not listed', () => {
    const back = { href: '/p/contoso-munich', label: 'Back' };
    const html = renderPage(
      <ThanksPageView language="en" partner="Contoso" callToAction="ContactMe" back={back} />,
    );
    expect(html).toContain('Your request was sent to <bdi>Contoso</bdi>.');
    expect(html).toContain('What happens next');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('shows the request id with errors of ours only, and never our own words', () => {
    const ours = sentencesOf('test/secret', { secret: 'secret' })('secret');
    const html = (error: AppError) =>
      renderPage(<ProblemPageView error={error} requestId="r-1" language="en" />);
    expect(html(new AppError('internal', ours))).toContain('<code>r-1</code>');
    expect(html(new AppError('internal', ours))).not.toContain('secret');
    expect(html(new AppError('not-found', ours))).not.toContain('r-1');
    const limited = html(new AppError('too-many-requests', ours, { retryAfterSeconds: 95 }));
    expect(limited).toContain('Please wait 2 minutes');
  });

  it('explains errors in the language that the browser asks for', () => {
    const html = renderPage(
      <ProblemPageView error={notFound()} requestId="r-1" language={preferredLanguage('de-AT,en;q=0.8')} />,
    );
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('Unter dieser Adresse gibt es keine Seite');
  });

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    [' DE;q=0.9, en;q=0.8', 'de'],
    ['de;q=0.5, en', 'en'],
    ['fr, de', 'de'],
    ['den', 'en'],
  ])('Accept-Language %j is answered in %s', (asked, language) => {
    expect(preferredLanguage(asked)).toBe(language);
  });

  it('describes a text by whole words', () => {
    expect(describeText('', 'nothing')).toBe('nothing');
    expect(describeText(' a \n b ', '')).toBe('a b');
    const long = describeText('wörter '.repeat(100), '');
    expect(long).toMatch(/ wörter…$/);
    expect(long.length).toBeLessThanOrEqual(160);
  });
});
