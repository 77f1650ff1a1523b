import { fallbackLanguage, type Language } from '../../../contract/languages/languages.ts';
import { languages } from '../../../contract/languages/lists.ts';
import { newCodePattern } from '../../../contract/vocabularies/lists.ts';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { request } from '../../api/client.ts';
import { t } from './catalogue.ts';

/** A value as form values. */
export interface ValueForm {
  labels: Record<Language, string>;
  code: string;
  parent: string;
}

/** The values that the form begins with; of a new one, without one. */
export function fillValue(value: VocabularyValue | null): ValueForm {
  const labels = languages.map((language) => [language, value?.labels?.[language] ?? '']);
  return {
    // `Object.fromEntries` loses the names.
    labels: Object.fromEntries(labels) as ValueForm['labels'],
    code: value?.code ?? '',
    parent: value?.parent ?? '',
  };
}

/** What is missing, by form field. */
export function checkValue(
  values: ValueForm,
  { isNew, needsParent }: { readonly isNew: boolean; readonly needsParent: boolean },
): Record<string, string> {
  const errors: Record<string, string> = {};
  const code = values.code.trim();
  if (values.labels[fallbackLanguage].trim() === '')
    errors[`labels.${fallbackLanguage}`] = t('dialog.labelMissing');
  if (isNew && code === '') errors.code = t('dialog.codeMissing');
  else if (isNew && !newCodePattern.test(code)) errors.code = t('dialog.codeWrong');
  if (isNew && needsParent && values.parent === '') errors.parent = t('dialog.industryMissing');
  return errors;
}

interface Sending {
  readonly vocabulary: Vocabulary;
  readonly values: ValueForm;
  readonly headers: { readonly 'if-match': string };
}

/** Adds the value. @throws ApiError */
export function sendNewValue({ vocabulary, values, headers }: Sending): Promise<Vocabulary> {
  const typed = languages.flatMap((language) => {
    const label = values.labels[language].trim();
    return label === '' ? [] : [[language, label] as const];
  });
  return request('POST /api/v1/vocabularies/:vocabulary/values', {
    params: { vocabulary: vocabulary.name },
    body: {
      code: values.code.trim(),
      labels: { ...Object.fromEntries(typed), [fallbackLanguage]: values.labels[fallbackLanguage].trim() },
      parent: values.parent || null,
    },
    headers,
  });
}

/** Sends only the labels that differ, so that those of packs stay theirs. @throws ApiError */
export function sendLabels(
  { labels, code }: VocabularyValue,
  { vocabulary, values, headers }: Sending,
): Promise<Vocabulary> {
  const changed = languages.flatMap((language) => {
    const label = values.labels[language].trim();
    return label === (labels?.[language] ?? '') ? [] : [[language, label || null] as const];
  });
  return request('PATCH /api/v1/vocabularies/:vocabulary/values/:code', {
    params: { vocabulary: vocabulary.name, code },
    body: { labels: Object.fromEntries(changed) },
    headers,
  });
}
