import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { LeadSummary } from '../../../contract/leads/leads.ts';
import type { LeadTab } from '../../../contract/leads/lists.ts';
import { ask } from '../../api/client.ts';
import { useMe } from '../../api/me.ts';
import { queryKeys } from '../../api/queries.ts';
import { activeSearch } from '../../lead-query/query.ts';

const pauseMs = 120;
const mostOfTab = 8;
const keptMs = 60_000;

export interface Hit {
  readonly lead: LeadSummary;
  readonly tab: LeadTab;
}

/** The leads of one tab that a search finds. */
interface TabHits {
  readonly tab: LeadTab;
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** What the search for leads has come to. */
export interface LeadHits {
  readonly tabs: readonly TabHits[];
  /** Whether the answer is still to come; what is shown until then is the one before. */
  readonly isLate: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

const hitsQuery = (tab: LeadTab, search: string) => ({
  queryKey: [...queryKeys.leads, 'palette', tab, search],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<TabHits> => {
    const page = await ask('GET /api/v1/leads', { query: { tab, search, limit: mostOfTab }, signal });
    return { tab, hits: page.items.map((lead) => ({ lead, tab })), total: page.total };
  },
  // Terms may name people: they do not stay in memory for longer than somebody needs to come back.
  gcTime: keptMs,
});

/** The tabs that together hold every lead that the person may see. */
function useTabs(): readonly LeadTab[] {
  return useMe().organization.kind === 'operator' ? ['marketplace'] : ['marketplace', 'qualified'];
}

/** Searches leads in both tabs while somebody types; the answer to the latest term counts (WS-5). */
export function useLeadHits(term: string): LeadHits {
  const { readLeads } = useMe().permissions;
  const tabs = useTabs();
  const wanted = readLeads ? activeSearch(term) : undefined;
  const [search] = useDebouncedValue(wanted, pauseMs);
  const answer = useQuery({
    queryKey: [...queryKeys.leads, 'palette', tabs, search],
    queryFn: ({ signal }) => Promise.all(tabs.map((tab) => hitsQuery(tab, search ?? '').queryFn({ signal }))),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
    gcTime: keptMs,
  });
  const isAsked = wanted !== undefined;
  const failed = isAsked && answer.isError && search === wanted;
  return {
    tabs: isAsked && !failed ? (answer.data ?? []) : [],
    isLate: isAsked && !failed && (search !== wanted || answer.isPlaceholderData || answer.isPending),
    error: failed ? answer.error : null,
    retry: () => void answer.refetch(),
  };
}

const leadChoice = /^lead:(marketplace|qualified):([0-9a-f-]{36})$/;

/** The id of a lead as a choice. It names the tab, so that the lead is found again at once. */
export const leadChoiceId = ({ lead, tab }: Hit) => `lead:${tab}:${lead.id}`;

/** The leads among the recent choices, as far as the person still sees them. */
export function useRecentLeads(recent: readonly string[]): Hit[] {
  const { readLeads } = useMe().permissions;
  const named = recent.flatMap((id) => {
    const [, tab, leadId = ''] = leadChoice.exec(id) ?? [];
    return tab === 'marketplace' || tab === 'qualified' ? [hitsQuery(tab, leadId)] : [];
  });
  const answers = useQueries({ queries: readLeads ? named : [] });
  return answers.flatMap(({ data }) => data?.hits ?? []);
}
