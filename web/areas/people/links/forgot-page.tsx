import { Anchor, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { PasswordResetAccepted } from '../../../../contract/people/accounts.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { Entrance, EntranceCard, EntranceForm } from '../../../ui/entrance.tsx';
import { Failures, matchField, useSubmission } from '../../../ui/forms/index.ts';
import { strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './accounts.module.css';
import { t } from './catalogue.ts';
import { HomeLink } from './link-states.tsx';

const title = shared('action.forgotPassword');

/** Requests the link that sets a new password. Says the same whether or not there is an account. */
export function ForgotPage() {
  const [sent, setSent] = useState<(PasswordResetAccepted & { email: string }) | null>(null);
  if (sent === null) return <ForgotForm onSent={setSent} />;
  if (!sent.sendsMail) {
    return (
      <Entrance title={title} heading={t('forgot.noMailServer.title')}>
        <EntranceCard role="status">
          <p className={classes.text}>{t('forgot.noMailServer.hint')}</p>
          <HomeLink>{t('forgot.back')}</HomeLink>
        </EntranceCard>
      </Entrance>
    );
  }
  return (
    <Entrance title={title} heading={t('forgot.sent.title')}>
      <EntranceCard role="status">
        <p className={classes.text}>
          {t.rich('forgot.sent.hint', { email: sent.email, minutes: String(sent.validMinutes), b: strong })}
        </p>
        <p className={`${classes.text} ll-muted`}>{t('forgot.sent.nothingCame')}</p>
        <HomeLink>{t('forgot.back')}</HomeLink>
      </EntranceCard>
    </Entrance>
  );
}

function ForgotForm({ onSent }: { onSent: (sent: PasswordResetAccepted & { email: string }) => void }) {
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() === '' ? t('forgot.emailMissing') : null) },
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
    <Entrance title={title} heading={title} description={t('forgot.hint')}>
      <EntranceForm ref={submission.formRef} onSubmit={submit} noValidate>
        <TextInput
          label={words.field.email}
          type="email"
          autoComplete="username"
          withAsterisk
          aria-required
          maxLength={320}
          {...form.getInputProps('email')}
        />
        <Failures sentences={submission.failures} />
        <Button type="submit" loading={submission.sending} fullWidth size="md">
          {t('forgot.submit')}
        </Button>
        <Anchor href="/" size="sm" className={classes.center}>
          {t('forgot.back')}
        </Anchor>
      </EntranceForm>
    </Entrance>
  );
}
