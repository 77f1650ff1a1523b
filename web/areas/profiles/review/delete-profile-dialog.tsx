import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { announce, FormDialog, matchField, useSubmission } from '../../../ui/forms/index.ts';
import { t } from '../catalogue.ts';
import { useEditing, useProfileEditing } from '../editing/use-editing.ts';

/** Deletes a profile for good, once the name of the company is typed (BP-14). */
export function DeleteProfileDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const editing = useProfileEditing();
  const { id, companyName } = useEditing().profile;
  const form = useForm({
    initialValues: { companyName: '' },
    validate: {
      companyName: (typed) => (typed.trim() === companyName.trim() ? null : t('delete.otherName')),
    },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['companyName']) });
  const submit = form.onSubmit(
    (body) =>
      submission.run(async () => {
        await request('DELETE /api/v1/business-profiles/:id', { params: { id }, body });
        editing.end();
        onClose();
        announce(t('delete.done'));
        await navigate({ to: '/presence/profiles' });
        client.removeQueries({ queryKey: queryKeys.businessProfile(id) });
        await client.invalidateQueries({ queryKey: queryKeys.businessProfileList });
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t('delete.title')}
      submitLabel={t('delete.submit')}
      submitColor="red"
      submission={submission}
      dirty={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="ll-note">{t('delete.text')}</p>
      <TextInput
        label={t('delete.name', { name: companyName })}
        autoComplete="off"
        withAsterisk
        aria-required
        data-autofocus
        {...form.getInputProps('companyName')}
      />
    </FormDialog>
  );
}
