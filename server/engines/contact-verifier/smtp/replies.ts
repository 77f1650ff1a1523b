/** One complete reply of a mail server. */
export interface SmtpReply {
  /** Three digits (RFC 5321, section 4.2). */
  readonly code: number;
  /** Such as `5.1.1` (RFC 3463); null when the server sends none. */
  readonly enhanced: string | null;
  /** The text of all lines; written by others and not for display: it may repeat the address. */
  readonly text: string;
}

/** What the reply to RCPT says about the mailbox. Only the first three establish anything. */
export type RecipientMeaning =
  | 'accepted'
  | 'no-such-mailbox'
  | 'mailbox-disabled'
  | 'mailbox-full'
  | 'greylisted'
  | 'blocklisted'
  | 'policy'
  | 'temporary'
  | 'unclear';

type PermanentMeaning = Exclude<RecipientMeaning, 'accepted'>;

/**
 * Permanent refusals by enhanced status code (RFC 3463 and the IANA registry). 5.1.4 names a mailbox more than once,
 * 5.1.7 and 5.1.8 are about the sender: none of them says that there is no mailbox. A permanent refusal with a code of
 * another class contradicts itself and is not here either.
 */
const byEnhancedCode: Readonly<Record<string, PermanentMeaning>> = {
  '5.1.1': 'no-such-mailbox',
  '5.1.2': 'no-such-mailbox',
  '5.1.3': 'no-such-mailbox',
  '5.1.6': 'no-such-mailbox',
  '5.1.10': 'no-such-mailbox',
  '5.2.1': 'mailbox-disabled',
  '5.2.2': 'mailbox-full',
};

/** Codes that say no more than the reply code does; the words decide. */
const unspecificCode = /^5\.(0\.0|1\.0|2\.0|5\.0)$/;

/** Reply codes under which a missing mailbox is refused; 550 can also mean policy (RFC 5321, 4.2.3). */
const refusalCodes: readonly number[] = [550, 551, 553, 554];

/** What matters comes at the beginning, and a long text could make the search slow. */
const readCharacters = 1000;

const blocklistWords =
  /\b(black|block|deny)[ -]?list|\b(dns|r)bl\b|spamhaus|spamcop|barracuda|sorbs|abusix|\blisted (in|on|at|by)\b|\breputation\b|\bbanned\b|\bblocked\b/;

/** The refusal is about us, not about the mailbox. */
const aboutUsWords =
  /\bsender\b|\b(helo|ehlo)\b|\bclient (host|ip|address)\b|\b(your|sending) (ip|host|server|domain|network|mail)|\breverse dns\b|\br?dns\b|\bptr\b|\brelaying\b|\brelay (access|not|denied)\b|\bto relay\b|\baccess denied\b|\bauthenticat|\bspf\b|\bpolicy\b|\bspam\b|\babuse\b/;

const who = `(?:user(?:name)?|recipient|mail ?box|account|person|address|e-?mail|customer|destinatar(?:io|y)|rcpt)`;
const noMailboxWords = [
  new RegExp(
    String.raw`\b${who}( \w+){0,5} (unknown|not (found|known|recognized)|(does not|doesn't|do not|don't|did not|not) exist|no longer exists?|(could not|couldn't|cannot|can't) be found)\b`,
  ),
  new RegExp(
    String.raw`\b(unknown|invalid|no such|non-?existent|nonexisting|unrecognized) ((local|virtual|e-?mail|mail|destination|recipient|to) ?){0,2}(${who}|local part|alias)\b`,
  ),
  /\bnot a (known|valid|current) (user|recipient|mailbox|account|address)\b/,
  /\bno (mailbox|user|account|one|such person)( here| with that name| by that name| at this address)\b/,
  /\bdoesn't have an? [\w.]* ?account\b/,
  /\b(benutzer|empfänger|postfach|adresse)( \w+){0,2} (unbekannt|existiert nicht)\b|\bunbekannter (benutzer|empfänger)\b/,
  /\b(utilisateur|destinataire|adresse) (inconnue?|inexistante?)\b|\b(usuario|destinatario|buzón|cuenta) (desconocid[oa]|inexistente|no existe)\b|\butente (sconosciuto|inesistente)\b/,
];

/** The mailbox existed and no longer does; one that is only suspended or locked may come back. */
const closedWords = new RegExp(
  String.raw`\b${who}( \w+){0,4} (disabled|deactivated|closed|terminated|deleted|removed|inactive|no longer (active|available|in use|valid|used))\b`,
);
/** Only this says explicitly that there is no mailbox, whatever else a code of class 5.7 may mean. */
const doesNotExist = new RegExp(String.raw`\b${who} (address )?(does not|doesn't) exist\b`);

