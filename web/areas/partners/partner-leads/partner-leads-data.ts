import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type PartnerLeadState, partnerLeadStates } from '../../../../contract/partners/lists.ts';
import { request } from '../../../api/client.ts';
import { isId } from '../../../lead-query/address-values.ts';

const pageSize = 50;

/** Which leads the list shows; the page's address carries all of it. */
export interface PartnerLeadsSearch {
  partnerId?: string;
  status?: PartnerLeadState;
  hot?: 'true';
}

/** Reads the address and ignores what it does not recognize. */
export function readPartnerLeadsSearch(params: Record<string, unknown>): PartnerLeadsSearch {
  const status = partnerLeadStates.find((one) => one === params.status);
  const { partnerId } = params;
  return {
    ...(isId(partnerId) && { partnerId }),
    ...(status && { status }),
    ...(params.hot === 'true' && { hot: 'true' }),
  };
}

/** The query keys of partners’ leads. */
export const partnerLeadKeys = {
  all: ['partner-leads'] as const,
  list: (search: PartnerLeadsSearch) => ['partner-leads', 'list', search] as const,
  one: (id: string) => ['partner-leads', 'one', id] as const,
};

/** Partners’ leads that match, newest first, page by page. */
export const partnerLeadsQuery = ({ partnerId, status, hot }: PartnerLeadsSearch) =>
  infiniteQueryOptions({
    queryKey: partnerLeadKeys.list({ partnerId, status, hot }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/operator/leads', {
        query: { partnerId, status, hot, cursor: pageParam, limit: pageSize },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** One lead of a partner, with what the operator may know of it. */
export const partnerLeadQuery = (leadId: string) =>
  queryOptions({
    queryKey: partnerLeadKeys.one(leadId),
    queryFn: ({ signal }) => request('GET /api/v1/operator/leads/:id', { params: { id: leadId }, signal }),
  });
