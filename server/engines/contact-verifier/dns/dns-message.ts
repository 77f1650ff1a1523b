import { isIPv4, isIPv6 } from 'node:net';
import { type Answer, type DecodedPacket, decode, encode, RECURSION_DESIRED } from 'dns-packet';
import {
  type DnsAnswer,
  type DnsQuestion,
  type DnsRecord,
  type DnsTrouble,
  normalizeName,
} from './dns-answer.ts';

/** Longer replies are not read: no honest answer about mail comes close, and reading costs processor time. */
export const longestMessageBytes = 8192;

/** What one message says: an answer, that the question must be asked elsewhere, or that it is not our reply. */
export type DnsReply =
  | DnsAnswer
  | { readonly kind: 'alias'; readonly target: string; readonly ttlSeconds: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'not-ours' };

const headerBytes = 12;
const responseFlag = 0x8000;
const opcodeMask = 0x7800;
const authoritativeFlag = 0x0400;
const truncatedFlag = 0x0200;
const recursionFlag = 0x0080;
const nameError = 3;
const longestTtlSeconds = 0x7fffffff;
const mostAliases = 8;

const troubleOfRcode: Readonly<Record<number, DnsTrouble>> = {
  1: 'not-understood',
  2: 'server-failure',
  4: 'not-understood',
  5: 'refused',
};

/**
 * A recursive query in wire format; with EDNS it accepts up to 1,232 bytes over UDP, the size that no network
 * fragments.
 */
export function encodeQuestion(id: number, question: DnsQuestion, withEdns: boolean): Buffer {
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED,
    questions: [{ type: question.type, name: question.name }],
    additionals: withEdns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: 1232,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  });
}

/**
 * Parses a reply to the question. A message with another id or question is `not-ours`; one that cannot be parsed, or
 * that neither answers nor denies, is trouble. Denials follow RFC 2308.
 */
export function readReply(bytes: Buffer, question: DnsQuestion, id: number): DnsReply {
  if (bytes.length < headerBytes || bytes.readUInt16BE(0) !== id) return { kind: 'not-ours' };
  const flags = bytes.readUInt16BE(2);
  if ((flags & responseFlag) === 0) return { kind: 'not-ours' };
  // A truncated message need not be readable to its end, so nothing after the header is parsed.
  if (flags & truncatedFlag) return { kind: 'truncated' };
  if (bytes.length > longestMessageBytes) return { kind: 'trouble', code: 'oversized' };
  const packet = decodeOrNothing(bytes);
  if (!packet || flags & opcodeMask) return { kind: 'trouble', code: 'malformed' };
  const rcode = (flags & 0x0f) | extendedRcode(packet);
  if (rcode !== 0 && rcode !== nameError) {
    return { kind: 'trouble', code: troubleOfRcode[rcode] ?? 'refused' };
  }
  return asksFor(packet, question) ? readAnswer(packet, question, rcode) : { kind: 'not-ours' };
}

function decodeOrNothing(bytes: Buffer): DecodedPacket | undefined {
  try {
    const packet = decode(bytes);
    // The library reads past the end without noticing and treats what it finds there as zeros.
    return decode.bytes <= bytes.length ? packet : undefined;
  } catch {
    return undefined;
  }
}

function extendedRcode(packet: DecodedPacket): number {
  const opt = packet.additionals?.find((record) => record.type === 'OPT');
  return opt?.type === 'OPT' ? opt.extendedRcode << 4 : 0;
}

function asksFor(packet: DecodedPacket, question: DnsQuestion): boolean {
  const [asked, ...others] = packet.questions ?? [];
  return (
    others.length === 0 &&
    asked?.type === question.type &&
    asked.class === 'IN' &&
    asked.name.toLowerCase() === question.name
  );
}

