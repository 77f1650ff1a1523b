/** How texts mention people: by id, so that a new name is followed. No library: the browser uses this too. */

const mention = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/giu;

/** The most people that one text may mention. */
export const mostMentions = 20;

/** The mark that stands for a person in a text. */
export function markOf(personId: string): string {
  return `@{${personId}}`;
}

/** The people whom a text mentions, each once, in the order of the text. */
export function mentionedIn(text: string | null): string[] {
  const ids = Array.from((text ?? '').matchAll(mention), ([, id]) => (id ?? '').toLowerCase());
  return [...new Set(ids)];
}

/** A part of a text: words as they are, or a person. */
export type TextPart = { readonly words: string } | { readonly personId: string };

/** The parts of a text, in its order. */
export function partsOfText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(mention)) {
    if (found.index > from) parts.push({ words: text.slice(from, found.index) });
    parts.push({ personId: (found[1] ?? '').toLowerCase() });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}
