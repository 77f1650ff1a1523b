import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { type QuarantineState, quarantineStates } from '../../../../contract/enums.ts';
import type { SuspectedSubmission } from '../../../../contract/quarantine.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import {
  EmptyState,
  ErrorState,
  NoPermission,
  Page,
  Panel,
  RelativeTime,
  RowsSkeleton,
  ShowMore,
} from '../../../ui/index.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import classes from './quarantine.module.css';
import { quarantineKeys, readPage } from './quarantine-data.ts';

const description =
  'Form submissions that look like spam. Release genuine requests and they become leads; confirmed spam trains the filter. Undecided submissions are deleted on the date shown.';

const empty: Record<QuarantineState, { title: string; text: string }> = {
  suspected: {
    title: 'Nothing to decide',
    text: 'Submissions that look like spam wait here until you release them or confirm the spam.',
  },
  released: {
    title: 'Nothing released yet',
    text: 'What you release is listed here, with the lead it became.',
  },
  spam: {
    title: 'No confirmed spam yet',
    text: 'What you confirm as spam is listed here. You can undo it.',
  },
};

/** The operator's quarantine of suspected spam (IN-7). */
export function QuarantinePage() {
  const { permissions } = useMe();
  const { state = 'suspected' } = useSearch({ from: '/quarantine' });
  if (!permissions.decideQuarantine) return <MayNotDecide />;
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
      <NoPermission title="Your role can’t see the quarantine">
        The operator’s {words.role['operator-admin']} decides on suspected spam.
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
  if (query.isPending) return <RowsSkeleton rows={6} height={66} />;
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
      <ShowMore pages={query} onFailure={(error) => announceFailure('No more could be loaded', error)} />
    </>
  );
}

/** A list of links; j and k move through it as in the list of leads. */
function SubmissionList({ items }: { items: SuspectedSubmission[] }) {
  const list = useRef<HTMLUListElement>(null);
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const index = links.findIndex((link) => link.matches(':focus'));
    links[index + step]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return (
    <ul className={classes.list} ref={list}>
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
