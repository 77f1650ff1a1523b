import { z } from 'zod';

/** ISO 4217 codes that a deal may be valued in, with the digits of their minor unit. */
export const currencies: Readonly<Record<string, number>> = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  JPY: 0,
  CHF: 2,
  CAD: 2,
  AUD: 2,
  NZD: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  CZK: 2,
  HUF: 2,
  RON: 2,
  BGN: 2,
  ISK: 0,
  TRY: 2,
  ILS: 2,
  AED: 2,
  SAR: 2,
  QAR: 2,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  EGP: 2,
  MAD: 2,
  TND: 3,
  ZAR: 2,
  NGN: 2,
  KES: 2,
  GHS: 2,
  INR: 2,
  PKR: 2,
  BDT: 2,
  LKR: 2,
  IDR: 2,
  MYR: 2,
  SGD: 2,
  THB: 2,
  VND: 0,
  PHP: 2,
  CNY: 2,
  HKD: 2,
  TWD: 2,
  KRW: 0,
  BRL: 2,
  MXN: 2,
  ARS: 2,
  CLP: 0,
  COP: 2,
  PEN: 2,
  UYU: 2,
  UAH: 2,
  KZT: 2,
  GEL: 2,
  RSD: 2,
};

/** Money as a whole number of the currency's minor units (cents), so that nothing is ever rounded. */
export const money = z
  .strictObject({
    amountMinor: z
      .number()
      .int('must be a whole number of minor units (cents)')
      .min(0, 'must not be negative')
      .max(1e15, 'is larger than any deal'),
    currency: z
      .string()
      .refine(
        (code) => Object.hasOwn(currencies, code),
        'is not a currency code that is offered (ISO 4217, capitals)',
      ),
  })
  .describe('Money: whole minor units and an ISO 4217 code');
export type Money = z.infer<typeof money>;
