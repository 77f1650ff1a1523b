import { isUtf8 } from 'node:buffer';

/** The content of a marketplace's request body. */
export interface MarketplaceBody {
  readonly payload: Readonly<Record<string, unknown>>;
  /** The body was not UTF-8, so its letters are a guess. */
  readonly encodingGuessed: boolean;
  /** The JSON as written, where repeated keys still appear twice. */
  readonly written: string;
}

/**
 * Finds the JSON object in a body, whatever its content type: in UTF-8 with or without a byte order mark, UTF-16 with
 * one, or Windows-1252; plain, as a string within JSON, alone in a list, or in a form field.
 * @returns undefined: there is no JSON object in it
 */
export function readMarketplaceBody(bytes: Buffer): MarketplaceBody | undefined {
  const { text, guessed } = decode(bytes);
  const written = text.trim();
  const payload = objectIn(parseJson(written)) ?? objectInForm(written);
  return payload && { payload, encodingGuessed: guessed, written };
}

const encodings: readonly (readonly [mark: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

function decode(bytes: Buffer): { text: string; guessed: boolean } {
  const start = bytes.subarray(0, 3).toString('hex');
  const marked = encodings.find(([mark]) => start.startsWith(mark))?.[1];
  if (marked !== undefined && marked !== 'utf-8')
    return { text: new TextDecoder(marked).decode(bytes), guessed: false };
  // Drops the byte order mark by itself.
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), guessed: false };
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object itself, the only one in a list, or one that was encoded as a string. */
function objectIn(value: unknown, depth = 0): Record<string, unknown> | undefined {
  if (depth > 2) return undefined;
  if (typeof value === 'string') return objectIn(parseJson(value.trim()), depth + 1);
  if (Array.isArray(value)) return value.length === 1 ? objectIn(value[0], depth + 1) : undefined;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** `json={…}`, or a field for each field of the lead, as forms send them. */
function objectInForm(text: string): Record<string, unknown> | undefined {
  if (!/^[\w.[\]%+-]{1,100}=/.test(text)) return undefined;
  const fields = [...new URLSearchParams(text)];
  const whole = fields.map(([, value]) =>
    value.trim().startsWith('{') ? objectIn(parseJson(value)) : undefined,
  );
  const found = whole.find((value) => value !== undefined);
  if (found) return found;
  // `UserDetails[Email]` and `UserDetails.Email` name a level that the reader does not need.
  const named = fields.map(([key, value]) => [key.replace(/^.*[.[](?=\w)|\]$/g, ''), value] as const);
  const isLead =
    named.length > 1 && named.some(([key]) => /^(e-?mail|phone|first_?name|lead_?source)$/i.test(key));
  return isLead ? Object.fromEntries(named) : undefined;
}
