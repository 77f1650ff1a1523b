import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { type QuarantineState, quarantineStates } from '../../../../contract/intake/lists.ts';
import type { SuspectedSubmission } from '../../../../contract/intake/quarantine.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { ForbiddenPage, List, LoadedPages, RowsSkeleton, useLinkKeys } from '../../../ui/content/index.ts';
import { EmptyState, Page, Panel, RelativeTime } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './quarantine.module.css';
import { quarantineKeys, readPage } from './quarantine-data.ts';

/** The operator's quarantine of suspected spam (IN-7). */
export function QuarantinePage() {
  const { permissions } = useMe();
  const { state = 'suspected' } = useSearch({ from: '/quarantine' });
  if (!permissions.decideQuarantine) return <MayNotDecide />;
  return (
    <Page title={shared('title.quarantine')} description={t('list.description')}>
      <nav className={`ll-tabs ${classes.tabs}`} aria-label={t('list.which')}>
        {quarantineStates.map((one) => (
          <Link
            key={one}
            to="/quarantine"
            search={one === 'suspected' ? {} : { state: one }}
            className="ll-tab"
            activeOptions={{ exact: true, explicitUndefined: true }}
            aria-current={one === state ? 'page' : undefined}
          >
            {words.quarantineState[one]}
          </Link>
        ))}
      </nav>
      <Panel flush>
        <Submissions key={state} state={state} />
      </Panel>
    </Page>
  );
}

/** For people whose role cannot decide about spam. */
export function MayNotDecide() {
  return (
    <ForbiddenPage title={shared('title.quarantine')} message={t('forbidden.title')}>
      {t('forbidden.text', { role: words.role['operator-admin'] })}
    </ForbiddenPage>
  );
}

function Submissions({ state }: { state: QuarantineState }) {
  const query = useInfiniteQuery({
    queryKey: quarantineKeys.list(state),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => readPage(state, pageParam, signal),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <LoadedPages
      query={query}
      loading={<RowsSkeleton rows={6} height={66} />}
      empty={
        <EmptyState icon={<IconShieldCheck size={26} stroke={1.7} />} title={t(`list.empty.${state}.title`)}>
          {t(`list.empty.${state}.text`)}
        </EmptyState>
      }
    >
      {(items) => <SubmissionList items={items} />}
    </LoadedPages>
  );
}

/** A list of links; j and k move through it as in the list of leads. */
function SubmissionList({ items }: { items: SuspectedSubmission[] }) {
  const list = useRef<HTMLUListElement>(null);
  useLinkKeys(list);
  return (
    <List ref={list}>
      {items.map((item) => (
        <li key={item.id}>
          <Row item={item} />
        </li>
      ))}
    </List>
  );
}

function Row({ item }: { item: SuspectedSubmission }) {
  const about = { partner: item.partner.name, page: item.page.title };
  return (
    <Link to="/quarantine/$submissionId" params={{ submissionId: item.id }}>
      <span>
        {item.name ?? t('noName')}
        {item.company && `, ${item.company}`}
      </span>
      <span className="ll-small">
        <RelativeTime at={item.receivedAt} />
      </span>
      <span className={classes.excerpt}>
        {item.excerpt ? t('list.aboutWithExcerpt', { ...about, excerpt: item.excerpt }) : t('about', about)}
      </span>
      <ul className={`ll-list ${classes.signals}`} aria-label={t('whySuspected')}>
        {item.signals.map((signal) => (
          <li key={signal}>{words.formSignal[signal]}</li>
        ))}
      </ul>
    </Link>
  );
}
