/** A piece of a sentence; a name is set apart, whatever its writing direction. */
interface TextPart {
  text: string;
  isName: boolean;
}

/**
 * Splits a sentence into names and the text between them; looks for each name after the one before and takes its first
 * occurrence.
 */
export function splitNames(sentence: string, names: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const name of names) {
    const at = name === '' ? -1 : sentence.indexOf(name, from);
    if (at === -1) continue;
    if (at > from) parts.push({ text: sentence.slice(from, at), isName: false });
    parts.push({ text: name, isName: true });
    from = at + name.length;
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), isName: false });
  return parts;
}
