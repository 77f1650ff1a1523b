import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AccessLogEntry, AccessLogPage } from '../../../contract/identity.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { announceFailure } from '../../ui/forms/index.ts';
import { AbsoluteTime, EmptyState, ErrorState, NoValue, Panel, ShowMore } from '../../ui/index.ts';
import { ListSkeleton } from '../../ui/sections/list-skeleton.tsx';
import classes from '../../ui/sections/sections.module.css';
import { wordAccess } from './access-words.ts';

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
  return (
    <Panel title="Access log" flush>
      {log.isPending && <ListSkeleton rows={6} />}
      {log.isError && entries.length === 0 && (
        <ErrorState error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.isSuccess && entries.length === 0 && (
        <EmptyState icon={<IconListSearch size={26} stroke={1.7} />} title="Nothing yet">
          Whenever someone sees contact details or changes a lead, it is recorded here.
        </EmptyState>
      )}
      {entries.length > 0 && <LogTable entries={entries} />}
      <ShowMore
        pages={log}
        onFailure={(error) => announceFailure('No more entries could be loaded', error)}
      />
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
            <td>
              {entry.actor}
              {entry.actorNow && <span className="ll-muted"> (now {entry.actorNow})</span>}
            </td>
            <td>{wordAccess(entry)}</td>
            <td>
              <LeadLinks entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The leads of an entry by their customer; a link where the reader may open the lead. */
function LeadLinks({ entry }: { entry: AccessLogEntry }) {
  if (entry.leadIds.length === 0) return <NoValue label="None" />;
  const more = entry.leadIds.length - shownLeads;
  return (
    <span className={classes.logLeads}>
      {entry.leads.slice(0, shownLeads).map((lead) => (
        <LeadName key={lead.id} lead={lead} />
      ))}
      {more > 0 && <span className="ll-muted">and {more} more</span>}
    </span>
  );
}

function LeadName({ lead }: { lead: AccessLogEntry['leads'][number] }) {
  const name = lead.customerName ?? `Lead …${lead.id.slice(-6)}`;
  if (!lead.mayOpen) return <bdi title={lead.id}>{name}</bdi>;
  return (
    <Link to="/leads/$leadId" params={{ leadId: lead.id }} title={lead.id} className="ll-link">
      <bdi>{name}</bdi>
    </Link>
  );
}
