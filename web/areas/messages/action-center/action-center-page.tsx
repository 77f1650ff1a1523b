import { Button } from '@mantine/core';
import { IconBell, IconCircleCheck, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ActionLevel,
  actionLevels,
  type NotificationCategory,
  type NotificationState,
  notificationCategories,
  notificationStates,
} from '../../../../contract/messages/lists.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { List, LoadedPages, RowsSkeleton, Stack } from '../../../ui/content/index.ts';
import { EmptyState, Page, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './action-center.module.css';
import { actionsQuery, countsQuery, notificationsQuery, useSeen } from './action-center-data.ts';
import { ReadAllButton } from './action-center-panel.tsx';
import { AnnouncementDialog } from './announcement-dialog.tsx';
import { t } from './catalogue.ts';
import { ActionGroups, NotificationItem } from './items.tsx';

/** The parameters in the page's address; without them it shows everything current. */
export interface ActionCenterSearch {
  level?: ActionLevel;
  state?: Exclude<NotificationState, 'current'>;
  category?: NotificationCategory;
}

/** Everything the person should do, and what happened (NT-5). */
export function ActionCenterPage() {
  const search = useSearch({ from: '/actions' });
  const { level, state, category } = search;
  return (
    <Page
      title={shared('title.actionCenter')}
      width="narrow"
      description={t('description')}
      actions={<AnnounceButton />}
    >
      <Stack>
        <Actions key={level} search={search} />
        <Notifications key={`${state} ${category}`} search={search} />
      </Stack>
    </Page>
  );
}

function AnnounceButton() {
  const { permissions } = useMe();
  const [opened, setOpened] = useState(false);
  if (!permissions.announce) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSpeakerphone size={16} stroke={1.8} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('announce')}
      </Button>
      {opened && <AnnouncementDialog onClose={() => setOpened(false)} />}
    </>
  );
}

function Actions({ search }: { search: ActionCenterSearch }) {
  const counts = useQuery(countsQuery).data;
  const query = useInfiniteQuery(actionsQuery(search.level));
  const count = (level: ActionLevel) => (counts ? ` (${counts[level]})` : '');
  return (
    <Panel title={t('toDo.title')} flush>
      <div className={classes.filters}>
        <Choices
          label={t('toDo.which')}
          search={search}
          name="level"
          choices={[
            { value: undefined, label: t('toDo.all') },
            ...actionLevels.map((level) => ({
              value: level,
              label: words.actionLevel[level] + count(level),
            })),
          ]}
        />
      </div>
      <LoadedPages
        query={query}
        loading={<RowsSkeleton rows={3} height={48} />}
        empty={
          <EmptyState icon={<IconCircleCheck size={26} stroke={1.7} />} title={t('toDo.empty.title')}>
            {t('toDo.empty.text')}
          </EmptyState>
        }
      >
        {(actions) => <ActionGroups actions={actions} />}
      </LoadedPages>
    </Panel>
  );
}

function Notifications({ search }: { search: ActionCenterSearch }) {
  const { state = 'current', category } = search;
  const counts = useQuery(countsQuery).data;
  const query = useInfiniteQuery(notificationsQuery({ state, category }));
  useSeen(query.isSuccess);
  const latest = query.data?.pages[0]?.items[0];
  const canReadAll = state !== 'archived' && category === undefined && (counts?.unread ?? 0) > 0;
  return (
    <Panel
      title={t('news.title')}
      flush
      actions={canReadAll && latest ? <ReadAllButton until={latest.createdAt} /> : undefined}
    >
      <div className={classes.filters}>
        <Choices
          label={t('news.which')}
          search={search}
          name="state"
          choices={notificationStates.map((one) => ({
            value: one === 'current' ? undefined : one,
            label: words.notificationState[one] + (one === 'unread' && counts ? ` (${counts.unread})` : ''),
          }))}
        />
        <Choices
          label={t('news.about')}
          search={search}
          name="category"
          choices={[
            { value: undefined, label: t('news.all') },
            ...notificationCategories.map((one) => ({ value: one, label: words.notificationCategory[one] })),
          ]}
        />
      </div>
      <LoadedPages
        query={query}
        loading={<RowsSkeleton rows={3} height={48} />}
        empty={
          <EmptyState icon={<IconBell size={26} stroke={1.7} />} title={t('news.empty.title')}>
            {t(`news.empty.${state}`)}
          </EmptyState>
        }
      >
        {(items) => (
          <List>
            {items.map((item) => (
              <NotificationItem key={item.id} item={item} />
            ))}
          </List>
        )}
      </LoadedPages>
    </Panel>
  );
}

interface ChoicesProps<Name extends keyof ActionCenterSearch> {
  label: string;
  search: ActionCenterSearch;
  name: Name;
  choices: { value: ActionCenterSearch[Name]; label: string }[];
}

/** The router marks only a link to the exact address as current; the page knows better which choice is set. */
const wholeAddress = { exact: true, explicitUndefined: true };

/** A filter whose choice is kept in the address. */
function Choices<Name extends keyof ActionCenterSearch>({
  label,
  search,
  name,
  choices,
}: ChoicesProps<Name>) {
  return (
    <nav className="ll-tabs" aria-label={label}>
      {choices.map(({ value, label: choice }) => (
        <Link
          key={choice}
          to="/actions"
          search={{ ...search, [name]: value }}
          replace
          resetScroll={false}
          className="ll-tab"
          activeOptions={wholeAddress}
          aria-current={search[name] === value ? 'page' : undefined}
        >
          {choice}
        </Link>
      ))}
    </nav>
  );
}
