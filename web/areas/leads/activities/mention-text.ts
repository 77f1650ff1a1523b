import { markOf, partsOfText } from '../../../../contract/leads/mentions.ts';

/** Someone whom a text mentions. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** A text as people write it: whom it mentions stands in it by name, after an @. */
export interface WrittenText {
  readonly text: string;
  /** Who was chosen for it, whether or not they still stand in it. */
  readonly people: readonly Mentioned[];
}

/** Letters and digits: a name that goes on in them is another name. */
const goesOn = /[\p{L}\p{N}]/u;

/** The text as it is stored, with people by id. */
export function toMarked({ text, people }: WrittenText): string {
  // The longest name first: “Ann” is no mention in “@Ann Lee”.
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length);
  let marked = '';
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = rest.startsWith('@')
      ? byLength.find((person) => isNamed(rest.slice(1), person))
      : undefined;
    const taken = found ? found.name.length + 1 : 1;
    marked += found ? markOf(found.id) : text.slice(at, at + 1);
    at += taken;
  }
  return marked;
}

function isNamed(rest: string, { name }: Mentioned): boolean {
  return name !== '' && rest.startsWith(name) && !goesOn.test(rest.charAt(name.length));
}

/** A stored text as people write it. */
export function toWritten(stored: string | null, people: readonly Mentioned[]): WrittenText {
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const text = partsOfText(stored ?? '')
    .map((part) => ('words' in part ? part.words : `@${nameOf(part.personId)}`))
    .join('');
  return { text, people };
}

/** What is being typed after an @. */
export interface Asked {
  /** Where the @ stands. */
  readonly at: number;
  readonly search: string;
}

const mostSearchCharacters = 40;

/** What stands between the last @ and the caret, if it may become a mention: at most three words on one line. */
export function findAsked(text: string, caret: number): Asked | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || goesOn.test(before.charAt(at - 1))) return undefined;
  const search = before.slice(at + 1);
  if (search.length > mostSearchCharacters || /[\n@]|^\s|\s\s/u.test(search)) return undefined;
  return search.split(' ').length > 3 ? undefined : { at, search };
}

/** The text with a person in place of what was typed, and where the caret is then. */
export function withMention(
  { text, people }: WrittenText,
  asked: Asked,
  person: Mentioned,
): WrittenText & { readonly caret: number } {
  const end = asked.at + 1 + asked.search.length;
  const rest = text.slice(end);
  const inserted = `@${person.name}${rest.startsWith(' ') ? '' : ' '}`;
  const others = people.filter(({ id }) => id !== person.id);
  return {
    text: text.slice(0, asked.at) + inserted + rest,
    people: [...others, { id: person.id, name: person.name }],
    caret: asked.at + person.name.length + 2,
  };
}
