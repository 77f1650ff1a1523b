import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Me } from '../../../../contract/identity/identity.ts';
import { ApiError, explainError } from '../../../api/client.ts';
import { signOut } from '../../../api/session.ts';
import { Entrance, EntranceCard } from '../../../ui/entrance.tsx';
import { announceFailure } from '../../../ui/forms/index.ts';
import { strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './accounts.module.css';
import { t } from './catalogue.ts';

/** Leads into the app, or to its sign-in page. */
export function HomeLink({ children }: { children: ReactNode }) {
  return (
    <Button component="a" href="/" variant="default" fullWidth>
      {children}
    </Button>
  );
}

/** Shown while the link is being looked up. */
export function LinkPending({ title }: { title: string }) {
  return (
    <Entrance title={title} heading={title}>
      <EntranceCard aria-busy>
        <Skeleton height={18} width="80%" />
        <Skeleton height={36} />
        <Skeleton height={42} />
      </EntranceCard>
    </Entrance>
  );
}

interface LinkFailureProps {
  error: unknown;
  onRetry: () => void;
  /** What else to do, such as asking for another link. */
  children?: ReactNode;
}

/** Says why the link doesn't work, in the server's words, and what to do. */
export function LinkFailure({ error, onRetry, children }: LinkFailureProps) {
  const isOver = error instanceof ApiError && (error.status === 410 || error.status === 404);
  const heading = isOver ? t('link.over') : shared('pageFailed');
  return (
    <Entrance title={heading} heading={heading}>
      <EntranceCard>
        <p role="alert" className={classes.text}>
          {explainError(error)}
        </p>
        {isOver ? children : <Button onClick={onRetry}>{shared('action.tryAgain')}</Button>}
        <HomeLink>{t('link.goHome')}</HomeLink>
      </EntranceCard>
    </Entrance>
  );
}

/** Shown when someone other than the person the link is for is signed in. */
export function OtherPerson({ me, children }: { me: Me; children: ReactNode }) {
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => signOut(client, { keepDrafts: true }),
    onError: (error) => announceFailure(t('link.stillSignedIn'), error),
  });
  return (
    <EntranceCard>
      <p className={classes.text}>
        {t.rich('link.signedInAs', {
          name: me.person.name,
          email: me.person.email,
          b: strong,
          reason: () => <>{children}</>,
        })}
      </p>
      <Button onClick={() => leave.mutate()} loading={leave.isPending} fullWidth size="md">
        {t('link.signOut')}
      </Button>
      <HomeLink>{t('link.stay', { name: me.person.name })}</HomeLink>
    </EntranceCard>
  );
}

/** Compares addresses, ignoring case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
