import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mostValues, type TaggedField } from '../../../../contract/profiles/lists.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import type { VocabularyValue } from '../../../../contract/vocabularies/vocabularies.ts';
import { useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { vocabulariesQuery } from '../../vocabularies/index.ts';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import { wordCount } from './word-count.ts';

/** Values of a vocabulary: those that are offered, and what was chosen before it was retired. */
export function TagPicker({ field }: { field: Exclude<TaggedField, 'customerSizes'> }) {
  const { locale } = useLocale();
  const { value, error, change, cursor } = useField(field);
  const query = useQuery(vocabulariesQuery);
  const vocabulary = query.data?.items.find(({ name }) => name === field);
  return (
    <FieldFrame at={field}>
      <MultiSelect
        label={fieldWords[field]}
        description={
          query.isError && !vocabulary
            ? t('picker.failed')
            : wordCount(value.length, mostValues[field], locale)
        }
        searchable
        maxDropdownHeight={320}
        data={listOptions(vocabulary?.values ?? [], value)}
        value={value}
        error={error}
        maxValues={mostValues[field]}
        nothingFoundMessage={query.isPending ? shared('loading') : t('picker.none')}
        onChange={change}
        {...cursor}
      />
    </FieldFrame>
  );
}

/** What can be chosen, in the order of the vocabulary; then what is chosen although it is not offered. */
export function listOptions(values: readonly VocabularyValue[], chosen: readonly string[]) {
  const isSame = (one: string, other: string) => keyOfCode(one) === keyOfCode(other);
  const offered = values.filter(({ state }) => state === 'offered');
  const known = offered.map(({ code, label }) => ({
    // A profile may write a code in its own way.
    value: chosen.find((one) => isSame(one, code)) ?? code,
    label,
  }));
  const others = chosen.filter((code) => !known.some(({ value }) => value === code));
  return [
    ...known,
    ...others.map((code) => {
      const found = values.find((one) => isSame(one.code, code));
      const isRetired = found?.state === 'retired';
      return {
        value: code,
        label: isRetired ? t('picker.retired', { label: found.label }) : (found?.label ?? code),
      };
    }),
  ];
}
