import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionInfo } from '../../../contract/identity/identity.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton, Tag } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { Panel, RelativeTime } from '../../ui/index.ts';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { describeDevice } from './user-agent.ts';

/** Where the person is signed in, and the way to end it (ID-5). */
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
      title="Sessions"
      flush
      actions={
        others.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => setEnding(others)}>
            Sign out all others
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
          title={ending.length === 1 ? 'Sign out this session?' : `Sign out ${ending.length} sessions?`}
          confirmLabel="Sign out"
          pending={end.isPending}
          onConfirm={() => end.mutate(ending)}
          onClose={() => setEnding(null)}
        >
          Whoever uses {ending.length === 1 ? 'it' : 'them'} has to sign in again. This session stays signed
          in.
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
    onSuccess: () => announce('Signed out.'),
    onError: (error) => announceFailure('Not every session could be signed out', error),
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
          {session.current && <Tag tone="active">This session</Tag>}
        </>
      }
      details={
        <>
          <span>
            Last seen <RelativeTime at={session.lastSeenAt} />
          </span>
          <span>
            Signed in <RelativeTime at={session.createdAt} />
          </span>
          {session.address && <span>From {session.address}</span>}
        </>
      }
      actions={
        !session.current && (
          <Button size="compact-sm" variant="default" aria-label={`Sign out ${device}`} onClick={onEnd}>
            Sign out
          </Button>
        )
      }
    />
  );
}
