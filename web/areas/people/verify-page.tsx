import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../../contract/identity/identity.ts';
import type { VerificationOffer } from '../../../contract/people/accounts.ts';
import { explainError, request } from '../../api/client.ts';
import { Entrance, EntranceCard } from '../../ui/entrance.tsx';
import { SignInBox } from '../identity/index.ts';
import classes from './accounts.module.css';
import { HomeLink, LinkFailure, LinkPending } from './link-states.tsx';

const title = 'Confirm your email address';

/** Confirms an address by the link of a mail; opening the page changes nothing, its button does. */
export function VerifyPage({ token, me }: { token: string; me: Me | null }) {
  const path = `/api/v1/email-verification/${token}`;
  const confirm = useMutation({ mutationFn: () => request<void>('POST', path) });
  const link = useQuery({
    queryKey: ['me', 'email-verification', token],
    enabled: !confirm.isSuccess,
    queryFn: ({ signal }) => request<VerificationOffer>('GET', path, { signal }),
  });
  if (link.isPending) return <LinkPending title={title} />;
  if (confirm.isSuccess && link.data) return <Confirmed email={link.data.email} />;
  if (link.isError) return <LinkFailure error={link.error} onRetry={() => void link.refetch()} />;
  const { email, isChange } = link.data;
  if (me === null) {
    return (
      <Entrance
        title={title}
        heading="Sign in to confirm the address"
        description={
          isChange
            ? `Then ${email} becomes the address of your account. Sign in with your current one.`
            : `Then confirm that ${email} is yours.`
        }
      >
        <SignInBox />
      </Entrance>
    );
  }
  return (
    <Entrance title={title} heading={title}>
      <EntranceCard>
        <p className={classes.text}>
          {isChange ? (
            <>
              <strong>{email}</strong> becomes the address of your account, in place of {me.person.email}. You
              sign in with it from then on.
            </>
          ) : (
            <>
              Confirm that <strong>{email}</strong> is yours, so that your leads reach you.
            </>
          )}
        </p>
        {confirm.isError && <p role="alert">{explainError(confirm.error)}</p>}
        <Button onClick={() => confirm.mutate()} loading={confirm.isPending} fullWidth size="md">
          Confirm this address
        </Button>
      </EntranceCard>
    </Entrance>
  );
}

function Confirmed({ email }: { email: string }) {
  return (
    <Entrance title={title} heading="The address is confirmed">
      <EntranceCard role="status">
        <p className={classes.text}>
          Emails from Leadlight reach you at <strong>{email}</strong>.
        </p>
        <HomeLink>Open Leadlight</HomeLink>
      </EntranceCard>
    </Entrance>
  );
}
