import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { fallbackLanguage, type Language } from '../languages/languages.ts';
import { languages } from '../languages/lists.ts';
import { nameText, text } from '../text.ts';
import { keyOfCode } from './codes.ts';
import {
  mostCodeCharacters,
  mostLabelCharacters,
  mostVocabularyValues,
  newCodePattern,
  otherValues,
  vocabularyNames,
  vocabularyPacks,
  vocabularyStates,
} from './lists.ts';

/** Vocabularies: closed lists whose values the operator manages (VO-1, VO-2). */

/** A code as it is sent: compared without case and spaces. */
const anyCode = text(mostCodeCharacters).min(1, said(fault('text.empty')));
const newCode = anyCode.regex(newCodePattern, said(fault('text.noCode')));

const label = nameText().refine(
  (name) => [...name].length <= mostLabelCharacters,
  said(fault('text.tooLong', { most: mostLabelCharacters })),
);

/** The same for each language that people read. */
function byLanguage<Schema extends z.ZodType>(schema: Schema) {
  return Object.fromEntries(languages.map((language) => [language, schema])) as Record<Language, Schema>;
}

const labels = z
  .object(byLanguage(z.string().optional()))
  .describe('By language; those that it lacks read the English one');

export const vocabularyValue = z
  .object({
    code: z.string().describe('As on the wire. It never changes, and is compared without case and spaces.'),
    label: z.string().describe('In the language of whoever asks'),
    labels: labels
      .nullable()
      .describe('In every language, for those who manage vocabularies; null for others'),
    state: z
      .enum(vocabularyStates)
      .describe(
        'offered: people choose it; accepted: programs may send it, and nobody is offered it; retired: it stays only where it is',
      ),
    replacedBy: z
      .string()
      .nullable()
      .describe('The code through which a retired value is found; that value is never retired itself'),
    parent: z.string().nullable().describe('Of a vertical: the code of its industry in storeIndustries'),
  })
  .meta({ id: 'VocabularyValue' });
export type VocabularyValue = z.infer<typeof vocabularyValue>;

export const vocabulary = z
  .object({
    name: z.enum(vocabularyNames),
    revision: z.string().describe('Its ETag: send it as If-Match with a change'),
    values: z.array(vocabularyValue).describe('In the order in which they are offered'),
  })
  .meta({ id: 'Vocabulary' });
export type Vocabulary = z.infer<typeof vocabulary>;

const vocabularyPack = z
  .object({
    name: z.enum(vocabularyPacks),
    values: z.number().int().describe('How many it has'),
    missing: z.number().int().describe('How many of them loading would add'),
    relabeled: z
      .number()
      .int()
      .describe('How many would get labels that are new in the pack; labels that you wrote stay'),
    returning: z.number().int().describe('How many would come back, because another pack retired them'),
    others: z
      .number()
      .int()
      .describe('How many values of other packs would be retired with `others: retire`'),
  })
  .meta({ id: 'VocabularyPack' });
export type VocabularyPackStanding = z.infer<typeof vocabularyPack>;

export const vocabularies = z
  .object({
    items: z.array(vocabulary),
    packs: z
      .array(vocabularyPack)
      .nullable()
      .describe('What loading each pack would do now, for those who manage vocabularies; null for others'),
  })
  .meta({ id: 'Vocabularies' });
export type Vocabularies = z.infer<typeof vocabularies>;

export const byVocabulary = z.object({ vocabulary: z.enum(vocabularyNames) });
export const byValue = byVocabulary.extend({ code: anyCode });
export const byPack = z.object({ pack: z.enum(vocabularyPacks) });

export const newVocabularyValue = z.strictObject({
  code: newCode,
  labels: z
    .strictObject({ ...byLanguage(label.optional()), [fallbackLanguage]: label })
    .describe('By language; English is needed'),
  parent: anyCode
    .nullish()
    .transform((code) => code ?? null)
    .describe('Of a vertical: the code of its industry in storeIndustries'),
});
export type NewVocabularyValue = z.infer<typeof newVocabularyValue>;

export const vocabularyValueChange = z.strictObject({
  labels: z
    .strictObject(byLanguage(label.nullable().optional()))
    .describe('Only what is sent changes; null goes back to the label of the pack, or else to English'),
});
export type VocabularyValueChange = z.infer<typeof vocabularyValueChange>;

export const vocabularyOrder = z.strictObject({
  codes: z
    .array(anyCode)
    .max(mostVocabularyValues)
    .refine((codes) => new Set(codes.map(keyOfCode)).size === codes.length, said(fault('list.namesTwice')))
    .describe('Every value that is not retired, in the new order'),
});
export type VocabularyOrder = z.infer<typeof vocabularyOrder>;

export const retirement = z.strictObject({
  replacedBy: anyCode
    .nullish()
    .transform((code) => code ?? null)
    .describe(
      'A value of the same vocabulary that is not retired; what was found through the retired value is found through it, too',
    ),
});
export type Retirement = z.infer<typeof retirement>;

export const packLoading = z.strictObject({
  others: z
    .enum(otherValues)
    .default('keep')
    .describe(
      'retire: also retires values of other packs that this one lacks; those you added stay, and so does what replaces another value',
    ),
});
export type PackLoading = z.infer<typeof packLoading>;

export const loadedPack = z
  .object({
    added: z.number().int(),
    relabeled: z.number().int(),
    returned: z.number().int(),
    retired: z.number().int(),
  })
  .meta({ id: 'LoadedVocabularyPack' });
export type LoadedPack = z.infer<typeof loadedPack>;
