import './languages.ts';
import type { Catalogue, Translated } from '../../contract/catalogue.ts';
import type { roleWords } from '../../contract/identity/role-words.ts';
import { fallbackLanguage, type Language } from '../../contract/languages/languages.ts';
import type { fieldWords } from '../../contract/leads/field-words.ts';
import { sentencesOf } from '../../contract/sentences.ts';
import { translationOf } from '../../contract/translations.ts';
import { english } from '../../contract/words/catalogue.en.ts';
import { type Words, words, wordsOf } from '../../contract/words.ts';

/** What the server writes for people, in the language of whoever reads it. */
export type { Texts } from '../../contract/catalogue.ts';
export { textsIn } from '../../contract/catalogue.ts';
export { sentencesOf } from '../../contract/sentences.ts';

const wordsByLanguage = new Map<Language, Words>([[fallbackLanguage, words]]);

/** The words of closed lists, fields and roles in a language. */
export function wordsIn(language: Language): Words {
  const known = wordsByLanguage.get(language);
  if (known) return known;
  const own = translationOf('contract/words', language);
  const field = translationOf('contract/leads/field-words', language);
  const role = translationOf('contract/identity/role-words', language);
  const made =
    own && field && role
      ? wordsOf({
          own: typed<typeof english>(own),
          field: typed<typeof fieldWords>(field),
          role: typed<typeof roleWords>(role),
        })
      : words;
  wordsByLanguage.set(language, made);
  return made;
}

// A test checks that a language has the keys of the English texts.
const typed = <Source extends Catalogue>(texts: Catalogue) => texts as Translated<Source>;

const { untold, customerUntold, mailReason, rerouting } = english;

/** Words of closed lists as sentences, for texts that are put together before their reader is known. */
export const word = sentencesOf('contract/words', { untold, customerUntold, mailReason, rerouting });
