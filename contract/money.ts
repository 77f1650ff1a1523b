import { z } from 'zod';
import { currencies } from './currencies.ts';

export { currencies };

/** Money as a whole number of the currency's minor units (cents), so that nothing is ever rounded. */
export const money = z
  .strictObject({
    amountMinor: z
      .number()
      .int('must be a whole number of minor units (cents)')
      .min(0, 'must not be negative')
      .max(1e15, 'is too large for a deal'),
    currency: z
      .string()
      .refine(
        (code) => Object.hasOwn(currencies, code),
        'is not a currency code that is offered (ISO 4217, capitals)',
      ),
  })
  .describe('Money: whole minor units and an ISO 4217 code');
export type Money = z.infer<typeof money>;
