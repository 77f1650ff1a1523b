import { Button } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AccessLogEntry, AccessLogPage } from '../../../contract/identity.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { AbsoluteTime, EmptyState, ErrorState, NoValue, Panel } from '../../ui/index.ts';
import { announceFailure } from '../lead-details/index.ts';
import { wordAccess } from './access-words.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import classes from './settings.module.css';

const pageSize = 50;
const shownLeads = 5;

/** Who read or changed which leads (ID-7), the latest first. */
export function AccessLogSection() {
  const log = useInfiniteQuery({
    queryKey: queryKeys.accessLog,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<AccessLogPage>('GET', '/api/v1/access-log', {
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  const readMore = async () => {
    const result = await log.fetchNextPage();
    if (result.isFetchNextPageError) announceFailure('No more entries could be loaded', result.error);
  };
  return (
    <Panel title="Access log" flush>
      {log.isPending && <ListSkeleton rows={6} />}
      {log.isError && entries.length === 0 && (
        <ErrorState error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.isSuccess && entries.length === 0 && (
        <EmptyState icon={<IconListSearch size={26} stroke={1.7} />} title="Nothing yet">
          Every reading of contact details and every change of a lead is written down here.
        </EmptyState>
      )}
      {entries.length > 0 && <LogTable entries={entries} />}
      {log.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void readMore()}>
            Show more
          </Button>
        </div>
      )}
    </Panel>
  );
}

function LogTable({ entries }: { entries: AccessLogEntry[] }) {
  return (
    <table className={classes.logTable}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Leads</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <AbsoluteTime at={entry.at} />
            </td>
            <td>{entry.actor}</td>
            <td>{wordAccess(entry)}</td>
            <td>
              <LeadLinks leadIds={entry.leadIds} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The leads of an entry by the end of their id, which is what tells them apart. */
function LeadLinks({ leadIds }: { leadIds: string[] }) {
  if (leadIds.length === 0) return <NoValue label="None" />;
  const more = leadIds.length - shownLeads;
  return (
    <span className={classes.logLeads}>
      {leadIds.slice(0, shownLeads).map((leadId) => (
        <Link
          key={leadId}
          to="/leads/$leadId"
          params={{ leadId }}
          title={leadId}
          className="ll-link ll-numbers"
        >
          …{leadId.slice(-6)}
        </Link>
      ))}
      {more > 0 && <span className="ll-muted">and {more} more</span>}
    </span>
  );
}
