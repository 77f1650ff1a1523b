import { domainToASCII, domainToUnicode } from 'node:url';
import { parse as parseSuffix } from 'tldts';
import type { Sentence } from '../../../../contract/sentences.ts';
import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { english } from './catalogue.en.ts';
import { sentence } from './catalogue.ts';

/** Why an address cannot be a mailbox on the public internet. */
export type AddressProblem = keyof typeof english.problems;

/** An address that can be a mailbox, in the one form used for comparisons and queries. */
export interface ParsedAddress {
  readonly ok: true;
  /** NFC, capitals as typed: only the mailbox's own server may ignore case. */
  readonly local: string;
  /** Lower case, A-labels (RFC 5890). */
  readonly domain: string;
  /** The domain as people read it (U-labels). */
  readonly unicodeDomain: string;
  /** `local@domain`; parsing it again gives the same result. */
  readonly address: string;
  /** The local part is not ASCII: only servers with SMTPUTF8 (RFC 6531) accept it. */
  readonly needsSmtpUtf8: boolean;
}

export interface RefusedAddress {
  readonly ok: false;
  readonly code: AddressProblem;
  /** What is wrong with it, without the address, to stand in a sentence of others. */
  readonly problem: Sentence;
  /** The same as a sentence of its own; a lead keeps it in English. */
  readonly detail: Sentence;
}

/** In the demo, domains below `.example` are as good as those of the public internet. */
export type AddressWorld = 'public' | 'demo';

/** More UTF-16 units than any address of 254 octets can have before normalization. */
const maxTypedLength = 1024;

/**
 * Parses the input as a mailbox of the public internet (CV-1): RFC 5321 dot-atoms, RFC 6531 local parts, UTS-46 domains
 * below a top-level domain of the root zone. Never throws; takes time linear in the length of the input. Quoted local
 * parts and address literals are legal in RFC 5321 but refused: no lead is reached at one. A bare public suffix of two
 * labels is left to DNS, because some accept mail (`gov.uk`, wildcard rules). So are emoji: some countries' registries
 * sell them.
 */
export function parseEmailAddress(
  input: string,
  worlds: AddressWorld = 'public',
): ParsedAddress | RefusedAddress {
  const typed = input.trim();
  if (typed === '') return refuse('empty');
  if (typed.length > maxTypedLength) return refuse('too-long');
  // Lone surrogates, and the replacement character that decoders insert for them.
  if (!typed.isWellFormed() || typed.includes('\ufffd')) return refuse('bad-text');
  const at = typed.lastIndexOf('@');
  if (at < 0) return refuse('no-at');
  const local = typed.slice(0, at).normalize('NFC');
  const problem = localProblem(local);
  if (problem !== null) return refuse(problem);
  const domain = toDomain(typed.slice(at + 1), worlds);
  if (!domain.ok) return domain;
  const address = `${local}@${domain.ascii}`;
  const octets = Buffer.byteLength(local) + 1 + domain.ascii.length;
  if (octets > 254) return refuse('too-long');
  return {
    ok: true,
    local,
    domain: domain.ascii,
    unicodeDomain: domainToUnicode(domain.ascii),
    address,
    needsSmtpUtf8: !isAscii(local),
  };
}

/** Reads no text: most refusals are thrown away while a text is searched for an address. */
function refuse(code: AddressProblem): RefusedAddress {
  const problem = sentence(`problems.${code}`);
  return { ok: false, code, problem, detail: sentence('whole', { problem }) };
}

/** RFC 5321 atext and dots; RFC 6531 adds non-ASCII characters, of which we accept the visible ones. */
const asciiAtoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]*$/;
/** \p{C}: controls, format characters, private use, unassigned. \p{Z}: spaces and line separators. */
const unseen = /[\p{C}\p{Z}]/u;
/** A combining mark without a base would attach to the dot before it. */
const markWithoutBase = /(^|\.)\p{M}/u;

function localProblem(local: string): AddressProblem | null {
  if (local === '') return 'no-local';
  if (local.startsWith('"')) return 'quoted-local';
  if (local.includes('@')) return 'several-at';
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'local-dots';
  // U+0080 and above are checked by category, everything below by list.
  if (!asciiAtoms.test(local.replace(/[\u0080-\u{10ffff}]/gu, ''))) return 'local-character';
  if (unseen.test(local) || markWithoutBase.test(local)) return 'local-character';
  return Buffer.byteLength(local) > 64 ? 'local-too-long' : null;
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const numeric = /^(\d+|0x[0-9a-f]*)$/;

type Domain = { readonly ok: true; readonly ascii: string } | RefusedAddress;

function toDomain(typed: string, world: AddressWorld): Domain {
  if (typed === '') return refuse('no-domain');
  if (typed.startsWith('[')) return refuse('address-literal');
  // The URL rules would decode %, drop tabs and cut at a slash: the only ASCII passed on is letters, digits, - and
  // dots.
  if (/[\0-\u007f]/.test(typed.replace(/[A-Za-z0-9.-]/g, ''))) return refuse('domain-character');
  const lower = typed.toLowerCase();
  const ascii = isAscii(lower) && !lower.includes('xn--') ? lower : mapped(lower);
  if (ascii === '') return refuse('domain-character');
  const labels = ascii.split('.');
  const shape = shapeProblem(ascii, labels);
  if (shape !== null) return refuse(shape);
  if (world === 'demo' && labels.at(-1) === 'example') return { ok: true, ascii };
  if (isReserved(labels)) return refuse('reserved-domain');
  return hasKnownEnding(ascii) ? { ok: true, ascii } : refuse('unknown-tld');
}

/** Domains come again and again where many addresses are read. */
const knownEndings = new BoundedMap<string, boolean>(5000);

function hasKnownEnding(domain: string): boolean {
  const known = knownEndings.get(domain);
  if (known !== undefined) return known;
  const isKnown = parseSuffix(domain, suffixOptions).isIcann === true;
  knownEndings.set(domain, isKnown);
  return isKnown;
}

/**
 * UTS-46. An IPv4 address in other digits would come back as numbers, which the shape check refuses; the full stops of
 * CJK scripts come back as dots. Empty when there is no such domain.
 */
function mapped(domain: string): string {
  const ascii = domainToASCII(domain);
  // A-labels that do not round-trip cannot have been registered.
  return ascii !== '' && domainToASCII(domainToUnicode(ascii)) === ascii ? ascii : '';
}

function shapeProblem(ascii: string, labels: readonly string[]): AddressProblem | null {
  if (labels.some((part) => part === '')) return 'domain-dots';
  if (numeric.test(labels.at(-1) ?? '')) return 'address-literal';
  if (!labels.every((part) => label.test(part))) return 'domain-character';
  if (ascii.length > 253 || labels.some((part) => part.length > 63)) return 'domain-too-long';
  return labels.length < 2 ? 'single-label' : null;
}

/**
 * RFC 2606 and 6761 (test, example, invalid, localhost), 6762 (local), 7686 (onion), 9476 (alt), ICANN 2024 (internal),
 * RFC 3172 and 8375 (arpa holds the infrastructure of the DNS, home.arpa home networks). example.com, example.net and
 * example.org exist in DNS, which says that they accept no mail.
 */
const reserved = new Set('test example invalid localhost local onion alt internal arpa'.split(' '));

function isReserved(labels: readonly string[]): boolean {
  return reserved.has(labels.at(-1) ?? '');
}

/** The name is already a lowercase host name. */
const suffixOptions = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };
