import { TextInput } from '@mantine/core';
import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { words } from '../../../../contract/words.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import type { IssuedSecrets, MadeSecret, SecretInfo, SecretValues } from './issued-secrets.ts';

/** What the form that creates a secret asks for besides its name. */
export interface SecretForm<Values extends SecretValues> {
  /** The name under which drafts are kept. */
  draft: string;
  initialValues: Values;
  /** The errors of the fields other than the name. */
  validate?: (values: Values) => FormErrors;
  fields?: (form: UseFormReturnType<Values>) => ReactNode;
}

interface CreateSecretDialogProps<Info extends SecretInfo, Values extends SecretValues> {
  secrets: IssuedSecrets<Info, Values>;
  form: SecretForm<Values>;
  onClose: () => void;
  onCreated: (made: MadeSecret<Info>) => void;
}

/** Asks for a secret's name and creates it; a retry after a lost answer creates no second one. */
export function CreateSecretDialog<Info extends SecretInfo, Values extends SecretValues>({
  secrets,
  form: { draft: draftName, initialValues, validate, fields },
  onClose,
  onCreated,
}: CreateSecretDialogProps<Info, Values>) {
  const client = useQueryClient();
  const { kind } = secrets;
  const form = useForm<Values>({
    initialValues,
    validate: (values) => ({
      name: values.name.trim() === '' ? t(`create.nameMissing.${kind}`) : null,
      ...validate?.(values),
    }),
  });
  const draft = useDraft(form, { form: draftName });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf: matchField([], ownFieldOf(initialValues)),
    draft,
  });
  const [keyOf] = useState(() => createKeyring());
  const submit = form.onSubmit((values) => {
    const body = { ...values, name: values.name.trim() };
    const key = keyOf(body, draft.readAttempt());
    return submission.run(
      async () => {
        onCreated(await secrets.create(body, { 'idempotency-key': key }));
        await client.invalidateQueries({ queryKey: secrets.queryKey });
      },
      { body, key },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t(`create.title.${kind}`)}
      submitLabel={t(`create.submit.${kind}`)}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.field.name}
        description={t(`create.nameHint.${kind}`)}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      {fields?.(form)}
    </FormDialog>
  );
}

/** Errors of what a field holds belong to the field: those of `scopes.0` to `scopes`. */
function ownFieldOf(values: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values).map((field) => [field, field]));
}
