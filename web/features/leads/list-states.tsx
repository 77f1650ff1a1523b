import { Button } from '@mantine/core';
import { IconFilterOff, IconHeart, IconInbox, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type LeadTab, leadTabs } from '../../../contract/enums.ts';
import type { LeadFacets } from '../../../contract/lead-list.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/me.ts';
import { EmptyState, ErrorState, NoPermission, Page } from '../../ui/index.ts';
import { tabWords } from './list-header.tsx';
import type { LeadList } from './list-view.ts';
import { activeSearch, countFilters } from './selection.ts';
import type { ListControl } from './use-list-state.ts';

const iconProps = { size: 26, stroke: 1.7 };

/** Whether there are rows to show: loaded ones, or the skeletons of the first load. */
export function showsList(list: LeadList): boolean {
  return list.isPending || list.leads.length > 0;
}

interface Props {
  list: LeadList;
  control: ListControl;
  tabs: LeadFacets['tabs'] | undefined;
}

/** What stands in place of the rows when there are none. */
export function ListProblem({ list, control, tabs }: Props) {
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const term = activeSearch(control.state.search);
  const filtered = countFilters(control.state.filters) > 0;
  if (term) return <NothingFound term={term} filtered={filtered} control={control} tabs={tabs} />;
  if (filtered) return <NothingMatches control={control} tabs={tabs} />;
  return <NothingYet tab={control.state.tab} />;
}

type OtherProps = Omit<Props, 'list'>;

/** The same search and filters in the other tabs. */
function OtherTabs({ control, tabs }: OtherProps) {
  return leadTabs
    .filter((tab) => tab !== control.state.tab && (tabs?.[tab] ?? 0) > 0)
    .map((tab) => (
      <Button key={tab} variant="default" onClick={() => control.change({ tab })}>
        Look in {tabWords[tab]}
      </Button>
    ));
}

function NothingFound({ term, filtered, control, tabs }: OtherProps & { term: string; filtered: boolean }) {
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
          <OtherTabs control={control} tabs={tabs} />
        </>
      }
    >
      The search looks at customer, contact, e-mail address, deal name, offer, notes and lead id of{' '}
      {tabWords[control.state.tab]}
      {filtered ? ', under the filters above' : ''}.
    </EmptyState>
  );
}

function NothingMatches({ control, tabs }: OtherProps) {
  return (
    <EmptyState
      icon={<IconFilterOff {...iconProps} />}
      title="No lead matches these filters"
      actions={
        <>
          <Button onClick={() => control.change({ filters: {} })}>Clear all</Button>
          <OtherTabs control={control} tabs={tabs} />
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
    text: 'Customer inquiries from your offers and business profiles appear here by themselves, the moment they arrive. A marketplace can send them to an endpoint of yours.',
    icon: <IconInbox {...iconProps} />,
  },
  qualified: {
    title: 'No qualified leads yet',
    text: 'Leads that sellers and marketers have qualified and sent to you appear here by themselves.',
    icon: <IconInbox {...iconProps} />,
  },
  favorites: {
    title: 'No favorites yet',
    text: 'Mark leads with the heart, or press f on a lead. They are yours alone: nobody else sees your favorites.',
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

/** For people whose role shows no leads: says who sees them. */
export function NoLeadsForRole() {
  const me = useMe();
  const held = [...new Set(me.grants.map((grant) => words.role[grant.role]))].join(', ');
  return (
    <Page title="Leads">
      <NoPermission
        title="Your role does not show leads"
        actions={
          <Button component={Link} to="/settings" variant="default">
            Go to settings
          </Button>
        }
      >
        {held ? `You are ${held} of ${me.organization.name}. ` : ''}
        Referrals admins see all leads; Referrals users see the leads of their teams. An Account admin of your
        organization can give you one of these roles.
        {me.organizations.length > 1 &&
          ' You belong to several organizations: change it at the top if you meant another one.'}
      </NoPermission>
    </Page>
  );
}
