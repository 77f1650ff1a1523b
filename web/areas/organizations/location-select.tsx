import { Select } from '@mantine/core';
import type { Partner } from '../../../contract/organizations/partners.ts';
import { words } from '../../../contract/words.ts';
import { formatCountry, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

interface LocationSelectProps {
  partner: Partner | undefined;
  value?: string;
  error?: React.ReactNode;
  onChange?: (value: string | null) => void;
}

/** Chooses a location of the partner; if empty, the partner's own rules decide. */
export function LocationSelect({ partner, value, ...field }: LocationSelectProps) {
  const { locale } = useLocale();
  return (
    <Select
      label={words.field.location}
      placeholder={partner ? t('location.byOffer') : shared('partnerFirst')}
      disabled={!partner}
      clearable
      clearButtonProps={{ 'aria-label': t('location.clear') }}
      data={(partner?.locations ?? []).map((location) => ({
        value: location.id,
        label: [location.name, location.city, formatCountry(location.country, locale)]
          .filter(Boolean)
          .join(', '),
      }))}
      value={value || null}
      {...field}
    />
  );
}