function readAnswer(packet: DecodedPacket, question: DnsQuestion, rcode: number): DnsReply {
  const answers = (packet.answers ?? []).filter((answer) => answer.type !== 'OPT' && answer.class === 'IN');
  const end = followAliases(question.name, answers);
  if (!end) return { kind: 'trouble', code: 'alias-loop' };
  if (rcode === nameError) {
    return { kind: 'no-such-domain', ttlSeconds: Math.min(end.ttlSeconds, denialTtl(packet) ?? 0) };
  }
  const ofType = answers.filter((answer) => answer.type === question.type);
  const found = ofType.filter((answer) => sameName(answer.name, end.name));
  if (found.length > 0) return readRecords(found, end.ttlSeconds);
  // Records of the right type for another name deny nothing.
  if (ofType.length > 0) return { kind: 'trouble', code: 'malformed' };
  return readDenial(packet, end, end.name !== question.name);
}

function readRecords(found: readonly Answer[], aliasTtlSeconds: number): DnsReply {
  const records = found.map(toRecord).filter((record) => record !== undefined);
  if (records.length === 0) return { kind: 'trouble', code: 'malformed' };
  return { kind: 'answer', records, ttlSeconds: Math.min(aliasTtlSeconds, ...found.map(ttlOf)) };
}

function readDenial(packet: DecodedPacket, end: NameEnd, isAlias: boolean): DnsReply {
  const ttlSeconds = denialTtl(packet);
  if (ttlSeconds !== undefined) {
    return { kind: 'no-data', ttlSeconds: Math.min(end.ttlSeconds, ttlSeconds) };
  }
  if (isAlias) return { kind: 'alias', target: end.name, ttlSeconds: end.ttlSeconds };
  const flags = packet.flags ?? 0;
  const isReferral = packet.authorities?.some((record) => record.type === 'NS') ?? false;
  if ((flags & authoritativeFlag) === 0 && (isReferral || (flags & recursionFlag) === 0)) {
    return { kind: 'trouble', code: 'not-recursive' };
  }
  return { kind: 'no-data', ttlSeconds: 0 };
}

/** How long a denial may be cached (RFC 2308, section 5); undefined when the message has no SOA record. */
function denialTtl(packet: DecodedPacket): number | undefined {
  const soa = packet.authorities?.find((record) => record.type === 'SOA');
  return soa?.type === 'SOA' ? Math.min(ttlOf(soa), soa.data.minimum ?? 0) : undefined;
}

interface NameEnd {
  readonly name: string;
  readonly ttlSeconds: number;
}

function followAliases(name: string, answers: readonly Answer[]): NameEnd | undefined {
  const aliases = new Map<string, Answer>();
  for (const answer of answers) {
    if (answer.type === 'CNAME') aliases.set(answer.name.toLowerCase(), answer);
  }
  let end: NameEnd = { name, ttlSeconds: longestTtlSeconds };
  for (let step = 0; step <= mostAliases; step++) {
    const alias = aliases.get(end.name);
    if (alias?.type !== 'CNAME') return end;
    end = { name: alias.data.toLowerCase(), ttlSeconds: Math.min(end.ttlSeconds, ttlOf(alias)) };
  }
  return undefined;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other;
}

function ttlOf(answer: Answer): number {
  const ttl = 'ttl' in answer ? (answer.ttl ?? 0) : 0;
  // A value with the highest bit set counts as zero (RFC 2181, section 8).
  return ttl > longestTtlSeconds ? 0 : ttl;
}

function toRecord(answer: Answer): DnsRecord | undefined {
  if (answer.type === 'A') return isIPv4(answer.data) ? { type: 'A', address: answer.data } : undefined;
  if (answer.type === 'AAAA') return isIPv6(answer.data) ? { type: 'AAAA', address: answer.data } : undefined;
  if (answer.type !== 'MX') return undefined;
  const exchange = answer.data.exchange === '.' ? '.' : normalizeName(answer.data.exchange);
  return exchange === undefined
    ? undefined
    : { type: 'MX', exchange, preference: answer.data.preference ?? 0 };
}
