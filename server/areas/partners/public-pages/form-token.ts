import { createHmac, timingSafeEqual } from 'node:crypto';

/** A form is good for so long after it was rendered; then it is asked for again, with what was typed. */
export const formHours = 12;
/** Nobody reads, fills in and sends a form in less. */
export const minimumFillSeconds = 3;

/** What a form's signature stands for: which page it was rendered for, and the key of that rendering. */
export interface SignedForm {
  /** The offer's or the profile location's id. */
  readonly pageId: string;
  readonly formKey: string;
}

export type TokenVerdict = 'good' | 'too-quick' | 'expired' | 'forged';

/** `<milliseconds since 1970 in base 36>.<HMAC-SHA-256 in base64url>`: says when the form was rendered, and cannot be made elsewhere. */
export function signForm(secret: Buffer, form: SignedForm, issuedAt: Date): string {
  const moment = issuedAt.getTime().toString(36);
  return `${moment}.${signatureOf(secret, form, moment)}`;
}

/** What the token of a form says at that moment. Any text gives a verdict. */
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

/** The comparison wants texts of one length. */
function sized(signature: string): Buffer {
  return Buffer.from(signature.padEnd(43, ' '));
}
