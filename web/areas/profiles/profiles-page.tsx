import { Button } from '@mantine/core';
import { IconId, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BusinessProfileList } from '../../../contract/profiles/profiles.ts';
import { useMe } from '../../api/queries.ts';
import { ForbiddenPage, Loaded, RowsSkeleton } from '../../ui/content/index.ts';
import { formatCountry } from '../../ui/format.ts';
import { EmptyState, Page, Panel, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { NewProfileDialog } from './new-profile-dialog.tsx';
import { ProfileCard } from './profile-card.tsx';
import classes from './profiles.module.css';
import { profilesQuery } from './profiles-data.ts';

/** The business profiles of the organization, one for each country (BP-10). */
export function ProfilesPage() {
  const { permissions } = useMe();
  if (!permissions.editProfiles) return <MayNotEdit />;
  return <Profiles />;
}

/** Says who edits profiles. */
export function MayNotEdit() {
  return (
    <ForbiddenPage title={shared('title.businessProfiles')} message={t('forbidden.message')}>
      {t('forbidden.text')}
    </ForbiddenPage>
  );
}

function Profiles() {
  const query = useQuery(profilesQuery);
  const [isAsking, setAsking] = useState(false);
  const taken = query.data?.items.map(({ country }) => country) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsking(true)}>
      {t('list.new')}
    </Button>
  );
  return (
    <Page
      title={shared('title.businessProfiles')}
      description={t('list.description')}
      actions={taken.length > 0 && add}
    >
      <Loaded
        query={query}
        loading={
          <Panel flush>
            <RowsSkeleton rows={3} height={72} />
          </Panel>
        }
      >
        {(list) => (list.items.length === 0 ? <NoProfiles add={add} /> : <Cards list={list} />)}
      </Loaded>
      {isAsking && <NewProfileDialog taken={taken} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function NoProfiles({ add }: { add: React.ReactNode }) {
  return (
    <Panel>
      <EmptyState icon={<IconId size={26} stroke={1.7} />} title={t('list.none')} actions={add}>
        {t('list.why')}
      </EmptyState>
    </Panel>
  );
}

function Cards({ list }: { list: BusinessProfileList }) {
  const { locale } = useLocale();
  const items = list.items
    .map((item) => ({ item, name: formatCountry(item.country, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <ul className={`ll-list ${classes.cards}`} aria-label={shared('title.businessProfiles')}>
      {items.map(({ item }) => (
        <ProfileCard key={item.id} profile={item} />
      ))}
    </ul>
  );
}
