import { Button, Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { type QuarantineState, quarantineStates } from '../../../contract/enums.ts';
import type { SuspectedSubmission } from '../../../contract/quarantine.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/queries.ts';
import { EmptyState, ErrorState, NoPermission, Page, Panel, RelativeTime } from '../../ui/index.ts';
import { announceFailure } from '../lead-details/index.ts';
import classes from './quarantine.module.css';
import { quarantineKeys, readPage, seesQuarantine } from './quarantine-data.ts';

const description =
  'Submissions of the public forms that look like spam. A released one becomes a lead of its partner; what you confirm as spam teaches the score. What nobody decides on is removed in the end: each says when.';

const empty: Record<QuarantineState, { title: string; text: string }> = {
  suspected: {
    title: 'Nothing to decide',
    text: 'Submissions that look like spam wait here until you release them or confirm that they are spam.',
  },
  released: {
    title: 'Nothing released yet',
    text: 'What you release is listed here, with the lead it became.',
  },
  spam: {
    title: 'No confirmed spam yet',
    text: 'What you confirm as spam is listed here, and can be taken back.',
  },
};

/** The operator's quarantine of suspected spam (IN-7). */
export function QuarantinePage() {
  const me = useMe();
  const { state = 'suspected' } = useSearch({ from: '/quarantine' });
  if (!seesQuarantine(me)) return <MayNotDecide />;
  return (
    <Page title="Quarantine" description={description}>
      <nav className={`ll-tabs ${classes.tabs}`} aria-label="Which submissions">
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

/** For people whose role does not decide about spam. */
export function MayNotDecide() {
  return (
    <Page title="Quarantine">
      <NoPermission title="Your role does not show the quarantine">
        Suspected spam is decided by the role {words.role['operator-admin']} of the operator.
      </NoPermission>
    </Page>
  );
}

function Submissions({ state }: { state: QuarantineState }) {
  const query = useInfiniteQuery({
    queryKey: quarantineKeys.list(state),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => readPage(state, pageParam, signal),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const readMore = async () => {
    const result = await query.fetchNextPage();
    if (result.isFetchNextPageError) announceFailure('No more could be loaded', result.error);
  };
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && items.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconShieldCheck size={26} stroke={1.7} />} title={empty[state].title}>
        {empty[state].text}
      </EmptyState>
    );
  }
  return (
    <>
      <SubmissionList items={items} />
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void readMore()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

/** A list of links; j and k move through it as in the list of leads. */
function SubmissionList({ items }: { items: SuspectedSubmission[] }) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const index = links.findIndex((link) => link.matches(':focus'));
    links[index + step]?.focus();
  };
  return (
    <ul className={classes.list} ref={list} onKeyDown={move}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          <Row item={item} />
        </li>
      ))}
    </ul>
  );
}

function Row({ item }: { item: SuspectedSubmission }) {
  const name = item.name ?? 'Contact details removed';
  return (
    <Link to="/quarantine/$submissionId" params={{ submissionId: item.id }} className={classes.link}>
      <span className={classes.name}>
        {name}
        {item.company && `, ${item.company}`}
      </span>
      <span className={classes.when}>
        <RelativeTime at={item.receivedAt} />
      </span>
      <span className={classes.excerpt}>
        For {item.partner.name}, about {item.page.title}
        {item.excerpt && `: ${item.excerpt}`}
      </span>
      <ul className={classes.signals} aria-label="Why it is suspected">
        {item.signals.map((signal) => (
          <li key={signal}>{words.formSignal[signal]}</li>
        ))}
      </ul>
    </Link>
  );
}

function ListSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy>
      {Array.from({ length: 6 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={row} height={66} mb={8} radius="sm" />
      ))}
    </div>
  );
}
