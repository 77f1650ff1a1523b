/** What a pattern for deal names may contain: each is replaced by the lead's own. */
export const dealNamePlaces = ['customer', 'offer', 'number'] as const;
export type DealNamePlace = (typeof dealNamePlaces)[number];

const place = /\{([^{}]*)\}/g;
const isSeparator = (sign: string) => /^[\s\p{Pd}:;,/|·]$/u.test(sign);

/** A text without separators at its ends. */
function withoutSeparatorsAround(text: string): string {
  const signs = [...text];
  const first = signs.findIndex((sign) => !isSeparator(sign));
  const last = signs.findLastIndex((sign) => !isSeparator(sign));
  return first === -1 ? '' : signs.slice(first, last + 1).join('');
}

/** True when every place in the pattern, `{customer}` for example, is known. */
export function hasKnownPlaces(pattern: string): boolean {
  return [...pattern.matchAll(place)].every(([, name]) => dealNamePlaces.some((known) => known === name));
}

/**
 * The name of a deal by a pattern. What a lead lacks is left out, with the separators that then stand at the ends. Null
 * when nothing is left that could be read.
 */
export function nameByPattern(
  pattern: string,
  lead: { readonly customer: string | null; readonly offer: string | null; readonly number: number },
): string | null {
  const values = { customer: lead.customer ?? '', offer: lead.offer ?? '', number: String(lead.number) };
  const filled = pattern.replace(place, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as DealNamePlace] : whole,
  );
  const whole = lead.customer === null || lead.offer === null ? withoutSeparatorsAround(filled) : filled;
  const name = whole.replaceAll(/\s+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}
