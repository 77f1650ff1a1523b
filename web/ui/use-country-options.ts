import { useMemo } from 'react';
import { countryCodes } from '../../contract/countries.ts';
import { formatCountry } from './format.ts';
import { useLocale } from './use-locale.ts';

/** All countries for a field to choose from, by their names in the reader's language. */
export function useCountryOptions(): { value: string; label: string }[] {
  const { locale } = useLocale();
  return useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: formatCountry(code, locale) }))
        .sort((left, right) => left.label.localeCompare(right.label, locale)),
    [locale],
  );
}
