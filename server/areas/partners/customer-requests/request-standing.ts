import type { Transaction } from '../../../platform/database/database.ts';
import { findRequest, findRequestOf, listForwards } from './customer-requests.repo.ts';

/** The state of the request of a lead's customer, limited to what the operator may know. */
export interface RequestStanding {
  readonly linkEndsAt: Date;
  readonly withdrawnAt: Date | null;
  /** Where the customer sent the request on to after this lead, oldest first. */
  readonly sentOn: readonly {
    readonly organizationId: string;
    readonly partnerName: string;
    readonly leadId: string;
    readonly at: Date;
  }[];
}

/**
 * The request that a lead opened or belongs to; undefined: its customer has no link. The transaction works for the
 * operator.
 */
export async function findRequestStanding(
  tx: Transaction,
  operatorId: string,
  lead: {
    readonly organization_id: string;
    readonly id: string;
    readonly customer_request_id: string | null;
  },
): Promise<RequestStanding | undefined> {
  const request =
    lead.customer_request_id === null
      ? await findRequestOf(tx, operatorId, lead)
      : await findRequest(tx, operatorId, lead.customer_request_id);
  if (!request) return undefined;
  const forwards = await listForwards(tx, request);
  const own = forwards.findIndex((forward) => forward.lead_id === lead.id);
  return {
    linkEndsAt: request.expires_at,
    withdrawnAt: request.withdrawn_at,
    sentOn: forwards.slice(own + 1).map((forward) => ({
      organizationId: forward.lead_organization_id,
      partnerName: forward.partner_name,
      leadId: forward.lead_id,
      at: forward.sent_at,
    })),
  };
}
