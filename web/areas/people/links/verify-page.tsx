import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../../../contract/identity/identity.ts';
import { explainError, request } from '../../../api/client.ts';
import { Entrance, EntranceCard } from '../../../ui/entrance.tsx';
import { strong } from '../../../ui/rich-text.tsx';
import { SignInBox } from '../../identity/index.ts';
import classes from './accounts.module.css';
import { t } from './catalogue.ts';
import { HomeLink, LinkFailure, LinkPending } from './link-states.tsx';

const title = t('verify.title');

/** Confirms an address through the link in an email. Opening the page changes nothing; its button does. */
export function VerifyPage({ token, me }: { token: string; me: Me | null }) {
  const confirm = useMutation({
    mutationFn: () => request('POST /api/v1/email-verification/:token', { params: { token } }),
  });
  const link = useQuery({
    queryKey: ['me', 'email-verification', token],
    enabled: !confirm.isSuccess,
    queryFn: ({ signal }) => request('GET /api/v1/email-verification/:token', { params: { token }, signal }),
  });
  if (link.isPending) return <LinkPending title={title} />;
  if (confirm.isSuccess && link.data) return <Confirmed email={link.data.email} />;
  if (link.isError) return <LinkFailure error={link.error} onRetry={() => void link.refetch()} />;
  const { email, isChange } = link.data;
  if (me === null) {
    return (
      <Entrance
        title={title}
        heading={t('verify.signInFirst')}
        description={
          isChange ? t('verify.signInToChange', { email }) : t('verify.signInToConfirm', { email })
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
          {isChange
            ? t.rich('verify.becomes', { email, current: me.person.email, b: strong })
            : t.rich('verify.confirmYours', { email, b: strong })}
        </p>
        {confirm.isError && <p role="alert">{explainError(confirm.error)}</p>}
        <Button onClick={() => confirm.mutate()} loading={confirm.isPending} fullWidth size="md">
          {t('verify.confirm')}
        </Button>
      </EntranceCard>
    </Entrance>
  );
}

function Confirmed({ email }: { email: string }) {
  return (
    <Entrance title={title} heading={t('verify.confirmed')}>
      <EntranceCard role="status">
        <p className={classes.text}>{t.rich('verify.reachesYou', { email, b: strong })}</p>
        <HomeLink>{t('verify.open')}</HomeLink>
      </EntranceCard>
    </Entrance>
  );
}
