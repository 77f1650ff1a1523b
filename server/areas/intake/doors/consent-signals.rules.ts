/** Everything in a payload that may say something about consent. */
export interface ConsentFacts {
  /** Fields with their keys in lower case, without punctuation. */
  readonly entries: readonly (readonly [key: string, value: unknown])[];
  /** The JSON as written. */
  readonly written: string;
  readonly leadSource: string | null;
  readonly actionCode: string | null;
}

export interface Consent {
  readonly contactAllowed: boolean;
  /** Another signal said that contact is welcome. */
  readonly contradicted: boolean;
}

/**
 * Whether the customer may be contacted: where signals contradict each other, the cautious one wins (IN-6). Signals are
 * the action code and the action within the source, including repeated keys, and fields about consent.
 */
export function consentOf(facts: ConsentFacts): Consent {
  const codes = [facts.actionCode, facts.leadSource, ...writtenCodes(facts.written)].filter(
    (code) => code !== null,
  );
  const signals = [
    ...codes.flatMap(signalOfCode),
    ...facts.entries.flatMap(([key, value]) => signalOfField(key, value)),
  ];
  const contactAllowed = !signals.includes('refused');
  return { contactAllowed, contradicted: !contactAllowed && signals.includes('given') };
}

type Signal = 'given' | 'refused';

/** Only the part before the bar counts: an offer may have any name. */
function signalOfCode(code: string): Signal[] {
  const words = (code.split('|')[0] ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
  return [
    ...(refusing.test(words) ? ['refused' as const] : []),
    ...(asking.test(words) ? ['given' as const] : []),
  ];
}

const refusing =
  /(?<![\p{L}\p{N}])(?:d[\s._-]*n[\s._-]*c|do[\s_-]*not[\s_-]*(?:contact|call|email|mail)|no[\s_-]*contact|opt(?:ed)?[\s_-]*out)(?![\p{L}\p{N}])/u;
const asking = /(?<![\p{L}\p{N}])plt(?![\p{L}\p{N}])/u;

/** Parsers read a repeated key only once; the value they drop may be the cautious one. */
function writtenCodes(written: string): string[] {
  const pairs = written.matchAll(/(?<!\\)"(?:action_?code|lead_?source)"\s*:\s*"((?:[^"\\]|\\.)*)"/giu);
  return [...pairs].map(([, value = '']) => value);
}

const welcoming: ReadonlySet<string> = new Set([
  'consent',
  'contactallowed',
  'allowcontact',
  'contactconsent',
  'consenttocontact',
  'consentgiven',
  'cancontact',
  'maycontact',
  'optin',
  'contactoptin',
  'permissiontocontact',
  'gdprconsent',
  'hasconsent',
  'consentgranted',
  'contactpermission',
]);
const warding: ReadonlySet<string> = new Set([
  'dnc',
  'donotcontact',
  'nocontact',
  'optout',
  'optedout',
  'contactoptout',
  'consentwithdrawn',
  'unsubscribed',
]);

function signalOfField(key: string, value: unknown): Signal[] {
  const isWelcoming = welcoming.has(key);
  if (!isWelcoming && !warding.has(key)) return [];
  const said = yesOrNo(value);
  if (said === undefined) return [];
  return [said === isWelcoming ? 'given' : 'refused'];
}

const yes: ReadonlySet<string> = new Set([
  'true',
  'yes',
  'y',
  '1',
  'on',
  'given',
  'granted',
  'allowed',
  'ja',
  'oui',
  'si',
  'sí',
]);
const no: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  '0',
  'off',
  'none',
  'denied',
  'declined',
  'rejected',
  'revoked',
  'not given',
  'not granted',
  'refused',
  'withdrawn',
  'nein',
  'non',
]);

function yesOrNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null) {
    const inner = Object.values(value).map((one) => (typeof one === 'object' ? undefined : yesOrNo(one)));
    return inner.includes(false) ? false : inner.includes(true) || undefined;
  }
  const word =
    typeof value === 'number' || typeof value === 'string'
      ? String(value)
          .toLowerCase()
          .replace(/[\s\p{P}]+/gu, ' ')
          .trim()
      : '';
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
