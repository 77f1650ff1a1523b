/** A piece of a sentence; a name stands for itself, whatever direction it is written in. */
export interface TextPart {
  text: string;
  isName: boolean;
}

/** Cuts a sentence into names and what stands between them; each name is taken where it stands first after the one before. */
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
