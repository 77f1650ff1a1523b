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
import { activeSearch, countFilters } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { EmptyState, ErrorState, formatNumber, NoPermission, Page, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { listQuery, loadPage } from './list-data.ts';
import type { LeadList } from './list-view.ts';

const iconProps = { size: 26, stroke: 1.7 };

/** Whether there are rows to show: loaded ones, or skeletons during the first load. */
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

/** The other tabs where the same search and filters match, with their counts. */
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
        {t('nothingFound.lookIn', { list: tabWords[tab], count: formatNumber(total, locale) })}
      </Button>
    );
  });
}

function NothingFound({ term, filtered, control }: OtherProps & { term: string; filtered: boolean }) {
  const tabWords = useListName().tabs;
  return (
    <EmptyState
      icon={<IconSearchOff {...iconProps} />}
      title={t('nothingFound.title', { term })}
      actions={
        <>
          <Button onClick={() => control.change({ search: '' })}>{shared('action.clearSearch')}</Button>
          {filtered && (
            <Button variant="default" onClick={() => control.change({ filters: {} })}>
              {t('nothingFound.withoutFilters')}
            </Button>
          )}
          <OtherTabs control={control} />
        </>
      }
    >
      {t('nothingFound.text', { list: tabWords[control.state.tab], filtered: filtered ? 'yes' : 'no' })}
    </EmptyState>
  );
}

function NothingMatches({ control }: OtherProps) {
  return (
    <EmptyState
      icon={<IconFilterOff {...iconProps} />}
      title={t('nothingMatches.title')}
      actions={
        <>
          <Button onClick={() => control.change({ filters: {} })}>{shared('action.clearAll')}</Button>
          <OtherTabs control={control} />
        </>
      }
    >
      {t('nothingMatches.text')}
    </EmptyState>
  );
}

const emptyIcons: Record<LeadTab, ReactNode> = {
  marketplace: <IconInbox {...iconProps} />,
  qualified: <IconInbox {...iconProps} />,
  favorites: <IconHeart {...iconProps} />,
};

function NothingYet({ tab }: { tab: LeadTab }) {
  const { permissions } = useMe();
  return (
    <EmptyState
      icon={emptyIcons[tab]}
      title={t(`empty.${tab}.title`)}
      actions={
        tab === 'marketplace' &&
        permissions.manageIntake && (
          <Button component={Link} to="/settings/marketplace-endpoints">
            {t('empty.setUp')}
          </Button>
        )
      }
    >
      {t(`empty.${tab}.text`)}
    </EmptyState>
  );
}

/** For people whose role shows no leads: says what the role is for, and how to get access to leads. */
export function NoLeadsForRole() {
  const me = useMe();
  const held = [...new Set(me.grants.map((grant) => words.role[grant.role]))].join(', ');
  const { managePeople } = me.permissions;
  const isProfileAdmin = me.grants.some(({ role }) => role === 'profile-admin');
  const sentences = [
    held && t('noLeadsForRole.held', { roles: held, organization: me.organization.name }),
    isProfileAdmin && t('noLeadsForRole.profileAdmin'),
    t('noLeadsForRole.whoSees'),
    managePeople ? t('noLeadsForRole.giveRole') : t('noLeadsForRole.askForRole'),
    me.organizations.length > 1 && t('noLeadsForRole.otherOrganizations'),
  ];
  return (
    <Page title={shared('title.leads')}>
      <NoPermission
        title={t('noLeadsForRole.title')}
        actions={
          <Button component={Link} to={managePeople ? '/settings/people' : '/settings'} variant="default">
            {managePeople ? t('noLeadsForRole.toPeople') : t('noLeadsForRole.toSettings')}
          </Button>
        }
      >
        {sentences.filter(Boolean).join(' ')}
      </NoPermission>
    </Page>
  );
}
