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
import { AbsoluteTime, EmptyState, FieldList, Page, Panel } from '../../ui/index.ts';
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
    <Page title="Email" up={toOutbox}>
      <Loading query={query} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState icon={<IconMailOff size={26} stroke={1.7} />} title="No such email">
      The address may be incomplete, or the email belongs to another organization.
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
        <Panel title="Delivery">
          <Facts mail={mail} />
        </Panel>
        <Panel title="Preview">
          {mail.hidesLink && (
            <p className={`ll-note ${classes.hidden}`}>
              The link is for the recipient only. It isn’t stored, so you see dots here.
            </p>
          )}
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
        { label: 'To', value: mail.to.name ? `${mail.to.name}, ${mail.to.address}` : mail.to.address },
        { label: 'Why this recipient', value: words.mailReason[mail.reason] },
        { label: 'Kind', value: words.mailKind[mail.kind] },
        {
          label: mail.leadCount === 1 ? 'Lead' : 'Leads',
          value: mail.leadCount > 0 ? <Leads mail={mail} /> : undefined,
        },
        { label: 'Written', value: <AbsoluteTime at={mail.createdAt} /> },
        { label: 'Sent', value: mail.sentAt ? <AbsoluteTime at={mail.sentAt} /> : undefined },
        { label: 'Came back', value: mail.returnedAt ? <AbsoluteTime at={mail.returnedAt} /> : undefined },
        { label: 'Next attempt', value: mail.nextTryAt ? <AbsoluteTime at={mail.nextTryAt} /> : undefined },
        { label: 'Attempts', value: mail.attempts > 0 ? mail.attempts : undefined },
        { label: 'Problem', value: mail.problem?.words },
        {
          label: 'The mail server said',
          value: mail.problem?.said ? <code>{mail.problem.said}</code> : undefined,
        },
      ]}
    />
  );
}

function Leads({ mail }: { mail: MailDetails }) {
  const { readLeads } = useMe().permissions;
  const rest = mail.leadCount - mail.leads.length;
  return (
    <ul className="ll-list">
      {mail.leads.map(({ id, customerName, here }) => (
        <li key={id}>
          {here && readLeads ? (
            <Link to="/leads/$leadId" params={{ leadId: id }} className="ll-link">
              <bdi>{customerName ?? 'No company given'}</bdi>
            </Link>
          ) : (
            <bdi>{customerName ?? 'No company given'}</bdi>
          )}
        </li>
      ))}
      {rest > 0 && <li className="ll-muted">and {rest} more</li>}
    </ul>
  );
}

function RetryButton({ mail }: { mail: MailDetails }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => request('POST /api/v1/mails/:id/retry', { params: { id: mail.id } }),
    onSuccess: async (answer) => {
      await adoptAnswer(client, mailKeys.one(mail.id), answer);
      announce('Trying again now.');
    },
    onError: (error) => announceFailure('Not tried again', error),
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
      Try again
    </Button>
  );
}
