import { isId } from '../../lead-query/address-values.ts';

/** Which offers the list shows; the page's address carries it. */
export interface OffersSearch {
  partnerId?: string;
}

/** Reads the address and ignores what it does not recognize. */
export function readOffersSearch({ partnerId }: Record<string, unknown>): OffersSearch {
  return isId(partnerId) ? { partnerId } : {};
}
