import { withoutTrailing } from '../trailing.ts';
import { type AddressWorld, type ParsedAddress, parseEmailAddress, type RefusedAddress } from './address.ts';
import { plainText } from './typed-text.ts';

/** What was read from a text that should be an email address. */
export interface AddressReading {
  /** The mailbox that a person would write to, or why there is none. */
  readonly address: ParsedAddress | RefusedAddress;
  /** The part of the text that was taken as the address, as typed except for invisible characters. */
  readonly text: string;
}

/** More UTF-16 units than anyone types around an address. */
const maxTypedLength = 4096;
const mostCandidates = 20;

/**
 * Reads a typed text as a person would (CV-1): invisible characters, full-width forms, blanks around the @, quotation
 * marks, display names, comments, labels, links, and the first readable of several addresses. A text that already is an
 * address is taken as it is. A text that would leave an unexplained remainder, such as `ABC test@…`, is left alone: the
 * wrong reading would be another person's address. Never throws; takes time linear in the length of the text.
 */
export function readAddress(typed: string, world: AddressWorld = 'public'): AddressReading {
  const trimmed = typed.trim();
  const asTyped = parseEmailAddress(trimmed, world);
  if (asTyped.ok && !isDecorated(trimmed)) return { address: asTyped, text: trimmed };
  if (trimmed.length > maxTypedLength || isDamaged(trimmed)) return { address: asTyped, text: trimmed };
  const text = plainText(printed.test(trimmed) ? trimmed.slice(1) : trimmed);
  const found = firstReadable(candidatesIn(text), world);
  if (found?.address.ok) return found;
  // What is wrong with the address says more than that there is text around it; half a domain says nothing.
  if (found && !found.address.ok && found.address.code !== 'single-label') return found;
  return { address: asTyped, text };
}

/** A text that is one address or none: there is nothing around it, and nothing in it that is written otherwise. */
const nothingAround = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*$/i;

/** The address in the form used for comparison (case-insensitive); null when it is not an address. */
export function addressKey(typed: string | null): string | null {
  const text = typed ?? '';
  const address = nothingAround.test(text) ? parseEmailAddress(text) : readAddress(text).address;
  return address.ok ? address.address.toLowerCase() : null;
}

/**
 * The key of an address where the database's ASCII lowercasing of the typed text does not produce it: a lead's
 * `email_read`. null when it is not an address.
 */
export function addressKeyBesideTyped(typed: string | null): string | null {
  const key = addressKey(typed);
  const isPlain = typed !== null && isAscii.test(typed) && key === typed.toLowerCase();
  return isPlain ? null : key;
}

const isAscii = /^[\0-\x7f]*$/;

/** The address that was read out of the typed text; null when the text is itself the address, or holds none. */
export function addressReadFrom(typed: string | null): string | null {
  const { address } = readAddress(typed ?? '');
  if (!address.ok) return null;
  const shown = `${address.local}@${address.unicodeDomain}`;
  const same = typed?.trim().toLowerCase();
  return same === address.address.toLowerCase() || same === shown.toLowerCase() ? null : shown;
}

/**
 * What RFC 5321 and 6531 allow in a mailbox's name but nobody has there: a leading apostrophe from a spreadsheet,
 * `mail=`, and non-ASCII characters that are not letters, such as a full-width colon or an envelope.
 */
