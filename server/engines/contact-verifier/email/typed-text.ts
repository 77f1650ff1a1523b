import { withoutTrailing } from '../trailing.ts';

/**
 * The text that a person sees in what was typed or pasted: without invisible characters, in ordinary width, with the
 * address out of links and tags, and without comments and the marks around the whole.
 */
export function plainText(typed: string): string {
  let text = inOneScript(visible(typed));
  text = withoutMarkup(text);
  if (text.includes('@') && isEncoded.test(text)) text = decodedAround(text, anyEscape);
  if (!text.includes('@') && text.includes('%40')) text = decodedLink(text);
  return withoutFrame(withoutComments(text)).trim();
}

/**
 * U+FF01 to U+FF5E are ASCII in the width of CJK letters; the others are what keyboards there produce for @ and dots.
 */
function visible(text: string): string {
  const plain = withoutTrailing(text.replace(/^\p{Cc}+/u, ''), /\p{Cc}/u)
    .replace(/[\u3164\uffa0\u2800]/gu, ' ')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffc]/gu, '')
    .replace(/\\[rnt](?=\\|\s|$)/gu, ' ')
    .replace(/\\(?=")/gu, '')
    .replace(/(?<=[\p{L}\p{N}])[\u2019\u2018\u02bc\u02b9\u00b4\u2032](?=\p{L})/gu, "'")
    .replace(/[\u2024\ufe52](?=[\p{L}\p{N}])/gu, '.')
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[﹫]/gu, '@')
    .replace(/[｡。](?=[\p{L}\p{N}])/gu, '.')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/@{2,}/g, '@')
    .replace(/\p{Extended_Pictographic}/gu, (sign) => (/[\d#*©®™❤]/u.test(sign) ? sign : ' '))
    .replace(mathematical, (letter) => letter.normalize('NFKC'));
  return withPlainHyphens(plain);
}

/** Dashes after an @: domains contain only the hyphen. */
function withPlainHyphens(text: string): string {
  const [local = '', ...domains] = text.split('@');
  const plain = domains.map((part) =>
    part.replace(/^\s*\S+/u, (domain) => domain.replace(/[\p{Pd}\u2212]/gu, '-')),
  );
  return [local, ...plain].join('@');
}

/** Cyrillic letters that look like Latin ones, aligned with them. */
const lookalikes = ['аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅ', 'aeopcyxijsdhqwABEKMHOPCTYXIJS'] as const;

/**
 * A Latin word with some lookalike Cyrillic letters: typed with the keyboard left in the other script. Registries issue
 * no such names.
 */
function inOneScript(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const latin = [...word].map((letter) => lookalikes[1][lookalikes[0].indexOf(letter)] ?? letter).join('');
    const isMixed = /[a-z]/i.test(word);
    return isMixed && /^[a-z0-9]+$/i.test(latin) ? latin : word;
  });
}

