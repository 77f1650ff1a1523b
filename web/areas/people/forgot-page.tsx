import { Anchor, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { PasswordResetAccepted } from '../../../contract/people/accounts.ts';
import { request } from '../../api/client.ts';
import { Entrance, EntranceCard, EntranceForm } from '../../ui/entrance.tsx';
import { Failures, matchField, useSubmission } from '../../ui/forms/index.ts';
import classes from './accounts.module.css';
import { HomeLink } from './link-states.tsx';

const title = 'Forgot your password?';

/** Asks for the link that sets a new password. Says the same whether there is an account or not. */
export function ForgotPage() {
  const [sent, setSent] = useState<(PasswordResetAccepted & { email: string }) | null>(null);
  if (sent === null) return <ForgotForm onSent={setSent} />;
  if (!sent.sendsMail) {
    return (
      <Entrance title={title} heading="This installation doesn’t send email">
        <EntranceCard role="status">
          <p className={classes.text}>
            No mail server is set up, so we can’t send you a link. Ask whoever runs Leadlight for you to set a
            new password.
          </p>
          <HomeLink>Back to sign-in</HomeLink>
        </EntranceCard>
      </Entrance>
    );
  }
  return (
    <Entrance title={title} heading="Check your inbox">
      <EntranceCard role="status">
        <p className={classes.text}>
          If there is an account for <strong>{sent.email}</strong>, we have emailed you a link. It works once,
          for {sent.validMinutes} minutes.
        </p>
        <p className={`${classes.text} ll-muted`}>
          No email after a few minutes? Check your spam folder, and whether your account uses another address.
        </p>
        <HomeLink>Back to sign-in</HomeLink>
      </EntranceCard>
    </Entrance>
  );
}

function ForgotForm({ onSent }: { onSent: (sent: PasswordResetAccepted & { email: string }) => void }) {
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() === '' ? 'Enter your email address' : null) },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['email']) });
  const submit = form.onSubmit(
    ({ email }) =>
      submission.run(async () => {
        const body = { email: email.trim() };
        const accepted = await request('POST /api/v1/password-reset', { body });
        onSent({ ...accepted, email: body.email });
      }),
    submission.focusFirstError,
  );
  return (
    <Entrance title={title} heading={title} description="We’ll email you a link to choose a new one.">
      <EntranceForm ref={submission.formRef} onSubmit={submit} noValidate>
        <TextInput
          label="Email address"
          type="email"
          autoComplete="username"
          withAsterisk
          aria-required
          maxLength={320}
          {...form.getInputProps('email')}
        />
        <Failures sentences={submission.failures} />
        <Button type="submit" loading={submission.sending} fullWidth size="md">
          Send the link
        </Button>
        <Anchor href="/" size="sm" className={classes.center}>
          Back to sign-in
        </Anchor>
      </EntranceForm>
    </Entrance>
  );
}
