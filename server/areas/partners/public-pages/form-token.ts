import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a form is valid after it was rendered; then it is shown again, with what was typed. */
export const formHours = 12;
/** Nobody reads, fills in and sends a form in less time. */
export const minimumFillSeconds = 3;

/** What a form's signature covers: the page it was rendered for, and the key of that rendering. */
export interface SignedForm {
  /** The offer's or the profile location's id. */
  readonly pageId: string;
  readonly formKey: string;
}

export type TokenVerdict = 'good' | 'too-quick' | 'expired' | 'forged';

/**
 * `<milliseconds since 1970 in base 36>.<HMAC-SHA-256 in base64url>`: says when the form was rendered, and cannot be
 * forged.
 */
export function signForm(secret: Buffer, form: SignedForm, issuedAt: Date): string {
  const moment = issuedAt.getTime().toString(36);
  return `${moment}.${signatureOf(secret, form, moment)}`;
}

/** The verdict on a form's token at that moment. Returns a verdict for any text. */
export function checkToken(secret: Buffer, form: SignedForm, token: string, now: Date): TokenVerdict {
  const [, moment = '', signature = ''] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token) ?? [];
  if (!timingSafeEqual(sized(signature), sized(signatureOf(secret, form, moment)))) return 'forged';
  const seconds = (now.getTime() - Number.parseInt(moment, 36)) / 1000;
  if (seconds < minimumFillSeconds) return 'too-quick';
  return seconds > formHours * 3600 ? 'expired' : 'good';
}

function signatureOf(secret: Buffer, { pageId, formKey }: SignedForm, moment: string): string {
  return createHmac('sha256', secret).update(`form ${pageId} ${formKey} ${moment}`).digest('base64url');
}

/** The comparison needs texts of equal length. */
function sized(signature: string): Buffer {
  return Buffer.from(signature.padEnd(43, ' '));
}
