import type { Evidence } from '../../../../contract/leads/contact-checks.ts';
import type { EvidenceCheck } from '../../../../contract/leads/lists.ts';
import type { DnsTrouble } from '../dns/dns-answer.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
import { type EmailVerdict, finding } from '../verdict.ts';
import type { SessionStage } from './mailbox-session.ts';
import {
  nameReply,
  type RecipientMeaning,
  readEarlyRefusal,
  readRecipientReply,
  type SmtpReply,
} from './replies.ts';
import type { Encryption } from './smtp-connection.ts';
import type { SmtpTroubleCode } from './smtp-trouble.ts';

const daySeconds = 86_400;
const weekSeconds = 7 * daySeconds;

/** Why a mail host could not be queried. */
export type Miss =
  | { readonly kind: 'rate-limited' | 'paused'; readonly waitSeconds: number }
  | { readonly kind: 'not-public' | 'no-address' }
  | { readonly kind: 'dns-trouble'; readonly code: DnsTrouble }
  | { readonly kind: 'session-trouble'; readonly stage: SessionStage; readonly code: SmtpTroubleCode }
  | { readonly kind: 'turned-away'; readonly reply: SmtpReply };

/** When the finding is made, and in which attempt (1 is the first). */
export interface Occasion {
  readonly at: Date;
  readonly attempt: number;
}

type UnsettledMeaning = Exclude<RecipientMeaning, 'accepted' | 'no-such-mailbox' | 'mailbox-disabled'>;

const unsettledWords: Readonly<Record<UnsettledMeaning, string>> = {
  'mailbox-full': 'The mail server says that the mailbox is full',
  greylisted: 'The mail server asked us to come back later',
  blocklisted: 'The mail server rejects our server because of a block list',
  policy: 'The mail server rejects our server because of its policy',
  temporary: 'The mail server cannot tell at the moment',
  unclear: 'The mail server refused without saying whether the mailbox exists',
};

const encryptionWords: Readonly<Record<Encryption, string>> = {
  plain: '',
  verified: ' The connection was encrypted.',
  unverified: ' The connection was encrypted, but the certificate of the mail server could not be verified.',
};

/** The mailbox accepts mail, and the same server refused a name that nobody has: an inbox exists (CV-1). */
export function mailboxExists(occasion: Occasion, encryption: Encryption): EmailVerdict {
  return {
    validity: 'Valid',
    evidence: [
      mailboxFinding('passed', 'mailbox-accepted', acceptedWords + encryptionWords[encryption], occasion),
      aged(
        'catch-all',
        'passed',
        'not-catch-all',
        'The domain refuses mail to made-up names (tried within the last week).',
        occasion,
      ),
    ],
    retryAfterSeconds: null,
  };
}

/** The domain accepts mail for any name, which says nothing about this one (CV-1). */
export function domainTakesAnyName(occasion: Occasion): EmailVerdict {
  return {
    validity: 'Unknown',
    evidence: [
      aged(
        'catch-all',
        'unknown',
        'catch-all',
        'The domain accepts mail to any name (tried within the last week), so we cannot tell whether this mailbox exists.',
        occasion,
      ),
    ],
    retryAfterSeconds: null,
  };
}

/** The mailbox was accepted, but we could not determine whether every name is. */
export function catchAllUnsettled(occasion: Occasion): EmailVerdict {
  const retryAfterSeconds = retryDelaySeconds('trouble', occasion.attempt);
  const words = 'We could not find out whether the domain accepts mail to any name.';
  const evidence = [
    mailboxFinding('unknown', 'accepted-unconfirmed', acceptedWords, occasion),
    finding('catch-all', 'unknown', 'not-established', words, occasion.at, retryAfterSeconds ?? daySeconds),
  ];
  return { validity: 'Unknown', evidence, retryAfterSeconds };
}

/**
 * The verdict for a reply to RCPT other than acceptance: Invalid only when it says that the mailbox is missing (CV-1,
 * CV-4).
 */
export function mailboxRefused(reply: SmtpReply, occasion: Occasion, encryption: Encryption): EmailVerdict {
  const meaning = readRecipientReply(reply);
  if (meaning === 'no-such-mailbox' || meaning === 'mailbox-disabled') {
    const words =
      meaning === 'no-such-mailbox'
        ? 'The mail server says that the mailbox does not exist'
        : 'The mail server says that the mailbox is closed';
    const detail = `${words} (${replyWords(reply)}).${encryptionWords[encryption]}`;
    return {
      validity: 'Invalid',
      evidence: [mailboxFinding('failed', nameReply(reply), detail, occasion)],
      retryAfterSeconds: null,
    };
  }
  return unsettled(meaning === 'accepted' ? 'unclear' : meaning, reply, occasion);
}

/** The server refused before a mailbox was named. */
export function turnedAway(reply: SmtpReply, occasion: Occasion): EmailVerdict {
  return unsettled(readEarlyRefusal(reply), reply, occasion);
}

