import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { FormDialog, matchField, useSubmission } from '../../ui/forms/index.ts';
import { useCountryOptions } from '../../ui/use-country-options.ts';
import { t } from './catalogue.ts';
import { noteProfile } from './profiles-data.ts';

interface NewProfileDialogProps {
  /** Countries that have a profile already. */
  taken: readonly string[];
  onClose: () => void;
}

/** Asks for the country of a new profile, and opens it. */
export function NewProfileDialog({ taken, onClose }: NewProfileDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const options = useCountryOptions().filter(({ value }) => !taken.includes(value));
  const form = useForm({
    initialValues: { country: '' },
    validate: { country: (country) => (country === '' ? t('new.missing') : null) },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['country']) });
  const submit = form.onSubmit(
    (body) =>
      submission.run(async () => {
        const profile = await request('POST /api/v1/business-profiles', { body });
        noteProfile(client, profile);
        onClose();
        await navigate({
          to: '/presence/profiles/$profileId/$step',
          params: { profileId: profile.id, step: 'partner' },
        });
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t('list.new')}
      submitLabel={t('new.submit')}
      submission={submission}
      dirty={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="ll-note">{t('new.hint')}</p>
      <Select
        label={words.field.country}
        placeholder={t('new.choose')}
        withAsterisk
        aria-required
        searchable
        data-autofocus
        data={options}
        nothingFoundMessage={t('picker.none')}
        {...form.getInputProps('country')}
        value={form.values.country || null}
        onChange={(country) => form.setFieldValue('country', country ?? '')}
      />
    </FormDialog>
  );
}
