import { Button, Checkbox, Select } from '@mantine/core';
import { IconFilterOff, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type PartnerLeadState, partnerLeadStates } from '../../../../contract/partners/lists.ts';
import { words } from '../../../../contract/words.ts';
import { partnersQuery, useMe } from '../../../api/queries.ts';
import { LoadedPages, RowsSkeleton } from '../../../ui/content/index.ts';
import { EmptyState, Page, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MayNotSee } from './may-not-see.tsx';
import classes from './partner-leads.module.css';
import { type PartnerLeadsSearch, partnerLeadsQuery } from './partner-leads-data.ts';
import { PartnerLeadsTable } from './partner-leads-table.tsx';

const stateWords: Record<PartnerLeadState, string> = {
  ...words.status,
  Informational: shared('status.informational'),
};

/** The state of the leads of all partners, for the operator: read only. */
export function PartnerLeadsPage() {
  const { permissions } = useMe();
  const search = useSearch({ from: '/partner-leads' });
  if (!permissions.seePartnerLeads) return <MayNotSee />;
  return (
    <Page title={shared('title.partnersLeads')} description={t('list.description')} width="wide">
      <Filters search={search} />
      <Panel flush>
        <PartnerLeads key={JSON.stringify(search)} search={search} />
      </Panel>
    </Page>
  );
}

function Filters({ search }: { search: PartnerLeadsSearch }) {
  const navigate = useNavigate({ from: '/partner-leads' });
  const partners = useQuery(partnersQuery).data ?? [];
  const change = (next: PartnerLeadsSearch) => void navigate({ to: '/partner-leads', search: next });
  const { partnerId, status, hot } = search;
  return (
    <search className={classes.filters} aria-label={t('list.filters.which')}>
      <Select
        label={words.field.partner}
        placeholder={t('list.filters.allPartners')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('list.filters.allPartners') }}
        nothingFoundMessage={shared('noPartnerMatch')}
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partnerId ?? null}
        onChange={(value) => change({ ...search, partnerId: value ?? undefined })}
      />
      <Select
        label={words.field.status}
        placeholder={t('list.filters.anyStatus')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.filters.anyStatus') }}
        data={partnerLeadStates.map((state) => ({ value: state, label: stateWords[state] }))}
        value={status ?? null}
        onChange={(value) => change({ ...search, status: partnerLeadStates.find((one) => one === value) })}
      />
      <Checkbox
        label={t('list.filters.hot')}
        checked={hot === 'true'}
        onChange={(event) => change({ ...search, hot: event.currentTarget.checked ? 'true' : undefined })}
      />
    </search>
  );
}

function PartnerLeads({ search }: { search: PartnerLeadsSearch }) {
  const query = useInfiniteQuery(partnerLeadsQuery(search));
  return (
    <LoadedPages
      query={query}
      loading={<RowsSkeleton rows={8} height={38} />}
      empty={<Nothing isFiltered={Object.values(search).some(Boolean)} />}
      failure={shared('moreLeadsFailed')}
    >
      {(leads) => <PartnerLeadsTable leads={leads} />}
    </LoadedPages>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) {
    return (
      <EmptyState icon={<IconUsersGroup size={26} stroke={1.7} />} title={t('list.nothing.title')}>
        {t('list.nothing.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconFilterOff size={26} stroke={1.7} />}
      title={t('list.noMatch.title')}
      actions={
        <Button renderRoot={(props) => <Link {...props} to="/partner-leads" search={{}} />}>
          {t('list.filters.clear')}
        </Button>
      }
    >
      {t('list.noMatch.text')}
    </EmptyState>
  );
}
