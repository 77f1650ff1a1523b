import { Button } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useLiveLeads } from '../../../api/live.ts';
import { type AddressParams, tidyAddress } from '../../../lead-query/list-state.ts';
import { isMissing } from '../../../ui/content/index.ts';
import { EmptyState, ErrorState, Page } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { contactChecksQuery } from '../contact-checks/index.ts';
import { t } from './catalogue.ts';
import { leadQuery, useLeadCache } from './lead-data.ts';
import { LeadDetails } from './lead-details.tsx';
import { LeadDetailsSkeleton } from './lead-details-skeleton.tsx';
import { BackToList } from './lead-header.tsx';

/** One lead with everything about it (WS-7). */
export function LeadDetailsPage() {
  const { leadId } = useParams({ from: '/leads/$leadId' });
  const search = useSearch({ from: '/leads/$leadId' });
  const { do: asked, ...rest } = search;
  const params = tidyAddress(rest);
  const navigate = useNavigate();
  // Fetched in parallel with the lead, so that the page appears complete.
  usePrefetchQuery(contactChecksQuery(leadId));
  const lead = useQuery(leadQuery(leadId));
  useLiveRefresh(leadId);

  if (lead.data && !isMissing(lead.error)) {
    return (
      <LeadDetails
        key={leadId}
        lead={lead.data}
        params={params}
        asked={asked}
        onAskedTaken={() =>
          void navigate({
            to: '/leads/$leadId',
            params: { leadId },
            search: params,
            replace: true,
            resetScroll: false,
          })
        }
      />
    );
  }
  if (lead.isPending) return <LeadDetailsSkeleton params={params} />;
  return <Unavailable error={lead.error} params={params} onRetry={() => void lead.refetch()} />;
}

/** Refetches the lead when the server says that it has changed. */
function useLiveRefresh(leadId: string) {
  const cache = useLeadCache();
  useLiveLeads(({ leadIds, missed }) => {
    if (missed || leadIds.includes(leadId)) cache.refresh(leadId);
  });
}

interface UnavailableProps {
  error: unknown;
  params: AddressParams;
  onRetry: () => void;
}

function Unavailable({ error, params, onRetry }: UnavailableProps) {
  const missing = isMissing(error);
  const back = (
    <Button
      variant={missing ? 'filled' : 'default'}
      renderRoot={(props) => <Link {...props} to="/leads" search={params} />}
    >
      {t('page.back')}
    </Button>
  );
  return (
    <Page title={shared('title.lead')} up={<BackToList params={params} />}>
      {missing ? (
        <EmptyState
          icon={<IconFileSearch size={26} stroke={1.7} />}
          title={t('page.missing.title')}
          actions={back}
        >
          {t('page.missing.text')}
        </EmptyState>
      ) : (
        <ErrorState error={error} title={t('page.failed')} onRetry={onRetry} actions={back} />
      )}
    </Page>
  );
}
