import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useLiveLeads } from '../../../api/live.ts';
import { isMissing } from '../../../ui/content/index.ts';
import { contactChecksQuery, useFollowChecks } from '../contact-checks/index.ts';
import { leadQuery, useLeadCache } from './lead-data.ts';

/** A lead that is shown whole, kept current. `isMissing`: it is gone, or not for this person. */
export function useShownLead(leadId: string) {
  // Fetched in parallel with the lead, so that everything appears together.
  usePrefetchQuery(contactChecksQuery(leadId));
  const lead = useQuery(leadQuery(leadId));
  const checks = useQuery({ ...contactChecksQuery(leadId), enabled: lead.data !== undefined });
  const cache = useLeadCache();
  useFollowChecks(leadId, checks.data?.checking);
  useLiveLeads(({ leadIds, missed }) => {
    if (missed || leadIds.includes(leadId)) cache.refresh(leadId);
  });
  return { ...lead, data: isMissing(lead.error) ? undefined : lead.data, isMissing: isMissing(lead.error) };
}
