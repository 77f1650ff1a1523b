import type { Translated } from '../../../../../contract/catalogue.ts';
import { fallbackLanguage, type Language } from '../../../../../contract/languages/languages.ts';
import { languages } from '../../../../../contract/languages/lists.ts';
import {
  type ExportHeader,
  type LeadFieldWith,
  leadField,
  leadFieldNames,
} from '../../../../../contract/leads/lead-fields.ts';
import { translationOf } from '../../../../../contract/translations.ts';
import { wordsIn } from '../../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** The words of a closed list, by its values. */
export type ValueWords = Readonly<Record<string, string>>;

/** What a file calls its columns, and the values of closed lists in them. */
export interface ExportWords {
  readonly headers: Readonly<Record<ExportHeader, string>>;
  /** A column that is missing here holds the values of the API. */
  readonly values: Readonly<Partial<Record<ExportHeader, ValueWords>>>;
}

/** The words of the API: programs, and files of former releases, have no others. */
export const plainExportWords: ExportWords = { headers: english.header, values: {} };

const wordsByLanguage = new Map<Language, ExportWords>([[fallbackLanguage, plainExportWords]]);

/** The words of exports in a language; in English, those of the API (EX-1). */
export function exportWordsIn(language: Language): ExportWords {
  const known = wordsByLanguage.get(language);
  if (known) return known;
  const translated = translationOf('server/areas/leads/list/export-words', language);
  // A test checks that a language has the keys of the English texts.
  const own = (translated ?? english) as Translated<typeof english>;
  const made = { headers: own.header, values: valuesIn(language, own) };
  wordsByLanguage.set(language, made);
  return made;
}

/** The words of exports in every language that there is: what an import recognizes (EX-2). */
export function exportWordsInAll(): readonly ExportWords[] {
  return languages.map(exportWordsIn);
}

type ExportedWith<Type extends string> = LeadFieldWith<{ readonly type: Type; readonly exported: object }>;

function valuesIn(language: Language, own: Translated<typeof english>): ExportWords['values'] {
  const { callToAction, leadType, leadQuality, emailValidity, phoneValidity, qualification, ...words } =
    wordsIn(language);
  const byField: Readonly<Record<ExportedWith<'choice' | 'flag'>, ValueWords>> = {
    ...{ callToAction, leadType, leadQuality, emailValidity, phoneValidity, qualification },
    status: { ...words.status, ...own.status },
    contactWithheld: own.contactWithheld,
    stage: words.stage,
    declineReason: words.declineReason,
    lostReason: words.lostReason,
    errorReason: words.errorReason,
    isTest: own.flag,
  };
  const named: Readonly<Partial<Record<string, ValueWords>>> = byField;
  return Object.fromEntries(
    leadFieldNames.flatMap((name) =>
      Object.keys(leadField(name).exported ?? {}).flatMap((header) => {
        const found = named[name];
        return found ? [[header, found] as const] : [];
      }),
    ),
  );
}
