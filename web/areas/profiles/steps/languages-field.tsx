import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { mostValues } from '../../../../contract/profiles/lists.ts';
import { formatLanguage } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import { spokenLanguages } from '../spoken-languages.ts';
import classes from './steps.module.css';
import { wordCount } from './word-count.ts';

/** The languages in which customers are served. */
export function LanguagesField() {
  const { locale } = useLocale();
  const { value, error, change, cursor } = useField('languages');
  const options = useMemo(
    () =>
      [...new Set([...spokenLanguages, ...value])]
        .map((code) => ({ value: code, label: formatLanguage(code) }))
        .sort((one, other) => one.label.localeCompare(other.label, locale)),
    [locale, value],
  );
  return (
    <FieldFrame at="languages">
      <MultiSelect
        className={classes.line ?? ''}
        label={fieldWords.languages}
        description={wordCount(value.length, mostValues.languages, locale)}
        searchable
        data={options}
        value={value}
        error={error}
        maxValues={mostValues.languages}
        nothingFoundMessage={t('picker.none')}
        onChange={change}
        {...cursor}
      />
    </FieldFrame>
  );
}
