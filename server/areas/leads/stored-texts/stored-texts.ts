import type { Read } from '../../../../contract/catalogue.ts';
import { fallbackLanguage, type Language } from '../../../../contract/languages/languages.ts';
import { textsIn, wordsIn } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** A sentence that is known by its English: its key, what it looks like, and the names of its values. */
interface Known {
  readonly key: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

const texts = textsIn('server/areas/leads/stored-texts', english);
const known: readonly Known[] = Object.entries(english)
  .flatMap(([group, sentences]) =>
    Object.entries(sentences).map(([name, text]) => describe(`${group}.${name}`, text.replaceAll("''", "'"))),
  )
  // What says more itself comes first: "The mail server could not be reached." before "… could not be reached."
  .sort((one, other) => other.expression.source.length - one.expression.source.length)
  .sort((one, other) => one.names.length - other.names.length);

function describe(key: string, text: string): Known {
  const parts = text.split(/\{(\w+)\}/);
  const literal = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = parts.map((part, place) => (place % 2 === 0 ? literal(part) : '(.+)')).join('');
  return {
    key,
    expression: new RegExp(`^${source}$`, 'su'),
    names: parts.filter((_, place) => place % 2 === 1),
  };
}

/**
 * A sentence that was stored in English, in the language of the reader; as it is stored, where it is not known. It may
 * consist of several.
 */
export function readStored(stored: string, language: Language = fallbackLanguage): string {
  if (language === fallbackLanguage) return stored;
  const parts = stored.split(/(?<=[.?!]) (?=\p{Lu})/u);
  const read = parts.map((part) => readWhole(part, language));
  if (read.every((part) => part !== undefined)) return read.join(' ');
  return readWhole(stored, language) ?? parts.map((part, place) => read[place] ?? part).join(' ');
}

function readWhole(stored: string, language: Language): string | undefined {
  for (const { key, expression, names } of known) {
    const match = expression.exec(stored);
    if (!match) continue;
    const values = names.map(
      (name, place) => [name, readValue(name, match[place + 1] ?? '', language)] as const,
    );
    // The key and the names of the values are those of the catalogue itself.
    const read: unknown = texts[language];
    return (read as Read)(key, Object.fromEntries(values));
  }
  return undefined;
}

/** What stands in a sentence may be a sentence itself, or a name that has another one in the language. */
function readValue(name: string, value: string, language: Language): string {
  if (name === 'country' || name === 'place') return nameCountry(value, language);
  if (name === 'word') return nameAction(value, language);
  return readStored(value, language);
}

const codes = new Map<string, string>();

function nameCountry(name: string, language: Language): string {
  if (codes.size === 0) {
    const names = new Intl.DisplayNames(fallbackLanguage, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const code of letters.flatMap((first) => letters.map((second) => first + second)))
      codes.set(names.of(code) ?? '', code);
  }
  const code = codes.get(name);
  return code === undefined ? name : (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? name);
}

function nameAction(word: string, language: Language): string {
  const own = Object.entries(wordsIn(fallbackLanguage).callToAction).find(([, one]) => one === word);
  const action = own?.[0] as keyof ReturnType<typeof wordsIn>['callToAction'] | undefined;
  return action === undefined ? word : wordsIn(language).callToAction[action];
}
