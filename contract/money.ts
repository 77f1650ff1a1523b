import { z } from 'zod';
import { currencies } from './currencies.ts';
import { fault } from './faults/catalogue.ts';
import { said } from './faults/said.ts';

export { currencies };

/** Money as a whole number of the currency's minor units (cents), so that nothing is ever rounded. */
export const money = z
  .strictObject({
    amountMinor: z
      .number()
      .int(said(fault('money.notWhole')))
      .min(0, said(fault('money.negative')))
      .max(1e15, said(fault('money.tooLarge'))),
    currency: z.string().refine((code) => Object.hasOwn(currencies, code), said(fault('money.noCurrency'))),
  })
  .describe('Money: whole minor units and an ISO 4217 code');
export type Money = z.infer<typeof money>;
