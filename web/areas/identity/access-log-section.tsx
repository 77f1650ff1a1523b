import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AccessLogEntry } from '../../../contract/identity/identity.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { type Column, DataTable, LoadedPages, RowsSkeleton } from '../../ui/content/index.ts';
import { AbsoluteTime, EmptyState, formatNumber, NoValue, Panel, useLocale } from '../../ui/index.ts';
import { muted } from '../../ui/rich-text.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import classes from './access-log.module.css';
import { wordAccess } from './access-words.ts';
import { t } from './catalogue.ts';

const pageSize = 50;
const shownLeads = 5;

/** Who read or changed which leads (ID-7), newest first. */
export function AccessLogSection() {
  const log = useInfiniteQuery({
    queryKey: queryKeys.accessLog,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/access-log', {
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <Panel title={shared('section.access-log')} flush>
      <LoadedPages
        query={log}
        loading={<RowsSkeleton rows={6} />}
        empty={
          <EmptyState icon={<IconListSearch size={26} stroke={1.7} />} title={t('accessLog.none')}>
            {t('accessLog.noneHint')}
          </EmptyState>
        }
        failure={shared('moreEntriesFailed')}
      >
        {(entries) => <DataTable look="log" columns={columns} rows={entries} keyOf={({ id }) => id} />}
      </LoadedPages>
    </Panel>
  );
}

const columns: readonly Column<AccessLogEntry>[] = [
  { title: t('accessLog.when'), whole: true, bare: true, show: ({ at }) => <AbsoluteTime at={at} /> },
  {
    title: t('accessLog.who'),
    whole: true,
    bare: true,
    show: ({ actor, actorNow }) => (
      <span>{actorNow ? t.rich('accessLog.whoNow', { name: actor, nameNow: actorNow, muted }) : actor}</span>
    ),
  },
  { title: t('accessLog.what'), whole: true, bare: true, show: wordAccess },
  { title: t('accessLog.leads'), bare: true, show: (entry) => <LeadLinks entry={entry} /> },
];

/** The leads of an entry, named by customer; links where the reader may open the lead. */
function LeadLinks({ entry }: { entry: AccessLogEntry }) {
  const { locale } = useLocale();
  if (entry.leadIds.length === 0) return <NoValue label={shared('none')} />;
  const more = entry.leadIds.length - shownLeads;
  return (
    <span className={classes.leads}>
      {entry.leads.slice(0, shownLeads).map((lead) => (
        <LeadName key={lead.id} lead={lead} />
      ))}
      {more > 0 && (
        <span className="ll-muted">{t('accessLog.moreLeads', { count: formatNumber(more, locale) })}</span>
      )}
    </span>
  );
}

function LeadName({ lead }: { lead: AccessLogEntry['leads'][number] }) {
  const name = lead.customerName ?? t('accessLog.unnamedLead', { end: lead.id.slice(-6) });
  if (!lead.mayOpen) return <bdi title={lead.id}>{name}</bdi>;
  return (
    <Link to="/leads/$leadId" params={{ leadId: lead.id }} title={lead.id} className="ll-link">
      <bdi>{name}</bdi>
    </Link>
  );
}
