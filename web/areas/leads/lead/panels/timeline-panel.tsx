import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Lead, LeadEvent } from '../../../../../contract/leads/leads.ts';
import { peopleQuery, storefrontsQuery } from '../../../../api/queries.ts';
import { ErrorNote, LoadMore } from '../../../../ui/content/index.ts';
import { Panel, RelativeTime, useLocale } from '../../../../ui/index.ts';
import { hidden, muted, strong } from '../../../../ui/rich-text.tsx';
import { shared } from '../../../../ui/words/catalogue.ts';
import { timelinePagesQuery } from '../lead-data.ts';
import {
  type TimelineContext,
  type WordedChange,
  wordActor,
  wordChanges,
  wordLine,
} from '../timeline/timeline-words.ts';
import { t } from './catalogue.ts';
import classes from './panels.module.css';

/** Everything that happened to the lead, latest first. */
export function TimelinePanel({ lead }: { lead: Lead }) {
  const { locale, timeZone } = useLocale();
  const timeline = useInfiniteQuery(timelinePagesQuery(lead.id));
  const events = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const people = useQuery(peopleQuery).data ?? [];
  const names = new Map([...people, ...lead.team].map((person) => [person.id, person.name]));
  const context: TimelineContext = { locale, timeZone, nameOf: (personId) => names.get(personId) };
  const storefronts = useQuery(storefrontsQuery).data;
  const storefrontName = (code: string) => storefronts?.find((one) => one.code === code)?.name ?? code;
  return (
    <Panel title={shared('title.timeline')}>
      {timeline.isPending && <TimelineSkeleton />}
      {timeline.isError && events.length === 0 && (
        <ErrorNote error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.data && (
        <ol className="ll-list">
          {events
            .toSorted((left, right) => right.at.localeCompare(left.at) || right.id.localeCompare(left.id))
            .map((event) => (
              <TimelineEntry
                key={event.id}
                event={event}
                context={context}
                actor={wordActor(event.actor, storefrontName)}
              />
            ))}
        </ol>
      )}
      <LoadMore pages={timeline} failure={t('timeline.earlierFailed')} />
    </Panel>
  );
}

interface TimelineEntryProps {
  event: LeadEvent;
  context: TimelineContext;
  actor: string;
}

function TimelineEntry({ event, context, actor }: TimelineEntryProps) {
  return (
    <li className={classes.event}>
      <p>{wordLine(event, actor, { strong, muted })}</p>
      {wordChanges(event, context).map((change) => (
        <ChangeLine key={change.label} change={change} />
      ))}
      {event.note && <p className={classes.eventNote}>{event.note}</p>}
      <p className={classes.eventTime}>
        <RelativeTime at={event.at} />
      </p>
    </li>
  );
}

const marks = {
  label: muted,
  old: (part: ReactNode) => <s className={classes.before}>{part}</s>,
  arrow: (part: ReactNode) => (
    <span aria-hidden className="ll-muted">
      {part}
    </span>
  ),
  new: (part: ReactNode) => <span>{part}</span>,
};

function ChangeLine({ change: { label: field, before, after: now } }: { change: WordedChange }) {
  const after = now ?? t('timeline.removed');
  return (
    <p className={classes.change}>
      {before === null
        ? t.rich('timeline.set', { field, after, ...marks })
        : t.rich('timeline.changed', { field, before, after, ...marks, hidden })}
    </p>
  );
}

function TimelineSkeleton() {
  return (
    <div aria-busy>
      {[70, 55, 62].map((width) => (
        <Skeleton key={width} height={14} mb={14} width={`${width}%`} />
      ))}
    </div>
  );
}
