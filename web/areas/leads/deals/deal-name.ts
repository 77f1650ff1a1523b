import type { Deal } from '../../../../contract/leads/deals.ts';
import { shared } from '../../../ui/words/catalogue.ts';

/** The customer of a deal, or that it has none. */
export const customerOf = ({ customer }: Deal): string => customer ?? shared('unnamedCustomer');

/** What a deal is called: by its name, or else its customer. */
export const nameOf = (deal: Deal): string => deal.name ?? customerOf(deal);
