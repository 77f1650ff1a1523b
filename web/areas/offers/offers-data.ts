import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Offer, OfferChange } from '../../../contract/offers/offers.ts';
import { request } from '../../api/client.ts';

/** The query keys of offers. */
export const offerKeys = {
  all: ['offers'] as const,
  list: (partnerId: string | undefined) => ['offers', 'list', partnerId ?? null] as const,
  one: (id: string) => ['offers', 'one', id] as const,
};

/** Offers by id, page by page. */
export const offersQuery = (partnerId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: offerKeys.list(partnerId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/offers', { query: { organizationId: partnerId, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** One offer as it is being edited. */
export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: offerKeys.one(id),
    queryFn: ({ signal }) => request('GET /api/v1/offers/:id', { params: { id }, signal }),
  });

const based = ({ id }: Pick<Offer, 'id'>, revision: string) => ({
  params: { id },
  headers: { 'if-match': `"${revision}"` },
});

/** Changes of one offer, each based on a revision. */
export const offerActions = {
  change: (offer: Pick<Offer, 'id'>, body: OfferChange, revision: string) =>
    request('PATCH /api/v1/offers/:id', { ...based(offer, revision), body }),
  preview: (offer: Pick<Offer, 'id'>, revision: string) =>
    request('POST /api/v1/offers/:id/preview', based(offer, revision)),
  publish: (offer: Pick<Offer, 'id'>, revision: string) =>
    request('POST /api/v1/offers/:id/publish', based(offer, revision)),
  discard: (offer: Pick<Offer, 'id'>, revision: string) =>
    request('POST /api/v1/offers/:id/discard', based(offer, revision)),
  stop: (offer: Pick<Offer, 'id'>, revision: string) =>
    request('POST /api/v1/offers/:id/stop', based(offer, revision)),
  remove: (offer: Pick<Offer, 'id'>, revision: string) =>
    request('DELETE /api/v1/offers/:id', based(offer, revision)),
};
