import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/client.ts';
import { Entrance, EntranceCard, EntranceForm } from '../../../ui/entrance.tsx';
import { Failures, matchField, useSubmission } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './accounts.module.css';
import { t } from './catalogue.ts';
import { HomeLink, LinkFailure, LinkPending } from './link-states.tsx';
import { findPasswordProblem, NewPasswordField } from './password-field.tsx';

const title = t('reset.title');

/** Sets a new password through the link in an email, then asks to sign in with it. */
export function ResetPage({ token }: { token: string }) {
  const [isSet, setDone] = useState(false);
  const link = useQuery({
    queryKey: ['password-reset', token],
    enabled: !isSet,
    queryFn: ({ signal }) => request('GET /api/v1/password-reset/:token', { params: { token }, signal }),
  });
  if (isSet) {
    return (
      <Entrance title={title} heading={t('reset.done.title')}>
        <EntranceCard role="status">
          <p className={classes.text}>{t('reset.done.hint')}</p>
          <HomeLink>{shared('action.signIn')}</HomeLink>
        </EntranceCard>
      </Entrance>
    );
  }
  if (link.isPending) return <LinkPending title={title} />;
  if (!link.data) {
    return (
      <LinkFailure error={link.error} onRetry={() => void link.refetch()}>
        <Button component="a" href="/forgot-password" fullWidth>
          {t('reset.askAgain')}
        </Button>
      </LinkFailure>
    );
  }
  return <ResetForm token={token} onSet={() => setDone(true)} />;
}

function ResetForm({ token, onSet }: { token: string; onSet: () => void }) {
  const form = useForm({ initialValues: { password: '' }, validate: { password: findPasswordProblem } });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['password']) });
  const submit = form.onSubmit(
    (body) =>
      submission.run(async () => {
        await request('POST /api/v1/password-reset/:token', { params: { token }, body });
        onSet();
      }),
    submission.focusFirstError,
  );
  return (
    <Entrance title={title} heading={title} description={t('reset.hint')}>
      <EntranceForm ref={submission.formRef} onSubmit={submit} noValidate>
        <NewPasswordField label={t('reset.password')} input={form.getInputProps('password')} />
        <Failures sentences={submission.failures} />
        <Button type="submit" loading={submission.sending} fullWidth size="md">
          {t('reset.submit')}
        </Button>
      </EntranceForm>
    </Entrance>
  );
}