const decoration =
  /^['`](?=[\p{L}\p{N}])|^(e-?)?mail(to)?=|^[^@]*(?![\0-\x7f])[\p{P}\p{S}\u{1d400}-\u{1d7ff}\uff01-\uff5e]|\p{Default_Ignorable_Code_Point}|[a-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[a-z]|%2B|^%(?:20|22|3C)|%(?:20|22|3E)@|^(?:メール|メアド|邮箱|郵箱|信箱|电邮|電郵|邮件|電子|电子|이메일|메일)/iu;

/** A text as Python prints it. */
const printed = /^[bu](?:'[^']*'|"[^"]*")$/;
/** A dash in a domain is not the hyphen of its name. */
const oddHyphen = /(?!-)[\p{Pd}\u2212]/u;

function isDecorated(text: string): boolean {
  return decoration.test(text) || oddHyphen.test(text.slice(text.lastIndexOf('@'))) || printed.test(text);
}

/** Lone surrogates, and the replacement character that decoders insert for them. */
function isDamaged(text: string): boolean {
  return !text.isWellFormed() || text.includes('\ufffd');
}

function firstReadable(candidates: Iterable<string>, world: AddressWorld): AddressReading | undefined {
  let first: AddressReading | undefined;
  for (const text of candidates) {
    const reading = { address: parseEmailAddress(text, world), text };
    if (reading.address.ok) return reading;
    first ??= reading;
  }
  return first;
}

/** One @ with what may surround it; blanks around the @ are a slip of the thumb. */
const aroundAt =
  /(?<![^\s@<>,;|"“”„«»\p{Ps}\p{Pe}、，；،؛])([^\s@<>,;|"“”„«»\p{Ps}\p{Pe}、，；،؛]+)[ \t]{0,3}@[ \t]{0,3}([^\s@<>,;|"“”„«»\p{Ps}\p{Pe}、，；،؛]+)/gu;

/**
 * A character between two addresses without a blank after it: it belongs to neither. Only after an @ and its domain,
 * because a mailbox may be called `anna.maria+news`.
 */
const glued = /(@[ \t]{0,3}[\p{L}\p{N}\p{M}.-]{1,253}?\.\p{L}{2,24})[→·•\\+:。&](?=[^\s@,;]{1,64}@)/gu;

/** The parts of the text that may be the address, in order. */
function* candidatesIn(whole: string): Generator<string> {
  const text = whole.replace(glued, '$1, ');
  let seen = 0;
  for (const match of text.matchAll(aroundAt)) {
    if (++seen > mostCandidates) return;
    const [around, local = '', domain = ''] = match;
    const after = text.slice(match.index + around.length);
    // Quotation marks around only the address are not part of it; others may belong to a name that continues.
    const upToHere = text.slice(0, match.index);
    const before = after.startsWith('"') ? upToHere.replace(/(^|[\s(<:;,=])"$/, '$1') : upToHere;
    const mailbox = withoutLabel(local);
    if (
      mailbox === '' ||
      mailbox.startsWith('//') ||
      !mayStandBefore(before, mailbox) ||
      !mayStandAfter(domain, after)
    )
      continue;
    yield `${mailbox}@${withoutTail(domain)}`;
  }
}

/** `mailto:anna`, `E-Mail:anna`, `Mail=anna`: no mailbox contains a colon or begins with the word before one. */
function withoutLabel(local: string): string {
  const mailbox = local.slice(local.lastIndexOf(':') + 1).replace(/^(e-?)?mail(to)?=/i, '');
  return mailbox.replace(gluedLabel, '').replace(/^['`*]+(?=[\p{L}\p{N}])/u, '');
}

/** Scripts without blanks attach the label to the address. */
const gluedLabel =
  /^(?:メール(?:アドレス)?|メアド|(?:联系|聯絡|我的)?(?:邮箱|郵箱|信箱|电邮|電郵|邮件|電子郵件|电子邮件|电子邮箱|電子信箱)(?:地址)?|이메일|메일)(?:是|为|為|は)?(?=[a-z0-9])/iu;

/** Anything at the end of a sentence or pasted along; a hyphen stays, as it may be half of a name. */
const tail = /(?![-/])[\p{P}\p{S}]/u;

function withoutTail(domain: string): string {
  // What follows a slash or a question mark belongs to a link.
  return withoutTrailing(hostOf(domain), tail);
}

const hostOf = (domain: string) => domain.split(/[/?#&]/u, 1)[0] ?? '';

/** After the domain: a blank, a separator or a bracket, and nothing that would continue it. */
function mayStandAfter(domain: string, after: string): boolean {
  // `a@firma/y.com` is not an address with trailing text; `anna@firma.de/kontakt` and a list with slashes are.
  if (/[/?#&]/.test(domain)) return hostOf(domain).slice(1, -1).includes('.');
  if (/^\s*\.(?!\.*(\s|$))/.test(after) || /^\([^)]*\\/.test(after)) return false;
  // An account name of some network may follow, which has no dot.
  return !/^[\s>)\]}"'”]*@/.test(after) || /^\s+@\w+(\s|$)/.test(after);
}

/** The end of a text after which an address may begin: a label, a separator, an opening bracket, or nothing. */
const opening =
  /(^|[:=>|\n\r<\p{Ps}«“„‹]|(^|\s)[\p{Pd}\p{S}•·/\\]|^[\p{P}\s]+\s|^[,;:/\\•·*]+|^\d+[.)]|\p{Pe}\s+)$/u;
/** A comma or semicolon without a blank is more likely a typo within the address, unless an address precedes it. */
const separator = /([,;،؛、，；／][ \t]+|[/;,、，；／]$)$/u;
const words = /^[\p{L}\p{M}\p{N}.'’\-&/+\s,;:!?"“”„()]+$/u;

/**
 * Whether the preceding text is not part of the mailbox. One bare word may be its first half (`ABC test@…`); two or
 * more are a sentence or a name, and so is one that recurs in the address (`Anna anna.muster@…`).
 */
function mayStandBefore(before: string, mailbox: string): boolean {
  const rest = withoutTrailing(before, /[ \t]/u);
  if (opening.test(rest) || opening.test(before)) return true;
  if (rest.length === before.length) return separator.test(before) && before.includes('@');
  if (before.includes('@') || separator.test(before) || isLabel(rest)) return true;
  const parts = rest.split(/\s+/u);
  const last = parts.at(-1) ?? '';
  if (isNoHalf(rest, last, mailbox)) return true;
  if (!words.test(rest) || !/\p{L}/u.test(last)) return false;
  if (parts.length > 1) return true;
  return (
    last.length > 2 &&
    mailbox.toLowerCase() !== last.toLowerCase() &&
    mailbox.toLowerCase().includes(last.toLowerCase())
  );
}

/** A phone number before a mailbox that is not itself a number, or a word in another script than the mailbox. */
function isNoHalf(rest: string, last: string, mailbox: string): boolean {
  if (/^\+?[\d ()/.-]{7,25}$/.test(rest)) return /^\p{L}/u.test(mailbox);
  const isForeign = /\p{L}/u.test(last) && !/\p{Script=Latin}/u.test(last);
  return isForeign && words.test(rest) && isAscii.test(mailbox);
}

/** What people call an email address, without a colon after it. */
function isLabel(text: string): boolean {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return labels.test(withoutTrailing(plain, /[.;,:_]/u)) || /(^|\s)c\/o$/.test(plain);
}

const labels =
  /(^|[\s\p{P}])(e[\s-]?mails?|mails?|mailto|mail to|mail-?adress[ae]?|email ?address|e?courriel|mel|netfang|rhost|e-?bost|surel|emel|e-?mel|imejl|pec|correo-?e|ebost|sahkopostiosoite|sahkopostini|e-?mailadres|e-?mailadresse|e-?postadress|correo|e-?post|epost|sahkoposti|e-?posta|eposta|poczta|posta|emaila?|correio|endereco|e-?pasts|el\.? ?pastas|mejl|mejla|imeil|имейл|почта|э?л?\.? ?почта|е?-?мейл|пошта|ηλ\. ταχυδρομειο|メール|メールアドレス|电邮|電郵|邮箱|郵箱|电子邮件|電子郵件|이메일|메일|อีเมล|บอีเมล|البريد|بريد|ايميل|ایمیل|דוא"ל|דואל|מייל|अीमेल|ईमेल|ইমেইল|to|an|a|from|von|de|contact|kontakt)$/u;
