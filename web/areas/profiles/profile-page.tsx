import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import { useMe } from '../../api/queries.ts';
import { Loading } from '../../ui/content/index.ts';
import { EmptyState, Page } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { ProfileEditor } from './profile-editor.tsx';
import { profileQuery } from './profiles-data.ts';
import { MayNotEdit } from './profiles-page.tsx';
import { UpToProfiles } from './up-to-profiles.tsx';

/** The editor of one profile, at one of its steps (BP-11). */
export function ProfilePage() {
  const { permissions } = useMe();
  const { profileId, step } = useParams({ from: '/presence/profiles/$profileId/$step' });
  const { field } = useSearch({ from: '/presence/profiles/$profileId/$step' });
  const query = useQuery({ ...profileQuery(profileId), enabled: permissions.editProfiles });
  if (!permissions.editProfiles) return <MayNotEdit />;
  if (query.data) {
    // The route lets only steps through.
    return <ProfileEditor key={profileId} profile={query.data} step={step as ProfileStep} field={field} />;
  }
  return (
    <Page title={shared('title.businessProfiles')} up={<UpToProfiles />}>
      <Loading
        query={query}
        missing={
          <EmptyState icon={<IconId size={26} stroke={1.7} />} title={t('missing.title')}>
            {t('missing.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