/** Percent-encoding of what surrounds an address, and of a plus sign. */
const isEncoded = /%(?:2B|20|22|3C|3E|0[9AD])/i;
/** An address in encoded angle brackets: a name precedes it. */
const inEncodedBrackets = /%3C[^\s@<>]{1,320}@[^\s@<>]{1,320}%3E/i;
const mailboxName = /(?<=^|[\s,;:<>"|])[^\s@,;:<>"|]+(?=[ \t]{0,3}@)/gu;
const framedName = /^((?:%(?:20|22|3C|3E|0[9AD]))*)(.*?)((?:%(?:20|22|3C|3E|0[9AD]))*)$/isu;

const anyEscape = /%(?!2B)/giu;
const escapedSeparator = /%(?=20|22|3C|3E|0[9AD])/giu;

/**
 * Decoded except for escapes of the given kind inside mailbox names: what follows a blank or a bracket there would be
 * another person's address.
 */
function decodedAround(text: string, kept: RegExp): string {
  if (inEncodedBrackets.test(text)) return decoded(text);
  const escaped = text.replace(mailboxName, (name) => {
    const [, front = '', inside = '', back = ''] = framedName.exec(name) ?? [];
    return front + inside.replace(kept, '%25') + back;
  });
  return decoded(escaped);
}

/** In links, and in texts copied from them, everything special is encoded, sometimes even the @. */
function decodedLink(text: string): string {
  return decodedAround(text.replace(/%40/g, '@'), escapedSeparator);
}

/** Bold, italic and monospaced letters of “fancy text” generators. */
const mathematical = /[\u{1d400}-\u{1d7ff}]/gu;

const anchor = /<a\s[^<>]*>/giu;
const hyperlink = /\bhref\s*=[\s"']*mailto:([^"'>\s]+)/iu;
/** Not `<a.muster@…>` or `<p-b@…>`: a tag's name is followed by a blank or its end. */
const tag = /<\/?(?:a|b|i|u|p|br|div|span|strong|em|font|td|tr|li|ul|html|body)(?:\s[^<>]*)?\/?>/giu;
const markdownTarget = /\]\(([^()]*)\)/gu;
/** Chat programs write `<mailto:a@b.de|a@b.de>`. */
const chatLink = /<mailto:([^|<>\s]+)(?:\|[^<>]*)?>/iu;

function withoutMarkup(text: string): string {
  const linked = linkedIn(text) ?? linkedInMarkdown(text) ?? chatLink.exec(text)?.[1];
  if (linked) return decodedLink(linked.replace(/^mailto:/i, '').split('?', 1)[0] ?? '');
  const plain = entities(text.replace(tag, ' '));
  const scheme = /(?:^|[\s<("'])mailto:\/{0,2}\s*(\S.*)$/isu.exec(plain);
  if (!scheme) return plain;
  const [, rest = ''] = scheme;
  return decodedLink(recipientIn(rest) ?? rest.replace(/\?[^\s>]*/u, ''));
}

/** The address in a page's first email link. */
function linkedIn(text: string): string | undefined {
  for (const [tag] of text.matchAll(anchor)) {
    const found = hyperlink.exec(tag)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function linkedInMarkdown(text: string): string | undefined {
  for (const [, inside = ''] of text.matchAll(markdownTarget)) {
    const target = inside.trim();
    const isMail = /^mailto:./i.test(target) || target.slice(1, -1).includes('@');
    if (isMail && !/\s/u.test(target)) return target;
  }
  return undefined;
}

/** `?to=anna@…` instead of an address (RFC 6068). */
function recipientIn(rest: string): string | undefined {
  const [before = '', ...query] = rest.split('?');
  if (query.length === 0 || /[\s@]/u.test(before)) return undefined;
  const parameter = query
    .join('?')
    .split('&')
    .findLast((one) => /^to=[^\s]/iu.test(one));
  return parameter?.slice('to='.length).split(/\s/u, 1)[0];
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  lrm: '',
  rlm: '',
  shy: '',
  zwj: '',
  zwnj: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  period: '.',
};

function entities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,7}));/giu, (all, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : all;
  });
}

/** Percent-encoding where it is well formed; what cannot be decoded stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * RFC 5322 comments, including nested ones. One between two letters does not join them, and one with an escape may not
 * end where it seems to: both stay.
 */
function withoutComments(text: string): string {
  let before = '';
  let now = text;
  for (let depth = 0; depth < 4 && now !== before; depth++) {
    before = now;
    now = now.replace(/\(([^()\\]*)\)/gu, (all, inside: string, at: number) => {
      const isBetween =
        /[^\s@,;:<>.]/u.test(now.charAt(at - 1)) && /[^\s@,;:<>.]/u.test(now.charAt(at + all.length));
      return isBetween || inside.includes('@') || isAtSign.test(inside) ? all : ' ';
    });
  }
  // A removed name leaves a blank next to the @ or the dot; one next to a letter ends the address.
  const parts = now.split('@');
  return parts
    .map((part, at) => (at === 0 ? part : part.replace(/^ +/u, '')))
    .map((part, at) => (at === parts.length - 1 ? part : withoutTrailing(part, / /u)))
    .join('@');
}

/** “(at)” hides an address from machines: not ours to undo. */
const isAtSign = /^\s*(at|ät|arroba|chez|собака|dot|punkt|point|@)\s*$/iu;

const frames: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ['‘', '’'],
  ['‚', '‘'],
  ['’', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
  ['<', '>'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['*', '*'],
  ['_', '_'],
  ['~', '~'],
  ['|', '|'],
  ['´', '´'],
  ['〔', '〕'],
  ['〖', '〗'],
  ['⟨', '⟩'],
  ['❮', '❯'],
  ['""', '""'],
  ['"""', '"""'],
];

/** Paired marks around the whole, one pair after another, and punctuation that ends a sentence. */
function withoutFrame(framed: string): string {
  let text = framed.trim();
  for (let depth = 0; depth < 8; depth++) {
    const bare = withoutTrailing(
      text.replace(/^[=•·\-–—>\s]+(?=["'“„<([{\p{L}\p{N}])/u, ''),
      /[\s.,;:!?…。、，；]/u,
    );
    const pair = frames.findLast(
      ([open, close]) =>
        bare.length > open.length + close.length && bare.startsWith(open) && bare.endsWith(close),
    );
    const inside = pair && bare.slice(pair[0].length, -pair[1].length);
    const next = inside !== undefined && !inside.includes(pair?.[0] ?? '') ? inside.trim() : bare;
    if (next === text) return text;
    text = next;
  }
  return text;
}
