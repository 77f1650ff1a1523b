import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionInfo } from '../../../contract/identity/identity.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton, Tag } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { Panel } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { describeDevice } from './user-agent.ts';

/** Where the person is signed in, with a way to sign out there (ID-5). */
export function SessionsSection() {
  const sessions = useQuery({
    queryKey: queryKeys.sessions,
    queryFn: async ({ signal }) => (await request('GET /api/v1/sessions', { signal })).items,
  });
  const [ending, setEnding] = useState<SessionInfo[] | null>(null);
  const end = useEndSessions(() => setEnding(null));
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  return (
    <Panel
      title={shared('section.sessions')}
      flush
      actions={
        others.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => setEnding(others)}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      <Loaded query={sessions} loading={<RowsSkeleton rows={3} />}>
        {(items) => (
          <List>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => setEnding([session])} />
            ))}
          </List>
        )}
      </Loaded>
      {ending && (
        <ConfirmDialog
          title={t('sessions.confirmEnd.title', { count: ending.length, shown: String(ending.length) })}
          confirmLabel={shared('action.signOut')}
          pending={end.isPending}
          onConfirm={() => end.mutate(ending)}
          onClose={() => setEnding(null)}
        >
          {t('sessions.confirmEnd.hint', { count: ending.length })}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function useEndSessions(onEnded: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (sessions: SessionInfo[]) => {
      for (const session of sessions)
        await request('DELETE /api/v1/sessions/:id', { params: { id: session.id } });
    },
    onSuccess: () => announce(t('sessions.ended')),
    onError: (error) => announceFailure(t('sessions.notEnded'), error),
    onSettled: () => {
      onEnded();
      return client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
}

function SessionRow({ session, onEnd }: { session: SessionInfo; onEnd: () => void }) {
  const device = describeDevice(session.userAgent);
  return (
    <ListRow
      title={
        <>
          <span title={session.userAgent ?? undefined}>{device}</span>
          {session.current && <Tag tone="active">{t('sessions.current')}</Tag>}
        </>
      }
      details={
        <>
          <span>{t.rich('sessions.lastSeen', { when: relative(session.lastSeenAt) })}</span>
          <span>{t.rich('sessions.signedIn', { when: relative(session.createdAt) })}</span>
          {session.address && <span>{t('sessions.from', { address: session.address })}</span>}
        </>
      }
      actions={
        !session.current && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('sessions.endOne', { device })}
            onClick={onEnd}
          >
            {shared('action.signOut')}
          </Button>
        )
      }
    />
  );
}
