import { TextInput } from '@mantine/core';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { LogoField } from '../logo/logo-field.tsx';
import { fieldWords } from '../profile-words.ts';
import { CardPreview } from './card-preview.tsx';
import { CompanyName } from './company-name.tsx';
import { DescriptionField } from './description-field.tsx';
import { LanguagesField } from './languages-field.tsx';
import classes from './steps.module.css';

/** Who the partner is, and how its card looks. */
export function PartnerStep() {
  return (
    <>
      <CompanyName />
      <LogoField />
      <div className={classes.withPreview}>
        <DescriptionField />
        <CardPreview />
      </div>
      <LinkField field="website" example="https://www.contoso.example" />
      <LinkField field="linkedIn" example="https://www.linkedin.com/company/…" />
      <LanguagesField />
    </>
  );
}

function LinkField({ field, example }: { field: 'website' | 'linkedIn'; example: string }) {
  const { value, error, change, cursor } = useField(field);
  return (
    <FieldFrame at={field}>
      <TextInput
        className={classes.line ?? ''}
        label={fieldWords[field]}
        description={field === 'website' ? t('partner.websiteHint') : undefined}
        type="url"
        dir="ltr"
        autoComplete="off"
        placeholder={example}
        maxLength={2000}
        value={value}
        error={error}
        onChange={(event) => change(event.currentTarget.value)}
        {...cursor}
      />
    </FieldFrame>
  );
}
