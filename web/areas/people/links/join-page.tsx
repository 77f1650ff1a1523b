import { Anchor, Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../../contract/identity/identity.ts';
import type { InvitationAcceptance, InvitationOffer } from '../../../../contract/people/accounts.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { Stack } from '../../../ui/content/index.ts';
import { Entrance, EntranceForm } from '../../../ui/entrance.tsx';
import { appLanguage } from '../../../ui/format.ts';
import { Failures, matchField, useSubmission } from '../../../ui/forms/index.ts';
import { strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './accounts.module.css';
import { t } from './catalogue.ts';
import { isSameAddress, LinkFailure, LinkPending, OtherPerson } from './link-states.tsx';
import { findPasswordProblem, NewPasswordField } from './password-field.tsx';

interface JoinPageProps {
  token: string;
  me: Me | null;
}

/** Accepts an invitation, with a new account or the one that the address already has. */
export function JoinPage({ token, me }: JoinPageProps) {
  const offer = useQuery({
    queryKey: ['me', 'invitation', token],
    queryFn: ({ signal }) => request('GET /api/v1/invitations/by-link/:token', { params: { token }, signal }),
  });
  if (offer.isPending) return <LinkPending title={t('join.pending')} />;
  // Once there is an offer, a refetch that fails doesn't take the form away.
  if (!offer.data) return <LinkFailure error={offer.error} onRetry={() => void offer.refetch()} />;
  const title = t('join.title', { organization: offer.data.organizationName });
  return (
    <Entrance title={title} heading={title} description={describeOffer(offer.data)}>
      <JoinForm offer={offer.data} token={token} me={me} />
    </Entrance>
  );
}

function describeOffer({ roles, locationName: location, invitedBy: name }: InvitationOffer): string {
  const names = new Intl.ListFormat(appLanguage).format(roles.map((role) => words.role[role]));
  return location === null
    ? t('join.invitedAs', { name, roles: names })
    : t('join.invitedAsFor', { name, roles: names, location });
}

interface JoinFormProps {
  offer: InvitationOffer;
  token: string;
  me: Me | null;
}

function JoinForm({ offer, token, me }: JoinFormProps) {
  if (me && !isSameAddress(me.person.email, offer.email)) {
    return <OtherPerson me={me}>{t.rich('join.forAnother', { email: offer.email, b: strong })}</OtherPerson>;
  }
  if (me !== null || offer.hasAccount) {
    return <KnownAccountForm offer={offer} token={token} isSignedIn={me !== null} />;
  }
  if (offer.hasAccount === false) return <NewAccountForm offer={offer} token={token} />;
  return <EitherForm offer={offer} token={token} />;
}

/** Whether there is an account is not told: whoever opens the link knows. */
function EitherForm({ offer, token }: Omit<JoinFormProps, 'me'>) {
  const [way, setWay] = useState<'new' | 'known'>('new');
  return (
    <Stack>
      <SegmentedControl
        fullWidth
        aria-label={t('join.way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'new', label: t('join.newHere') },
          { value: 'known', label: t('join.haveAccount') },
        ]}
      />
      {way === 'new' ? (
        <NewAccountForm offer={offer} token={token} />
      ) : (
        <KnownAccountForm offer={offer} token={token} isSignedIn={false} />
      )}
    </Stack>
  );
}

/** The next page is loaded afresh, as the person who joined. */
async function accept(token: string, body: InvitationAcceptance): Promise<void> {
  await request('POST /api/v1/invitations/by-link/:token/acceptance', { params: { token }, body });
  window.location.replace('/');
}

function NewAccountForm({ offer, token }: Omit<JoinFormProps, 'me'>) {
  const form = useForm({
    initialValues: { name: offer.name, password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? shared('nameMissing') : null),
      password: findPasswordProblem,
    },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['name', 'password']) });
  const submit = form.onSubmit(
    ({ name, password }) => submission.run(() => accept(token, { name: name.trim(), password })),
    submission.focusFirstError,
  );
  return (
    <EntranceForm ref={submission.formRef} onSubmit={submit} noValidate>
      <AddressField email={offer.email} />
      <TextInput
        label={t('join.name')}
        autoComplete="name"
        withAsterisk
        aria-required
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <NewPasswordField label={t('join.newPassword')} input={form.getInputProps('password')} />
      <Failures sentences={submission.failures} />
      <Button type="submit" loading={submission.sending} fullWidth size="md">
        {t('join.createAccount')}
      </Button>
    </EntranceForm>
  );
}

function KnownAccountForm({ offer, token, isSignedIn }: Omit<JoinFormProps, 'me'> & { isSignedIn: boolean }) {
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (isSignedIn || value !== '' ? null : shared('passwordMissing')) },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['password']) });
  const submit = form.onSubmit(
    ({ password }) => submission.run(() => accept(token, isSignedIn ? {} : { password })),
    submission.focusFirstError,
  );
  return (
    <EntranceForm ref={submission.formRef} onSubmit={submit} noValidate>
      <p className={classes.text}>{isSignedIn ? t('join.signedInHint') : t('join.signInHint')}</p>
      <AddressField email={offer.email} />
      {!isSignedIn && (
        <PasswordInput
          label={shared('password')}
          autoComplete="current-password"
          withAsterisk
          aria-required
          maxLength={1024}
          {...form.getInputProps('password')}
        />
      )}
      <Failures sentences={submission.failures} />
      <Button type="submit" loading={submission.sending} fullWidth size="md">
        {isSignedIn ? t('join.title', { organization: offer.organizationName }) : t('join.signIn')}
      </Button>
      {!isSignedIn && (
        <Anchor href="/forgot-password" size="sm" className={classes.center}>
          {shared('action.forgotPassword')}
        </Anchor>
      )}
    </EntranceForm>
  );
}

/** Whose account it is; password managers store the password under this name. */
function AddressField({ email }: { email: string }) {
  return <TextInput label={words.field.email} type="email" autoComplete="username" readOnly value={email} />;
}
