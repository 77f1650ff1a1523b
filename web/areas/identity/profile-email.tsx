import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Me } from '../../../contract/identity/identity.ts';
import type { WaitingVerification } from '../../../contract/people/accounts.ts';
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
import { AbsoluteTime, Buttons, Panel } from '../../ui/index.ts';

const key = ['me', 'email-verification'] as const;

/** The address of the signed-in person: whether it is known to work, and the way to change it (ID-5, NT-5). */
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
    onError: (error) => announceFailure('The email was not sent', error),
  });
  const isConfirmed = person.emailVerifiedAt !== null && person.emailRefusedAt === null;
  const { waiting = null, sendsMail = true } = state.data ?? {};
  return (
    <Panel title="Email address">
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
                {waiting?.email === person.email ? 'Send the email again' : 'Send a confirmation email'}
              </Button>
            )}
            <Button variant="default" onClick={() => setChanging(true)}>
              Change address
            </Button>
          </Buttons>
        ) : (
          <p className="ll-note">
            No mail server is set up, so you can’t confirm or change your address here. Ask whoever runs
            Leadlight for you.
          </p>
        )}
      </Stack>
      {changing && (
        <ChangeAddressDialog
          onClose={() => setChanging(false)}
          onSent={(answer) => {
            setChanging(false);
            void keep(answer);
            announce('The new address counts once you confirm it.');
          }}
        />
      )}
    </Panel>
  );
}

function AddressState({ person }: { person: Me['person'] }): ReactNode {
  if (person.emailRefusedAt !== null)
    return 'An email to this address came back. Confirm it again, or change it: you may be missing leads.';
  if (person.emailVerifiedAt === null) return 'Not confirmed. Confirm it, so that you don’t miss leads.';
  return (
    <>
      Confirmed on <AbsoluteTime at={person.emailVerifiedAt} dayOnly />
    </>
  );
}

function WaitingNote({ email, expiresAt }: NonNullable<WaitingVerification['waiting']>) {
  return (
    <p role="status" className="ll-note">
      An email to {email} is on its way. Its link works until <AbsoluteTime at={expiresAt} />.
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
      email: (value) => (looksLikeAddress(value.trim()) ? null : 'Enter the new email address'),
      password: (value) => (value === '' ? 'Enter your password' : null),
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
      title="Change your email address"
      submitLabel="Send a confirmation email"
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="New email address"
        description="Your current address stays until you confirm the new one."
        type="email"
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="email"
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label="Your password"
        withAsterisk
        aria-required
        autoComplete="current-password"
        maxLength={1024}
        {...form.getInputProps('password')}
      />
    </FormDialog>
  );
}
