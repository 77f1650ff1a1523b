import { Button, SegmentedControl } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../../api/me.ts';
import { ForbiddenPage } from '../../../ui/content/index.ts';
import { EmptyState, ErrorState, Page, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { Board } from './board.tsx';
import { t } from './catalogue.ts';
import { DealTable } from './deal-table.tsx';
import classes from './deals.module.css';
import { dealSumsQuery } from './deals-data.ts';
import type { DealsSearch } from './deals-search.ts';
import { useFollowedDeals } from './use-move.ts';

/** The deals, as a board by stage or as a table (LC-6). */
export function DealsPage() {
  const { permissions } = useMe();
  const search: DealsSearch = useSearch({ from: '/deals' });
  useFollowedDeals();
  if (!permissions.readLeads || !permissions.workLeads) {
    return (
      <ForbiddenPage title={shared('title.deals')} message={t('forbidden.title')}>
        {t('forbidden.text')}
      </ForbiddenPage>
    );
  }
  return (
    <Page
      title={shared('title.deals')}
      description={t('description')}
      width="wide"
      actions={<Choices search={search} />}
    >
      <Deals search={search} />
    </Page>
  );
}

function Choices({ search }: { search: DealsSearch }) {
  const navigate = useNavigate({ from: '/deals' });
  const change = (part: Partial<Record<keyof DealsSearch, string | undefined>>) =>
    void navigate({
      to: '/deals',
      search: (before) => ({ ...before, ...part }) as DealsSearch,
      replace: true,
    });
  return (
    <div className={classes.choices}>
      <SegmentedControl
        aria-label={t('whose.label')}
        data={[
          { value: 'all', label: t('whose.all') },
          { value: 'mine', label: t('whose.mine') },
        ]}
        value={search.mine ? 'mine' : 'all'}
        onChange={(value) => change({ mine: value === 'mine' ? 'true' : undefined })}
      />
      <SegmentedControl
        aria-label={t('layout.label')}
        data={[
          { value: 'board', label: t('layout.board') },
          { value: 'table', label: t('layout.table') },
        ]}
        value={search.layout ?? 'board'}
        onChange={(value) => change({ layout: value === 'table' ? 'table' : undefined })}
      />
    </div>
  );
}

function Deals({ search }: { search: DealsSearch }) {
  const sums = useQuery(dealSumsQuery(search.mine));
  if (sums.data === undefined && sums.error !== null)
    return <ErrorState title={t('failed')} error={sums.error} onRetry={() => void sums.refetch()} />;
  if (sums.data?.every(({ count }) => count === 0)) return <NoDeals isMine={search.mine !== undefined} />;
  if (search.layout === 'table')
    return <DealTable sort={search.sort ?? 'estimatedPurchaseDate'} mine={search.mine} />;
  return <Board sums={sums.data} mine={search.mine} column={search.column ?? 'accepted'} />;
}

function NoDeals({ isMine }: { isMine: boolean }) {
  return (
    <Panel>
      <EmptyState
        icon={<IconBriefcase size={26} stroke={1.7} />}
        title={isMine ? t('nothing.mineTitle') : t('nothing.title')}
        actions={
          isMine ? (
            <Button renderRoot={(props) => <Link {...props} to="/deals" search={{}} />}>
              {t('nothing.all')}
            </Button>
          ) : (
            <Button renderRoot={(props) => <Link {...props} to="/leads" search={{}} />}>
              {t('nothing.leads')}
            </Button>
          )
        }
      >
        {isMine ? t('nothing.mineText') : t('nothing.text')}
      </EmptyState>
    </Panel>
  );
}
