import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DemoPeople } from '../../../../contract/demo/endpoints.ts';
import { fieldWords } from '../../../../contract/leads/field-words.ts';
import { ApiError, explainError, request } from '../../../api/client.ts';
import { signIn } from '../../../api/session.ts';
import { Entrance, EntranceForm } from '../../../ui/entrance.tsx';
import { interfaceLocale } from '../../../ui/use-locale.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './sign-in.module.css';

/** Says why signing in failed, and when to try again. */
function explainSignIn(error: unknown, now: number): string {
  if (!(error instanceof ApiError)) return explainError(error);
  if (error.problem.code === 'wrong-credentials') {
    return t('failure.wrong');
  }
  if (error.status !== 429) return explainError(error);
  const seconds = error.problem.retryAfterSeconds ?? 15 * 60;
  const at = new Intl.DateTimeFormat(interfaceLocale(), { timeStyle: 'short' }).format(now + seconds * 1000);
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return t('failure.tooMany', { at, minutes: String(minutes) });
}

/** Sign in with email and password. */
export function SignInPage() {
  return (
    <Entrance title={shared('action.signIn')} heading={t('page.heading')} description={t('page.description')}>
      <SignInBox />
    </Entrance>
  );
}

/** Signs in on any page; the page then continues as the person. */
export function SignInBox() {
  const client = useQueryClient();
  return <SignInChoices enter={(email, password) => signIn(client, email, password)} />;
}

interface SignInChoicesProps {
  enter: (email: string, password: string) => Promise<unknown>;
  /** The address to start with. */
  email?: string;
}

/** Email and password; in the demo also a list of its people. */
export function SignInChoices({ enter: signInWith, email }: SignInChoicesProps) {
  const enter = useMutation({
    mutationFn: (given: { email: string; password: string }) => signInWith(given.email, given.password),
  });
  return (
    <>
      <SignInForm
        startEmail={email ?? ''}
        pending={enter.isPending}
        error={enter.isError ? explainSignIn(enter.error, enter.submittedAt) : null}
        onSubmit={(email, password) => enter.mutate({ email, password })}
      />
      <DemoSignIn
        disabled={enter.isPending}
        onChoose={(email, password) => enter.mutate({ email, password })}
      />
    </>
  );
}

interface FormProps {
  startEmail: string;
  pending: boolean;
  error: string | null;
  onSubmit: (email: string, password: string) => void;
}

function SignInForm({ startEmail, pending, error, onSubmit }: FormProps) {
  const [email, setEmail] = useState(startEmail);
  const [password, setPassword] = useState('');
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) message.current?.focus();
  }, [error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(email.trim(), password);
  }

  return (
    <EntranceForm onSubmit={submit}>
      {error && (
        <div ref={message} tabIndex={-1} role="alert" className={classes.error}>
          {error}
        </div>
      )}
      <TextInput
        label={fieldWords.email}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={shared('password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus={startEmail !== '' || undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={pending} fullWidth size="md">
        {shared('action.signIn')}
      </Button>
      <Anchor
        href="/forgot-password"
        target={startEmail === '' ? undefined : '_blank'}
        size="sm"
        className={classes.forgot}
      >
        {shared('action.forgotPassword')}
      </Anchor>
    </EntranceForm>
  );
}

async function loadDemoPeople(signal: AbortSignal): Promise<DemoPeople | null> {
  try {
    return await request('GET /api/v1/demo-people', { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

function DemoSignIn({
  disabled,
  onChoose,
}: {
  disabled: boolean;
  onChoose: (email: string, password: string) => void;
}) {
  const demo = useQuery({
    queryKey: ['demo-people'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => loadDemoPeople(signal),
  });
  if (!demo.data || demo.data.items.length === 0) return null;
  const { items, password } = demo.data;
  return (
    <section className={classes.demoPeople} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('demo.heading')}</h2>
      <p className="ll-muted">{t('demo.hint')}</p>
      <ul>
        {items.map((person) => (
          <li key={person.email}>
            <button type="button" disabled={disabled} onClick={() => onChoose(person.email, password)}>
              <span className={classes.demoName}>{t('demo.signInAs', { name: person.name })}</span>
              <span className="ll-muted">
                {person.role} · {person.organization}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
