import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Me } from '../../../contract/identity/identity.ts';
import type { WaitingVerification } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { Stack } from '../../ui/content/index.ts';
import {
  announce,
  announceFailure,
  FormDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { looksLikeAddress } from '../../ui/forms/looks-like-address.ts';
import { Buttons, Panel } from '../../ui/index.ts';
import { absolute } from '../../ui/rich-moments.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const key = ['me', 'email-verification'] as const;

/** The email address of the signed-in person: whether it is confirmed, and how to change it (ID-5, NT-5). */
export function ProfileEmail({ person }: { person: Me['person'] }) {
  const client = useQueryClient();
  const state = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request('GET /api/v1/me/email-verification', { signal }),
  });
  const [changing, setChanging] = useState(false);
  const keep = (answer: WaitingVerification) => adoptAnswer(client, key, answer);
  const send = useMutation({
    mutationFn: () => request('POST /api/v1/me/email-verification', { body: {} }),
    onSuccess: keep,
    onError: (error) => announceFailure(t('email.notSent'), error),
  });
  const isConfirmed = person.emailVerifiedAt !== null && person.emailRefusedAt === null;
  const { waiting = null, sendsMail = true } = state.data ?? {};
  return (
    <Panel title={words.field.email}>
      <Stack>
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
          <strong>{person.email}</strong>
        </p>
        <p style={{ margin: 0 }}>
          <AddressState person={person} />
        </p>
        {waiting && sendsMail && <WaitingNote {...waiting} />}
        {sendsMail ? (
          <Buttons>
            {!isConfirmed && (
              <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
                {waiting?.email === person.email ? t('email.sendAgain') : t('email.send')}
              </Button>
            )}
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('email.change')}
            </Button>
          </Buttons>
        ) : (
          <p className="ll-note">{t('email.noMailServer')}</p>
        )}
      </Stack>
      {changing && (
        <ChangeAddressDialog
          onClose={() => setChanging(false)}
          onSent={(answer) => {
            setChanging(false);
            void keep(answer);
            announce(t('changeEmail.sent'));
          }}
        />
      )}
    </Panel>
  );
}

function AddressState({ person }: { person: Me['person'] }): ReactNode {
  if (person.emailRefusedAt !== null) return t('email.cameBack');
  if (person.emailVerifiedAt === null) return t('email.notConfirmed');
  return t.rich('email.confirmed', { when: absolute(person.emailVerifiedAt, 'day') });
}

function WaitingNote({ email, expiresAt }: NonNullable<WaitingVerification['waiting']>) {
  return (
    <p role="status" className="ll-note">
      {t.rich('email.waiting', { email, when: absolute(expiresAt) })}
    </p>
  );
}

interface ChangeAddressDialogProps {
  onClose: () => void;
  onSent: (answer: WaitingVerification) => void;
}

function ChangeAddressDialog({ onClose, onSent }: ChangeAddressDialogProps) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (looksLikeAddress(value.trim()) ? null : t('changeEmail.emailMissing')),
      password: (value) => (value === '' ? shared('passwordMissing') : null),
    },
  });
  const draft = useDraft(form, { form: 'change-email', omit: ['password'] });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf: matchField(['email', 'password']),
    draft,
  });
  const submit = form.onSubmit(
    ({ email, password }) =>
      submission.run(async () => {
        const body = { email: email.trim(), password };
        onSent(await request('POST /api/v1/me/email-verification', { body }));
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t('changeEmail.title')}
      submitLabel={t('changeEmail.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('changeEmail.email')}
        description={t('changeEmail.emailHint')}
        type="email"
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="email"
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('changeEmail.password')}
        withAsterisk
        aria-required
        autoComplete="current-password"
        maxLength={1024}
        {...form.getInputProps('password')}
      />
    </FormDialog>
  );
}
