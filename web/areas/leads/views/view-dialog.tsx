import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SavedView, SentDefinition } from '../../../../contract/leads/views.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { useMe } from '../../../api/me.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const fieldOf = matchField(['name', 'shared']);

interface Props {
  /** The view to rename or share; undefined: a new one. */
  view: SavedView | undefined;
  /** What a new view holds. */
  definition: SentDefinition;
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}

/** Names a view, and shares it. */
export function ViewDialog({ view, definition, onSaved, onClose }: Props) {
  const { organization } = useMe();
  const form = useForm({
    initialValues: { name: view?.name ?? '', shared: view?.shared ?? false },
    validate: { name: (name) => (name.trim() === '' ? t('dialog.noName') : null) },
  });
  const draft = useDraft(form, { form: 'view', subject: view?.id ?? '' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const send = (values: { name: string; shared: boolean }) =>
    view
      ? request('PATCH /api/v1/views/:id', { params: { id: view.id }, body: values })
      : request('POST /api/v1/views', { body: { ...values, definition } });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        onSaved(await send(values));
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={view ? t('dialog.rename') : t('dialog.create')}
      submitLabel={shared('action.save')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.field.name}
        description={view ? undefined : t('dialog.holds')}
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <Checkbox
        label={t('dialog.shared', { organization: organization.name })}
        description={t('dialog.sharedHint')}
        {...form.getInputProps('shared', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
