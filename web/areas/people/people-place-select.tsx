import { Select } from '@mantine/core';
import type { useForm } from '@mantine/form';
import type { LocationInfo } from '../../../contract/identity/identity.ts';
import { words } from '../../../contract/words.ts';
import { formatCountry, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';

interface PlaceSelectProps {
  locations: readonly LocationInfo[];
  input: ReturnType<ReturnType<typeof useForm>['getInputProps']>;
}

/** The location that a role is for; empty: the whole organization. */
export function PlaceSelect({ locations, input }: PlaceSelectProps) {
  const { locale } = useLocale();
  return (
    <Select
      label={words.field.location}
      description={t('place.hint')}
      placeholder={t('place.everywhere')}
      clearable
      clearButtonProps={{ 'aria-label': t('place.everywhere') }}
      data={locations.map(({ id, name, city, country }) => ({
        value: id,
        label: [name, city === name ? null : city, formatCountry(country, locale)].filter(Boolean).join(', '),
      }))}
      {...input}
      value={input.value || null}
      onChange={(value) => input.onChange(value ?? '')}
    />
  );
}
