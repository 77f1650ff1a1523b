import { Select } from '@mantine/core';
import type { Partner } from '../../../contract/organizations/partners.ts';
import { words } from '../../../contract/words.ts';
import { explainError } from '../../api/client.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

interface PartnerSelectProps {
  /** The query of the partners to choose from. */
  partners: { data: Partner[] | undefined; isPending: boolean; isError: boolean; error: unknown };
  /** A partner to leave out, as it already has the lead. */
  except?: string;
  /** The field of the form, with the id of the chosen partner. */
  field: { value: string; error?: React.ReactNode };
  onChoose: (partnerId: string) => void;
}

/** Chooses the partner to send a lead to; takes the focus when its dialog opens. */
export function PartnerSelect({ partners, except, field, onChoose }: PartnerSelectProps) {
  const choices = (partners.data ?? []).filter(({ id }) => id !== except);
  return (
    <Select
      label={words.field.partner}
      placeholder={partners.isPending ? shared('loadingPartners') : t('partner.search')}
      description={partners.isError ? explainError(partners.error) : undefined}
      withAsterisk
      aria-required
      searchable
      data-autofocus
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={shared('noPartnerMatch')}
      {...field}
      value={field.value || null}
      onChange={(value) => onChoose(value ?? '')}
    />
  );
}
