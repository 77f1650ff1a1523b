import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type AddressParams, tidyAddress } from '../../../lead-query/list-state.ts';
import { Page } from '../../../ui/index.ts';
import { oneAtATime, useRoomIs } from '../../../ui/room.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { LeadDetails } from './lead-details.tsx';
import { LeadDetailsSkeleton } from './lead-details-skeleton.tsx';
import { BackToList } from './lead-header.tsx';
import { LeadUnavailable } from './lead-unavailable.tsx';
import { useShownLead } from './use-shown-lead.ts';

/** One lead with everything about it (WS-7). */
export function LeadDetailsPage() {
  const { leadId } = useParams({ from: '/leads/$leadId' });
  const params = useWayBack(leadId);
  const lead = useShownLead(leadId);
  if (lead.data) return <LeadDetails key={leadId} lead={lead.data} params={params} />;
  if (lead.isPending) return <LeadDetailsSkeleton params={params} />;
  return (
    <Page title={shared('title.lead')} up={<BackToList params={params} />}>
      <LeadUnavailable lead={lead}>
        <Button
          variant={lead.isMissing ? 'filled' : 'default'}
          renderRoot={(props) => <Link {...props} to="/leads" search={params} />}
        >
          {t('page.back')}
        </Button>
      </LeadUnavailable>
    </Page>
  );
}

/** The list that the person came from. If leads open next to it, this one does on the way back, where there is room. */
function useWayBack(leadId: string): AddressParams {
  const { lead, ...params } = tidyAddress(useSearch({ from: '/leads/$leadId' }));
  const isNarrow = useRoomIs(oneAtATime);
  return lead === undefined || isNarrow ? params : { ...params, lead: leadId };
}
