import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { WaitingVerification } from '../../../contract/accounts.ts';
import type { Me } from '../../../contract/identity.ts';
import { request } from '../../api/client.ts';
import { AbsoluteTime, Panel } from '../../ui/index.ts';
import { announce, announceFailure, FormDialog, matchField, useSubmission } from '../lead-details/index.ts';
import classes from './settings.module.css';

const path = '/api/v1/me/email-verification';
const key = ['me', 'email-verification'] as const;

/** The address of the signed-in person: whether it is known to work, and the way to change it (ID-5, NT-5). */
export function ProfileEmail({ person }: { person: Me['person'] }) {
  const client = useQueryClient();
  const state = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<WaitingVerification>('GET', path, { signal }),
  });
  const [changing, setChanging] = useState(false);
  const keep = (answer: WaitingVerification) => client.setQueryData(key, answer);
  const send = useMutation({
    mutationFn: () => request<WaitingVerification>('POST', path, { body: {} }),
    onSuccess: keep,
    onError: (error) => announceFailure('No mail was sent', error),
  });
  const isConfirmed = person.emailVerifiedAt !== null && person.emailRefusedAt === null;
  const { waiting = null, sendsMail = true } = state.data ?? {};
  return (
    <Panel title="E-mail address">
      <div className={classes.content}>
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
          <strong>{person.email}</strong>
        </p>
        <p style={{ margin: 0 }}>
          <AddressState person={person} />
        </p>
        {waiting && sendsMail && <WaitingNote {...waiting} />}
        {sendsMail ? (
          <div className={classes.buttons}>
            {!isConfirmed && (
              <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
                {waiting?.email === person.email ? 'Send the mail again' : 'Send a mail to confirm it'}
              </Button>
            )}
            <Button variant="default" onClick={() => setChanging(true)}>
              Change address
            </Button>
          </div>
        ) : (
          <p className={classes.intro}>
            No mail server is set up, so an address can be neither confirmed nor changed here. Ask whoever
            runs Leadlight for you.
          </p>
        )}
      </div>
      {changing && (
        <ChangeAddressDialog
          onClose={() => setChanging(false)}
          onSent={(answer) => {
            setChanging(false);
            keep(answer);
            announce('The new address counts once you confirm it.');
          }}
        />
      )}
    </Panel>
  );
}

function AddressState({ person }: { person: Me['person'] }): ReactNode {
  if (person.emailRefusedAt !== null)
    return 'A mail to this address came back. Confirm it again, or change it: you may be missing leads.';
  if (person.emailVerifiedAt === null)
    return 'Not confirmed. Confirm that mails reach you, so that you miss no lead.';
  return (
    <>
      Confirmed on <AbsoluteTime at={person.emailVerifiedAt} dayOnly />
    </>
  );
}

function WaitingNote({ email, expiresAt }: NonNullable<WaitingVerification['waiting']>) {
  return (
    <p role="status" className={classes.intro}>
      A mail to {email} is on its way. Its link works until <AbsoluteTime at={expiresAt} />.
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
      email: (value) => (/^\S+@\S+\.\S+$/u.test(value.trim()) ? null : 'Enter the new e-mail address'),
      password: (value) => (value === '' ? 'Enter your password' : null),
    },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['email', 'password']) });
  const submit = form.onSubmit(
    ({ email, password }) =>
      submission.run(async () => {
        const body = { email: email.trim(), password };
        onSent(await request<WaitingVerification>('POST', path, { body }));
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title="Change your e-mail address"
      submitLabel="Send a mail to the new address"
      submission={submission}
      dirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="New e-mail address"
        description="The present one stays until you confirm the new one."
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
