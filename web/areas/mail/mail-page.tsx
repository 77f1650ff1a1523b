import { Button } from '@mantine/core';
import { IconMailOff, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MailDetails } from '../../../contract/mail/mail.ts';
import { words } from '../../../contract/words.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import { Columns, Loading } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { AbsoluteTime, EmptyState, FieldList, formatNumber, Page, Panel, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MailPreview } from './mail-preview.tsx';
import { MailStateBadge } from './mail-state.tsx';
import classes from './outbox.module.css';
import { mailKeys, mailQuery } from './outbox-data.ts';
import { MayNotRead, toOutbox } from './outbox-page.tsx';

/** One email: its delivery, its recipient and the reason for them, and a preview (NT-4). */
export function MailPage() {
  const { permissions } = useMe();
  return permissions.readOutbox ? <LoadedMail /> : <MayNotRead />;
}

function LoadedMail() {
  const { mailId } = useParams({ from: '/outbox/$mailId' });
  const query = useQuery(mailQuery(mailId));
  if (query.data) return <Mail mail={query.data} />;
  return (
    <Page title={t('mail.title')} up={toOutbox}>
      <Loading query={query} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState icon={<IconMailOff size={26} stroke={1.7} />} title={t('mail.missing')}>
      {t('mail.missingHint')}
    </EmptyState>
  );
}

function Mail({ mail }: { mail: MailDetails }) {
  return (
    <Page
      title={mail.subject}
      up={toOutbox}
      description={<MailStateBadge mail={mail} />}
      actions={mail.canRetry && <RetryButton mail={mail} />}
    >
      <Columns split="second">
        <Panel title={t('mail.delivery')}>
          <Facts mail={mail} />
        </Panel>
        <Panel title={t('mail.preview')}>
          {mail.hidesLink && <p className={`ll-note ${classes.hidden}`}>{t('mail.hiddenLink')}</p>}
          <MailPreview mail={mail} />
        </Panel>
      </Columns>
    </Page>
  );
}

function Facts({ mail }: { mail: MailDetails }) {
  return (
    <FieldList
      fields={[
        {
          label: t('mail.to'),
          value: mail.to.name
            ? t('mail.recipient', { name: mail.to.name, address: mail.to.address })
            : mail.to.address,
        },
        { label: t('mail.reason'), value: words.mailReason[mail.reason] },
        { label: t('mail.kind'), value: words.mailKind[mail.kind] },
        {
          label: t('mail.leads', { count: mail.leadCount }),
          value: mail.leadCount > 0 ? <Leads mail={mail} /> : undefined,
        },
        { label: t('mail.written'), value: <AbsoluteTime at={mail.createdAt} /> },
        { label: words.field.sent, value: mail.sentAt ? <AbsoluteTime at={mail.sentAt} /> : undefined },
        {
          label: t('mail.cameBack'),
          value: mail.returnedAt ? <AbsoluteTime at={mail.returnedAt} /> : undefined,
        },
        {
          label: t('mail.nextAttempt'),
          value: mail.nextTryAt ? <AbsoluteTime at={mail.nextTryAt} /> : undefined,
        },
        { label: t('mail.attempts'), value: mail.attempts > 0 ? mail.attempts : undefined },
        { label: t('mail.problem'), value: mail.problem?.words },
        {
          label: t('mail.said'),
          value: mail.problem?.said ? <code>{mail.problem.said}</code> : undefined,
        },
      ]}
    />
  );
}

function Leads({ mail }: { mail: MailDetails }) {
  const { readLeads } = useMe().permissions;
  const { locale } = useLocale();
  const rest = mail.leadCount - mail.leads.length;
  return (
    <ul className="ll-list">
      {mail.leads.map(({ id, customerName, here }) => (
        <li key={id}>
          {here && readLeads ? (
            <Link to="/leads/$leadId" params={{ leadId: id }} className="ll-link">
              <bdi>{customerName ?? shared('unnamedCustomer')}</bdi>
            </Link>
          ) : (
            <bdi>{customerName ?? shared('unnamedCustomer')}</bdi>
          )}
        </li>
      ))}
      {rest > 0 && <li className="ll-muted">{t('mail.moreLeads', { count: formatNumber(rest, locale) })}</li>}
    </ul>
  );
}

function RetryButton({ mail }: { mail: MailDetails }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => request('POST /api/v1/mails/:id/retry', { params: { id: mail.id } }),
    onSuccess: async (answer) => {
      await adoptAnswer(client, mailKeys.one(mail.id), answer);
      announce(t('mail.retrying'));
    },
    onError: (error) => announceFailure(t('mail.notRetried'), error),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: mailKeys.all });
      void client.invalidateQueries({ queryKey: ['action-center'] });
    },
  });
  return (
    <Button
      leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate()}
    >
      {shared('action.tryAgain')}
    </Button>
  );
}
