import { describe, expect, it } from 'vitest';
import { emptyForm } from './contact-form.ts';
import { blocksOf } from './formatted-text.tsx';
import { renderPage } from './layout.tsx';
import { makeOfferPage } from './offer-page.fixture.ts';
import { OfferPageView } from './offer-page.tsx';
import { readPageSource } from './page-source.rules.ts';
import type { OfferPage } from './public-leads.rules.ts';

const seal = { token: 'token', challenge: '{"parameters":{}}' };

function offerHtml(changed: Partial<OfferPage> = {}): string {
  const state = { ...emptyForm('0b6f8a52-7c38-4c0e-9f3c-0d2b30136469'), seal };
  const publicUrl = 'https://leads.example.test';
  return renderPage(<OfferPageView page={makeOfferPage(changed)} publicUrl={publicUrl} state={state} />);
}

describe('OF-2 the listing of an offer', () => {
  const listing = {
    shortDescription: 'In short.',
    description: 'One **bold** word.\nSecond line.\n\n- first\n- **second** entry\nAfter it.',
    categories: [{ name: 'Backup', subcategories: ['Cloud', 'Tape'] }],
    industries: [{ name: 'Energy', verticals: [] }],
    serviceType: 'Workshop',
    links: [{ title: 'Manual', url: 'https://contoso.example/manual' }],
    privacyLink: 'https://contoso.example/privacy',
    supportLink: null,
  };

  it('is shown with its paragraphs, lists and bold words, and with links that vouch for nothing', () => {
    const html = offerHtml({ listing });
    expect(html).toContain(
      '<p dir="auto">One <strong>bold</strong> word.\nSecond line.</p><ul><li dir="auto">first</li><li dir="auto"><strong>second</strong> entry</li></ul><p dir="auto">After it.</p>',
    );
    expect(html).toContain('<dt>Categories</dt><dd dir="auto">Backup: Cloud, Tape</dd>');
    expect(html).toContain('<dt>Industries</dt><dd dir="auto">Energy</dd>');
    const rel = 'rel="nofollow noopener ugc" dir="auto"';
    expect(html).toContain(`<a href="https://contoso.example/manual" ${rel}>Manual</a>`);
    expect(html).toContain(`<a href="https://contoso.example/privacy" ${rel}>Privacy policy</a>`);
    expect(offerHtml()).not.toMatch(/<dl|class="links"/);
  });

  it.each([
    ['', []],
    ['a', [['paragraph', 'a']]],
    [
      '- a\n\n- b',
      [
        ['list', 'a'],
        ['list', 'b'],
      ],
    ],
    [
      'a\n- b',
      [
        ['paragraph', 'a'],
        ['list', 'b'],
      ],
    ],
    [
      '-a\n  - b',
      [
        ['paragraph', '-a'],
        ['list', 'b'],
      ],
    ],
  ])('%j is read as blocks', (text, expected) => {
    expect(blocksOf(text).map(({ kind, lines }) => [kind, ...lines])).toEqual(expected);
  });

  it('BP-3 tells search engines what it is: a service, or a product', () => {
    const dataIn = (html: string) =>
      JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '{}') as object;
    const evil = '</script><script>alert(1)</script>';
    expect(dataIn(offerHtml({ title: evil }))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: evil,
      url: 'https://leads.example.test/offers/appsource/contoso.backup',
    });
    expect(dataIn(offerHtml({ listing }))).toMatchObject({ '@type': 'Service', serviceType: 'Workshop' });
  });

  it('OF-4 a preview says what it is, and is listed nowhere', () => {
    const html = offerHtml({
      standing: 'preview',
      previewKey: 'key',
      source: { sourceDetail: 'x', campaignId: null },
    });
    expect(html).toContain('This is a preview');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/canonical|ld\+json/);
    expect(html).toContain('action="/offers/preview/key?src=x"');
  });
});

describe('OF-6 where a link says that it stands', () => {
  it.each([
    [{}, null, null],
    [{ src: ' newsletter ', mktcmpid: 'Spring_26-a' }, 'newsletter', 'Spring_26-a'],
    [{ src: 'x'.repeat(60), mktcmpid: 'x'.repeat(17) }, 'x'.repeat(50), null],
    [{ src: 'a\u0000b\u202ec', mktcmpid: 'a b' }, 'a b c', null],
    [{ src: '\ud83d', mktcmpid: '' }, '\ufffd', null],
  ])('%j', (query, sourceDetail, campaignId) => {
    expect(readPageSource(query)).toEqual({ sourceDetail, campaignId });
  });
});
