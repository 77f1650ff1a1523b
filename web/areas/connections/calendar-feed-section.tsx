import { Button } from '@mantine/core';
import { IconCalendarShare, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeedAnswer, CalendarFeedCreated } from '../../../contract/working-time/calendar.ts';
import { request } from '../../api/client.ts';
import { List, ListRow, Loaded, RowsSkeleton, Stack } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { Buttons, EmptyState, Panel, RelativeTime } from '../../ui/index.ts';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { SecretDialog } from '../../ui/sections/secret.tsx';
import classes from '../../ui/sections/sections.module.css';

const feedKey = ['calendar-feed'] as const;

type Feed = NonNullable<CalendarFeedAnswer['feed']>;

/** The secret link by which a calendar program shows the due dates of leads. */
export function CalendarFeedSection() {
  const query = useQuery({
    queryKey: feedKey,
    queryFn: ({ signal }) => request('GET /api/v1/calendar-feed', { signal }),
  });
  const client = useQueryClient();
  const [created, setCreated] = useState<CalendarFeedCreated | null>(null);
  const [asking, setAsking] = useState<'replace' | 'revoke' | null>(null);
  const readAgain = () => client.invalidateQueries({ queryKey: feedKey });
  const create = useMutation({
    mutationFn: () => request('POST /api/v1/calendar-feed'),
    onSuccess: setCreated,
    onError: (error) => announceFailure('The link was not created', error),
    onSettled: () => {
      setAsking(null);
      return readAgain();
    },
  });
  const revoke = useMutation({
    mutationFn: () => request('DELETE /api/v1/calendar-feed'),
    onSuccess: () => announce('The calendar link is revoked.'),
    onError: (error) => announceFailure('The link was not revoked', error),
    onSettled: () => {
      setAsking(null);
      return readAgain();
    },
  });
  return (
    <>
      <Panel title="Calendar" flush>
        <Loaded query={query} loading={<RowsSkeleton rows={1} />}>
          {({ feed }) =>
            feed === null ? (
              <NoFeed pending={create.isPending} onCreate={() => create.mutate()} />
            ) : (
              <List>
                <FeedRow feed={feed} onAsk={setAsking} />
              </List>
            )
          }
        </Loaded>
      </Panel>
      <HowTo />
      {created && <CreatedDialog url={created.url} onClose={() => setCreated(null)} />}
      {asking === 'replace' && (
        <ConfirmDialog
          title="Replace your calendar link?"
          confirmLabel="Replace link"
          pending={create.isPending}
          onConfirm={() => create.mutate()}
          onClose={() => setAsking(null)}
        >
          Calendars that use your current link stop updating at once. Enter the new link in each of them.
        </ConfirmDialog>
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title="Revoke your calendar link?"
          confirmLabel="Revoke link"
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate()}
          onClose={() => setAsking(null)}
        >
          Calendars that use it stop updating at once. You can’t undo this.
        </ConfirmDialog>
      )}
    </>
  );
}

function NoFeed({ pending, onCreate }: { pending: boolean; onCreate: () => void }) {
  return (
    <EmptyState
      icon={<IconCalendarShare size={26} stroke={1.7} />}
      title="No calendar link yet"
      actions={
        <Button leftSection={<IconPlus size={15} aria-hidden />} loading={pending} onClick={onCreate}>
          Create link
        </Button>
      }
    >
      With a link, your calendar shows when leads must be answered and when customers are expected to buy.
    </EmptyState>
  );
}

function FeedRow({ feed, onAsk }: { feed: Feed; onAsk: (what: 'replace' | 'revoke') => void }) {
  return (
    <ListRow
      title="Your calendar link"
      details={
        <>
          <span>
            Created <RelativeTime at={feed.createdAt} />
          </span>
          <span>
            {feed.lastUsedAt === null ? (
              'Not read by a calendar yet'
            ) : (
              <>
                Last read <RelativeTime at={feed.lastUsedAt} />
              </>
            )}
          </span>
        </>
      }
      actions={
        <Buttons>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('replace')}>
            Replace
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('revoke')}>
            Revoke
          </Button>
        </Buttons>
      }
    />
  );
}

function CreatedDialog({ url, onClose }: { url: string; onClose: () => void }) {
  return (
    <SecretDialog title="Your calendar link" what="link" value={url} onClose={onClose}>
      <p style={{ margin: 0 }}>
        Enter it in your calendar as a subscription. Anyone with the link sees the names of customers’
        companies and the dates, so keep it as secret as a password. It shows no contact details.
      </p>
    </SecretDialog>
  );
}

function HowTo() {
  return (
    <Panel title="How to subscribe">
      <Stack>
        <p className="ll-note">
          Create the link, copy it, and add it to your calendar as a subscription, not as an import: an import
          never updates.
        </p>
        <ul className={classes.steps}>
          <li>
            <strong>Google Calendar</strong>: beside “Other calendars” choose +, then “From URL”.
          </li>
          <li>
            <strong>Outlook</strong>: in the calendar choose “Add calendar”, then “Subscribe from web”.
          </li>
          <li>
            <strong>Apple Calendar</strong>: choose “File”, then “New Calendar Subscription”. On an iPhone:
            “Add Calendar”, then “Add Subscription Calendar”.
          </li>
          <li>
            <strong>Thunderbird</strong>: choose “New Calendar”, then “On the Network”.
          </li>
        </ul>
        <p className="ll-note">
          Calendars on the internet, such as Google’s and Outlook’s, read the link from there, so this
          installation must be reachable from the internet. How often they read it is up to them: some take a
          day.
        </p>
      </Stack>
    </Panel>
  );
}
