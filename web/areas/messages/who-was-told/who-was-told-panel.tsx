import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeadNotice } from '../../../../contract/mail/mail.ts';
import { words } from '../../../../contract/words.ts';
import { explainError, request } from '../../../api/client.ts';
import { peopleQuery, useMe } from '../../../api/queries.ts';
import { ErrorNote } from '../../../ui/content/index.ts';
import { Panel, RelativeTime } from '../../../ui/index.ts';
import { absolute } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './who-was-told.module.css';

const noticesQuery = (leadId: string, personId?: string) => ({
  queryKey: ['leads', 'one', leadId, 'notices', personId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request('GET /api/v1/leads/:id/notices', { params: { id: leadId }, query: { personId }, signal }),
});

/** Notifications about the lead: who got one, how, and why someone did not (NT-4). */
export function WhoWasToldPanel({ leadId }: { leadId: string }) {
  const query = useQuery(noticesQuery(leadId));
  return (
    <Panel
      title={shared('section.notifications')}
      folded={query.data?.items.length === 0 ? shared('none') : undefined}
    >
      {query.isPending && <Skeleton height={16} width="70%" my={4} aria-busy />}
      {query.isError && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Notices items={query.data.items} />}
      {query.data && <Why leadId={leadId} />}
    </Panel>
  );
}

function Notices({ items }: { items: LeadNotice[] }) {
  const { readOutbox } = useMe().permissions;
  if (items.length === 0) return <p className="ll-note">{t('nobody')}</p>;
  return (
    <ul className="ll-list">
      {items.map((item) => (
        <li key={`${item.kind} ${item.to.name} ${item.at} ${item.words}`} className={classes.item}>
          <span className={classes.who}>
            {item.to.name} <span className={`ll-small ${classes.kind}`}>{words.mailKind[item.kind]}</span>
          </span>
          <span className="ll-small">
            {item.words} {item.why && `${item.why}.`}
          </span>
          <span className="ll-small">
            <RelativeTime at={item.at} />
            {item.digestAt && <> · {t.rich('due', { when: absolute(item.digestAt) })}</>}
            {item.mailId && readOutbox && (
              <>
                {' '}
                ·{' '}
                <Link to="/outbox/$mailId" params={{ mailId: item.mailId }} className="ll-link">
                  {t('viewEmail')}
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Answers why someone was, or was not, notified. */
function Why({ leadId }: { leadId: string }) {
  const me = useMe();
  const [personId, setPersonId] = useState('');
  const colleagues = useQuery(peopleQuery).data ?? [];
  const others = colleagues.filter((one) => one.id !== me.person.id);
  const query = useQuery({ ...noticesQuery(leadId, personId), enabled: personId !== '' });
  return (
    <div className={classes.why}>
      <label className={classes.ask}>
        {t('why.question')}
        <select
          className={classes.select}
          value={personId}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        >
          <option value="">{t('why.choose')}</option>
          <option value={me.person.id}>{shared('you')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p className={classes.answer} role="status">
        {query.isError ? explainError(query.error) : query.data?.answer?.words}
      </p>
    </div>
  );
}
