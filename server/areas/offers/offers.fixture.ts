import { expect } from 'vitest';
import { type Offer, offer } from '../../../contract/offers/offers.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { type Answer, body, type Caller, problemOf } from '../../../test/server.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
interface Sending {
  readonly as?: Caller;
  readonly headers?: Record<string, string>;
}

/** Everything that an offer needs to be published. */
export const complete = {
  name: 'Backup Suite',
  searchSummary: 'Backups that come back',
  description: 'Nightly backups.\n\n- quick\n- **safe**',
  callToAction: 'ContactMe',
  storefronts: ['AppSource'],
};

/** The paths of what an answer says is wrong. */
export const pathsOf = (answer: Answer) => problemOf(answer).issues?.map((issue) => issue.path);

/** A lead world whose Business profile admin of Contoso writes offers. */
export function useOffers(options?: Parameters<typeof useLeadWorld>[0]) {
  const { server, world } = useLeadWorld(options);
  const send = (
    method: Method,
    rest = '',
    sent?: unknown,
    { as = world.as.profileAdmin, headers = {} }: Sending = {},
  ): Promise<Answer> => server.request(method, `/api/v1/offers${rest}`, { as, body: sent, headers });
  let count = 0;
  return {
    server,
    world,
    send,
    read: async (id: string): Promise<Offer> => body(offer, await send('GET', `/${id}`)),
    /** A draft of Contoso with an id of its own. */
    begin: async (listing: object = complete, as?: Caller): Promise<Offer> => {
      const { publisherId, id: organizationId } = world.contoso;
      const sent = { organizationId, publisherId, offerId: `made-${++count}`, listing };
      const answer = await send('POST', '', sent, { as });
      expect(answer.status).toBe(201);
      return body(offer, answer);
    },
    publish: async ({ id }: Offer): Promise<Offer> => body(offer, await send('POST', `/${id}/publish`)),
    /** Its row, as the owner of the table sees it. */
    rowOf: ({ id }: Offer) =>
      server.database.ownerDb
        .selectFrom('offer')
        .select(['id', 'title'])
        .where('offer_key', '=', id.split('.')[1] ?? '')
        .executeTakeFirstOrThrow(),
  };
}
