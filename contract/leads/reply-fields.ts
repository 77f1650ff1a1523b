/** The fields of reply templates, and how they are filled (WS-17). No library: the browser uses this too. */

export const replyFields = ['firstName', 'lastName', 'customer', 'offer', 'myName', 'myCompany'] as const;
export type ReplyField = (typeof replyFields)[number];

/** What the fields of a lead and its reader are; null: not known. */
export type ReplyValues = Readonly<Record<ReplyField, string | null>>;

const field = /\{\{([^{}]*)\}\}/gu;

const isField = (name: string): name is ReplyField => replyFields.some((one) => one === name);

/** The fields of a text that there are not, as they are written. */
export function unknownFields(text: string): string[] {
  const names = Array.from(text.matchAll(field), ([, name]) => (name ?? '').trim());
  return [...new Set(names.filter((name) => !isField(name)))];
}

/** A text with its fields filled in. */
export interface Filled {
  readonly text: string;
  /** The fields that are empty: in the text, nothing stands in their place. */
  readonly empty: readonly ReplyField[];
}

/**
 * Fills in the fields of a text. Nothing is left of a field without a value, nor of the space before it: “Hello
 * {{firstName}},” becomes “Hello,”.
 */
export function fillFields(text: string, values: ReplyValues): Filled {
  const empty = new Set<ReplyField>();
  const filled = text.replace(/([^\S\n]?)\{\{([^{}]*)\}\}/gu, (whole, space: string, inner: string) => {
    const name = inner.trim();
    if (!isField(name)) return whole;
    const value = values[name]?.trim() ?? '';
    if (value === '') empty.add(name);
    return value === '' ? '' : space + value;
  });
  return { text: filled, empty: [...empty] };
}

/** Browsers and mail programs cut addresses that are longer, some at 2,000 characters. */
export const mostMailtoCharacters = 1900;

/**
 * The address that opens the mail program with an email (RFC 6068); undefined when it would be too long for some of
 * them: then the text has to be copied.
 */
export function mailtoOf({
  to,
  subject,
  text,
}: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}): string | undefined {
  // An address may contain characters that mean something in a URL, except for the @ between its parts.
  const address = encodeURIComponent(to).replace(/%40/gu, '@');
  const body = encodeURIComponent(text.replace(/\r?\n/gu, '\r\n'));
  const url = `mailto:${address}?subject=${encodeURIComponent(subject.replace(/\s+/gu, ' '))}&body=${body}`;
  return url.length <= mostMailtoCharacters ? url : undefined;
}
