import { Button } from '@mantine/core';
import { IconFilterOff, IconHeart, IconInbox, IconSearchOff } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type LeadTab, leadTabs } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/me.ts';
import { queryKeys } from '../../../api/queries.ts';
import { useListName } from '../../../lead-query/list-name.ts';
import { activeSearch, countFilters } from '../../../lead-query/selection.ts';
import { EmptyState, ErrorState, formatNumber, NoPermission, Page, useLocale } from '../../../ui/index.ts';
import { listQuery, loadPage } from './list-data.ts';
import type { LeadList } from './list-view.ts';
import type { ListControl } from './use-list-state.ts';

const iconProps = { size: 26, stroke: 1.7 };

/** Whether there are rows to show: loaded ones, or the skeletons of the first load. */
export function showsList(list: LeadList): boolean {
  return list.isPending || list.leads.length > 0;
}

interface Props {
  list: LeadList;
  control: ListControl;
}

/** Shown instead of the rows when there are none. */
export function ListProblem({ list, control }: Props) {
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const term = activeSearch(control.state.search);
  const filtered = countFilters(control.state.filters) > 0;
  if (term) return <NothingFound term={term} filtered={filtered} control={control} />;
  if (filtered) return <NothingMatches control={control} />;
  return <NothingYet tab={control.state.tab} />;
}

type OtherProps = Omit<Props, 'list'>;

/** The same search and filters in the other tabs: only in those where they find something, and how much. */
function OtherTabs({ control }: Pick<OtherProps, 'control'>) {
  const { locale } = useLocale();
  const tabWords = useListName().tabs;
  const others = leadTabs.filter((tab) => tab !== control.state.tab);
  const found = useQueries({
    queries: others.map((tab) => {
      const query = { ...listQuery({ ...control.state, tab }), limit: 1 };
      return {
        queryKey: [...queryKeys.leadLists, 'elsewhere', query],
        queryFn: ({ signal }: { signal: AbortSignal }) => loadPage(query, undefined, signal),
      };
    }),
  });
  return others.map((tab, index) => {
    const total = found[index]?.data?.total ?? 0;
    return total === 0 ? null : (
      <Button key={tab} variant="default" onClick={() => control.change({ tab })}>
        Look in {tabWords[tab]} ({formatNumber(total, locale)})
      </Button>
    );
  });
}

function NothingFound({ term, filtered, control }: OtherProps & { term: string; filtered: boolean }) {
  const tabWords = useListName().tabs;
  return (
    <EmptyState
      icon={<IconSearchOff {...iconProps} />}
      title={`Nothing found for “${term}”`}
      actions={
        <>
          <Button onClick={() => control.change({ search: '' })}>Clear the search</Button>
          {filtered && (
            <Button variant="default" onClick={() => control.change({ filters: {} })}>
              Search without filters
            </Button>
          )}
          <OtherTabs control={control} />
        </>
      }
    >
      The search looks at customer, contact, email address, deal name, offer, notes and lead id of{' '}
      {tabWords[control.state.tab]}
      {filtered ? ', under the filters above' : ''}.
    </EmptyState>
  );
}

function NothingMatches({ control }: OtherProps) {
  return (
    <EmptyState
      icon={<IconFilterOff {...iconProps} />}
      title="No lead matches these filters"
      actions={
        <>
          <Button onClick={() => control.change({ filters: {} })}>Clear all</Button>
          <OtherTabs control={control} />
        </>
      }
    >
      Remove a filter above the list, or clear them all.
    </EmptyState>
  );
}

const emptyWords: Record<LeadTab, { title: string; text: string; icon: ReactNode }> = {
  marketplace: {
    title: 'No leads yet',
    text: 'Customer inquiries from your offers and business profiles appear here automatically as soon as they arrive.',
    icon: <IconInbox {...iconProps} />,
  },
  qualified: {
    title: 'No qualified leads yet',
    text: 'Leads that sellers and marketers have qualified and sent to you appear here automatically.',
    icon: <IconInbox {...iconProps} />,
  },
  favorites: {
    title: 'No favorites yet',
    text: 'Mark leads with the heart, or press f on a lead. Only you can see your favorites.',
    icon: <IconHeart {...iconProps} />,
  },
};

function NothingYet({ tab }: { tab: LeadTab }) {
  const { permissions } = useMe();
  const { title, text, icon } = emptyWords[tab];
  return (
    <EmptyState
      icon={icon}
      title={title}
      actions={
        tab === 'marketplace' &&
        permissions.manageIntake && (
          <Button component={Link} to="/settings/marketplace-endpoints">
            Set up a marketplace endpoint
          </Button>
        )
      }
    >
      {text}
    </EmptyState>
  );
}

/** For people whose role shows no leads: says what their role is for, and how they come to see leads. */
export function NoLeadsForRole() {
  const me = useMe();
  const held = [...new Set(me.grants.map((grant) => words.role[grant.role]))].join(', ');
  const { managePeople } = me.permissions;
  return (
    <Page title="Leads">
      <NoPermission
        title="Your role can’t see leads"
        actions={
          <Button component={Link} to={managePeople ? '/settings/people' : '/settings'} variant="default">
            {managePeople ? 'Go to people and roles' : 'Go to settings'}
          </Button>
        }
      >
        {held ? `You are ${held} of ${me.organization.name}. ` : ''}
        {me.grants.some(({ role }) => role === 'profile-admin') &&
          'You manage business profiles, but there are no pages for them here yet. '}
        Referrals admins see all leads; Referrals users see the leads of their teams.{' '}
        {managePeople
          ? 'You manage people, so you can give one of these roles to whoever works on leads, including yourself.'
          : 'An Account admin of your organization can give you one of these roles.'}
        {me.organizations.length > 1 &&
          ' You belong to several organizations: switch at the top if you meant another one.'}
      </NoPermission>
    </Page>
  );
}
