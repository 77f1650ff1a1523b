import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import type { ProfileEditor, ProfileStanding } from '../../../contract/profiles/profiles.ts';
import { request } from '../../api/client.ts';
import { useMe } from '../../api/me.ts';
import { queryKeys } from '../../api/queries.ts';
import { useHere } from '../../api/use-here.ts';
import { t } from './catalogue.ts';
import { useEditing, useProfileEditing } from './editing/use-editing.ts';
import classes from './editor.module.css';
import { stepWords } from './profile-words.ts';
import { editorBeatSeconds } from './profiles-data.ts';

/** Who else has the profile open (BP-13); reads it again when they changed something. */
export function Colleagues({ profileId, step }: { profileId: string; step: ProfileStep }) {
  const editing = useProfileEditing();
  const { profile } = useEditing();
  const client = useQueryClient();
  const { person } = useMe();
  const standing = useHere({
    subject: profileId,
    doing: step,
    beatSeconds: editorBeatSeconds,
    say,
    leave: async (id) => (editing.isOver ? undefined : leave(id)),
  });
  const revision = standing?.revision ?? 0;
  const isBehind = revision > profile.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision is news
  useEffect(() => {
    if (isBehind) void client.invalidateQueries({ queryKey: queryKeys.businessProfile(profileId) });
  }, [client, isBehind, profileId, revision]);
  const others = (standing?.editors ?? []).filter(({ id }) => id !== person.id);
  return (
    <p role="status" className={classes.colleagues}>
      {others.map((other) => (
        <Colleague key={other.id} other={other} />
      ))}
    </p>
  );
}

function Colleague({ other: { name, step } }: { other: ProfileEditor }) {
  return <span className={classes.colleague}>{t('editor.colleague', { name, step: stepWords[step] })}</span>;
}

function say(id: string, step: ProfileStep, signal: AbortSignal): Promise<ProfileStanding> {
  return request('PUT /api/v1/business-profiles/:id/presence', { params: { id }, body: { step }, signal });
}

function leave(id: string): Promise<unknown> {
  return request('DELETE /api/v1/business-profiles/:id/presence', { params: { id }, outlivesPage: true });
}
