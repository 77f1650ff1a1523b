import { describe, expect, it } from 'vitest';
import { clearable, publicLine, publicLink, publicText } from './public-text.ts';

const faultsOf = (
  schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('public text', () => {
  it('is stored in one spelling, with one kind of line break', () => {
    expect(publicText(100).parse('  u\u0308ber\r\n- eins\r- zwei\u2028\tdrei \n')).toBe(
      '\u00fcber\n- eins\n- zwei\n drei',
    );
  });

  it('is counted in code points as it is stored', () => {
    expect(publicText(3).parse(' 😀😀o\u0308 ')).toBe('😀😀ö');
    expect(faultsOf(publicText(2500), 'x'.repeat(2501))).toEqual(['has more than 2500 characters']);
  });

  it.each([
    ['a\u0000b', 'contains a NUL character or half of a surrogate pair'],
    ['a\ud83d', 'contains a NUL character or half of a surrogate pair'],
    ['a\u0007b', 'contains the control character U+0007: remove it'],
    ['a\u0085b', 'contains the control character U+0085: remove it'],
    ['a\u202eb', 'contains U+202E, an invisible character that changes the direction of the text: remove it'],
    ['a\u2066b', 'contains U+2066, an invisible character that changes the direction of the text: remove it'],
    ['Hi <script>alert(1)</script>', 'contains HTML: write plain text'],
    ['<b>bold</b>', 'contains HTML: write plain text'],
    ['<!-- note -->', 'contains HTML: write plain text'],
    ['see [us](https://contoso.example)', 'contains a link in Markdown: write plain text'],
    ['\u200b', 'has no visible characters'],
  ])('refuses %j by name', (value, said) => {
    expect(faultsOf(publicText(100), value)).toEqual([said]);
  });

  it.each([
    '5 < 6 and 7 > 3',
    'a <- b',
    'שלום\u200f עולם',
    '**fast**',
    'AT&T',
    'I <3 data > words',
    '[1] (2)',
    '',
  ])('takes %j as it is', (value) => {
    expect(publicText(100).parse(value)).toBe(value);
  });

  it('is a single line where one is asked for', () => {
    expect(faultsOf(publicLine(100), 'a\nb')).toEqual(['must be a single line']);
    expect(publicLine(100).parse('a b\n')).toBe('a b');
  });

  it('can be cleared', () => {
    const line = clearable(publicLine(10));
    expect([line.parse(null), line.parse(' \n'), line.parse(' a ')]).toEqual([null, null, 'a']);
  });
});

describe('public links', () => {
  it.each([
    'https://contoso.example',
    'https://www.contoso.example:8443/a?b=c#d',
    'https://bücher.example/ä',
    '',
  ])('takes %j as it was written', (value) => {
    expect(publicLink().parse(` ${value} `)).toBe(value);
  });

  it.each([
    ['javascript:alert(1)', 'is not a link that begins with https://'],
    ['http://contoso.example', 'is not a link that begins with https://'],
    ['//contoso.example', 'is not a link that begins with https://'],
    ['contoso.example', 'is not a link that begins with https://'],
    ['https://con toso.example', 'is not a link that begins with https://'],
    ['https://contoso.example/\nb', 'is not a link that begins with https://'],
    ['https:contoso.example', 'is not a link that begins with https://'],
    ['https:\\\\contoso.example', 'is not a link that begins with https://'],
    ['https://', 'is not a link that begins with https://'],
    ['https://anna@contoso.example', 'contains a user name or password: remove it'],
    ['https://anna:secret@contoso.example', 'contains a user name or password: remove it'],
    ['https://127.0.0.1/', 'must lead to a domain, such as www.contoso.example'],
    ['https://127.0.0.1./', 'must lead to a domain, such as www.contoso.example'],
    ['https://2130706433', 'must lead to a domain, such as www.contoso.example'],
    ['https://0x7f.1', 'must lead to a domain, such as www.contoso.example'],
    ['https://[::1]/', 'must lead to a domain, such as www.contoso.example'],
    ['https://localhost/', 'must lead to a domain, such as www.contoso.example'],
    [
      'https://contoso.example/\u202e',
      'contains U+202E, an invisible character that changes the direction of the text: remove it',
    ],
    [`https://contoso.example/${'x'.repeat(477)}`, 'has more than 500 characters'],
    [`https://contoso.example/${'ä'.repeat(200)}`, 'has more than 500 characters'],
  ])('refuses %j', (value, said) => {
    expect(faultsOf(publicLink(), value)).toEqual([said]);
  });
});
