import { Button } from '@mantine/core';
import { IconCalendarShare, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeedAnswer, CalendarFeedCreated } from '../../../contract/working-time/calendar.ts';
import { request } from '../../api/client.ts';
import { List, ListRow, Loaded, RowsSkeleton, Stack } from '../../ui/content/index.ts';
import { announceFailure } from '../../ui/forms/index.ts';
import { Buttons, EmptyState, Panel } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { strong } from '../../ui/rich-text.tsx';
import { ConfirmAction } from '../../ui/sections/confirm-action.tsx';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { SecretDialog } from '../../ui/sections/secret.tsx';
import classes from '../../ui/sections/sections.module.css';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const feedKey = ['calendar-feed'] as const;

type Feed = NonNullable<CalendarFeedAnswer['feed']>;

/** The secret link through which a calendar program shows when leads are due. */
export function CalendarFeedSection() {
  const query = useQuery({
    queryKey: feedKey,
    queryFn: ({ signal }) => request('GET /api/v1/calendar-feed', { signal }),
  });
  const client = useQueryClient();
  const [created, setCreated] = useState<CalendarFeedCreated | null>(null);
  const [asking, setAsking] = useState<'replace' | 'revoke' | null>(null);
  const create = useMutation({
    mutationFn: () => request('POST /api/v1/calendar-feed'),
    onSuccess: setCreated,
    onError: (error) => announceFailure(t('feed.notCreated'), error),
    onSettled: () => {
      setAsking(null);
      return client.invalidateQueries({ queryKey: feedKey });
    },
  });
  return (
    <>
      <Panel title={shared('section.calendar')} flush>
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
          title={t('confirmReplacement.title')}
          confirmLabel={t('confirmReplacement.submit')}
          pending={create.isPending}
          onConfirm={() => create.mutate()}
          onClose={() => setAsking(null)}
        >
          {t('confirmReplacement.hint')}
        </ConfirmDialog>
      )}
      {asking === 'revoke' && (
        <ConfirmAction
          title={t('confirmRevocation.title')}
          confirmLabel={t('confirmRevocation.submit')}
          act={() => request('DELETE /api/v1/calendar-feed')}
          done={t('feed.revoked')}
          failed={t('feed.notRevoked')}
          refresh={[feedKey]}
          onClose={() => setAsking(null)}
        >
          {t('confirmRevocation.hint')}
        </ConfirmAction>
      )}
    </>
  );
}

function NoFeed({ pending, onCreate }: { pending: boolean; onCreate: () => void }) {
  return (
    <EmptyState
      icon={<IconCalendarShare size={26} stroke={1.7} />}
      title={t('feed.none')}
      actions={
        <Button leftSection={<IconPlus size={15} aria-hidden />} loading={pending} onClick={onCreate}>
          {t('feed.create')}
        </Button>
      }
    >
      {t('feed.noneHint')}
    </EmptyState>
  );
}

function FeedRow({ feed, onAsk }: { feed: Feed; onAsk: (what: 'replace' | 'revoke') => void }) {
  return (
    <ListRow
      title={t('feed.name')}
      details={
        <>
          <span>{t.rich('feed.created', { when: relative(feed.createdAt) })}</span>
          <span>
            {feed.lastUsedAt === null
              ? t('feed.neverRead')
              : t.rich('feed.lastRead', { when: relative(feed.lastUsedAt) })}
          </span>
        </>
      }
      actions={
        <Buttons>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('replace')}>
            {t('feed.replace')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('revoke')}>
            {t('feed.revoke')}
          </Button>
        </Buttons>
      }
    />
  );
}

function CreatedDialog({ url, onClose }: { url: string; onClose: () => void }) {
  return (
    <SecretDialog title={t('feed.name')} what="link" value={url} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('feed.newHint')}</p>
    </SecretDialog>
  );
}

const programs = ['google', 'outlook', 'apple', 'thunderbird'] as const;

function HowTo() {
  return (
    <Panel title={t('howTo.title')}>
      <Stack>
        <p className="ll-note">{t('howTo.hint')}</p>
        <ul className={classes.steps}>
          {programs.map((program) => (
            <li key={program}>{t.rich(`howTo.${program}`, { b: strong })}</li>
          ))}
        </ul>
        <p className="ll-note">{t('howTo.internet')}</p>
      </Stack>
    </Panel>
  );
}