/** The address has letters that the server does not accept (RFC 6531); mail from elsewhere may take another route. */
export function lettersNotTaken(occasion: Occasion): EmailVerdict {
  const detail = 'The mail server does not accept addresses with letters like these (SMTPUTF8).';
  return {
    validity: 'Unknown',
    evidence: [finding('mailbox', 'unknown', 'no-smtputf8', detail, occasion.at, weekSeconds)],
    retryAfterSeconds: null,
  };
}

/** No host could be queried; the miss that is most likely to pass decides when to retry (CV-4, CV-5). */
export function nobodyAsked(misses: readonly Miss[], occasion: Occasion): EmailVerdict {
  const miss = misses.find(isPassing) ?? misses[0] ?? { kind: 'no-address' };
  const { code, detail } = describeMiss(miss);
  const retryAfterSeconds = retryAfterMiss(miss, occasion.attempt);
  return {
    validity: 'Unknown',
    evidence: [
      finding('mailbox', 'unknown', code, detail, occasion.at, Math.max(retryAfterSeconds ?? daySeconds, 1)),
    ],
    retryAfterSeconds,
  };
}

function unsettled(meaning: UnsettledMeaning, reply: SmtpReply, occasion: Occasion): EmailVerdict {
  const retryAfterSeconds = retryAfterReply(meaning, reply, occasion.attempt);
  const detail = `${unsettledWords[meaning]} (${replyWords(reply)}).`;
  return {
    validity: 'Unknown',
    evidence: [
      finding('mailbox', 'unknown', nameReply(reply), detail, occasion.at, retryAfterSeconds ?? daySeconds),
    ],
    retryAfterSeconds,
  };
}

function retryAfterReply(meaning: UnsettledMeaning, reply: SmtpReply, attempt: number): number | null {
  // What is refused permanently, or full, will not change in a few minutes.
  const mayPass = meaning === 'greylisted' || meaning === 'temporary';
  if ((reply.code >= 500 && !mayPass) || meaning === 'mailbox-full') return null;
  return retryDelaySeconds(meaning === 'greylisted' ? 'greylisted' : 'trouble', attempt);
}

function isPassing(miss: Miss): boolean {
  return miss.kind !== 'not-public' && miss.kind !== 'no-address';
}

function retryAfterMiss(miss: Miss, attempt: number): number | null {
  if (miss.kind === 'rate-limited' || miss.kind === 'paused') return miss.waitSeconds;
  if (miss.kind === 'turned-away') return retryAfterReply(readEarlyRefusal(miss.reply), miss.reply, attempt);
  return isPassing(miss) ? retryDelaySeconds('trouble', attempt) : null;
}

function describeMiss(miss: Miss): { code: string; detail: string } {
  switch (miss.kind) {
    case 'rate-limited':
      return { code: miss.kind, detail: 'We have asked this mail server often enough for now.' };
    case 'paused':
      return {
        code: miss.kind,
        detail: 'This mail server failed several times; we leave it alone for a while.',
      };
    case 'not-public':
      return {
        code: 'mail-server-not-public',
        detail: 'The mail server has no public address, as seen from here.',
      };
    case 'no-address':
      return {
        code: 'mail-server-without-address',
        detail: 'The mail server of the domain has no address, as seen from here.',
      };
    case 'dns-trouble':
      return { code: `dns-${miss.code}`, detail: 'We could not look up the address of the mail server.' };
    case 'turned-away':
      return {
        code: nameReply(miss.reply),
        detail: `${unsettledWords[readEarlyRefusal(miss.reply)]} (${replyWords(miss.reply)}).`,
      };
    case 'session-trouble':
      return { code: `smtp-${miss.code}`, detail: troubleWords(miss.code) };
  }
}

function troubleWords(code: SmtpTroubleCode): string {
  if (code === 'connect-failed') return 'The mail server could not be reached.';
  if (code === 'timeout') return 'The mail server did not answer in time.';
  if (code === 'connection-cut') return 'The mail server closed the connection.';
  if (code === 'tls-failed') return 'The mail server offered encryption, but it failed.';
  return 'The mail server broke the rules of the protocol.';
}

const acceptedWords = 'The mail server accepts mail for this mailbox.';

/** Only the codes: the server's own words may repeat the address. */
function replyWords(reply: SmtpReply): string {
  return reply.enhanced ? `${reply.code} ${reply.enhanced}` : `${reply.code}`;
}

function mailboxFinding(
  result: Evidence['result'],
  code: string,
  detail: string,
  occasion: Occasion,
): Evidence {
  return aged('mailbox', result, code, detail, occasion);
}

function aged(
  check: EvidenceCheck,
  result: Evidence['result'],
  code: string,
  detail: string,
  { at }: Occasion,
): Evidence {
  return finding(check, result, code, detail, at, weekSeconds);
}
