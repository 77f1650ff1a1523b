import type { Deal } from '../../../../contract/leads/deals.ts';
import { t } from './catalogue.ts';

/** The customer of a deal, or that it has none. */
export const customerOf = ({ customer }: Deal): string => customer ?? t('card.unnamed');

/** What a deal is called: by its name, or else its customer. */
export const nameOf = (deal: Deal): string => deal.name ?? customerOf(deal);