const fullWords =
  /\b(mail ?box|inbox|account|user|recipient|storage)( \w+){0,3} (is |has |are )?(full|over ?quota|out of (storage|space)|exceeded)\b|\b(mail ?box|inbox) full\b|\bover ?quota\b|\bquota\b.*\bexceed|\bexceed\w*\b.*\b(quota|storage|size)\b|\b(insufficient|not enough|out of|no) (disk |storage |system |mailbox )?(space|storage)\b|\bquota (full|reached|limit)\b/;
const greylistWords = /\bgr[ea]y-?list|\btry (again|later)|\bcome back\b|\bdeferred\b/;
/** It will pass, and the mailbox itself is not the problem. */
const passingWords =
  /\btemporar(y|ily)\b|\brate\b|\bthrottl|\btoo (many|much|fast|frequent|quickly)\b|\breceiving (mail|messages)\b|\boverload|\bbusy\b|\bat (the|this) moment\b|\bnot accepting (mail|messages)\b|\b(exceeded|reached)\b.*\b(limit|connections|recipients)\b|\btime(d)?[ -]?out\b/;

/**
 * What a reply to RCPT says, by enhanced status code first, then by reply code and well-known words. In doubt it is
 * `unclear`: a missing mailbox must be stated, not guessed (CV-1, CV-4).
 */
export function readRecipientReply(reply: SmtpReply): RecipientMeaning {
  if (reply.code === 250 || reply.code === 251) return 'accepted';
  const words = wordsOf(reply);
  if (reply.code >= 400 && reply.code < 500) return readTemporary(reply, words);
  if (reply.code >= 500 && reply.code < 600) return readPermanent(reply, words);
  return 'unclear';
}

/** What a refusal before any mailbox was named says: never anything about a mailbox. */
export function readEarlyRefusal(reply: SmtpReply): 'greylisted' | 'blocklisted' | 'policy' | 'temporary' {
  const words = wordsOf(reply);
  if (reply.code >= 400 && reply.code < 500) {
    return greylistWords.test(words) ? 'greylisted' : 'temporary';
  }
  return blocklistWords.test(words) ? 'blocklisted' : 'policy';
}

/** The reply's name in the evidence: its enhanced status code or otherwise its reply code. */
export function nameReply(reply: SmtpReply): string {
  return reply.enhanced ?? String(reply.code);
}

function readTemporary(reply: SmtpReply, words: string): RecipientMeaning {
  if (reply.enhanced?.endsWith('.2.2') || fullWords.test(words)) return 'mailbox-full';
  if (blocklistWords.test(words)) return 'blocklisted';
  const isGreylisting = /^4\.(2\.[01]|7\.\d+)$/.test(reply.enhanced ?? '') || greylistWords.test(words);
  return isGreylisting ? 'greylisted' : 'temporary';
}

function readPermanent(reply: SmtpReply, words: string): RecipientMeaning {
  const { enhanced, code } = reply;
  if (blocklistWords.test(words)) return 'blocklisted';
  if (aboutUsWords.test(words)) return 'policy';
  // Servers put these under any code, including the one for a missing mailbox.
  if (fullWords.test(words)) return 'mailbox-full';
  if (greylistWords.test(words)) return 'greylisted';
  if (passingWords.test(words)) return 'temporary';
  if (enhanced?.startsWith('5.7.')) return doesNotExist.test(words) ? 'no-such-mailbox' : 'policy';
  return enhanced === null || unspecificCode.test(enhanced)
    ? readWords(code, words)
    : (byEnhancedCode[enhanced] ?? 'unclear');
}

function readWords(code: number, words: string): PermanentMeaning {
  const isSaid = noMailboxWords.some((said) => said.test(words));
  if (code === 552 && !isSaid) return 'mailbox-full';
  if (!refusalCodes.includes(code)) return 'unclear';
  if (isSaid) return 'no-such-mailbox';
  return closedWords.test(words) ? 'mailbox-disabled' : 'unclear';
}

/** Lower case, without addresses: an address that the server repeats may contain any words. */
function wordsOf(reply: SmtpReply): string {
  return reply.text
    .slice(0, readCharacters)
    .toLowerCase()
    .replaceAll(/<[^<>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => !word.includes('@'))
    .join(' ')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ');
}
