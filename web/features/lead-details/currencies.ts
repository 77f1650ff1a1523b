/** Every currency a deal may be valued in: the most used first, the others by code. */
export const currencyCodes: readonly string[] = (
  'USD EUR GBP JPY CHF CAD AUD ' +
  'AED ARS BDT BGN BHD BRL CLP CNY COP CZK DKK EGP GEL GHS HKD HUF IDR ILS INR ISK JOD KES KRW KWD KZT LKR MAD ' +
  'MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD SAR SEK SGD THB TND TRY TWD UAH UYU VND ZAR'
).split(' ');

const euroCountries = new Set(
  'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA'.split(' '),
);
const dollarCountries = new Set(['US', 'EC', 'SV', 'PR', 'GU', 'VI', 'AS', 'UM']);

/** The currency that a customer of this country most likely buys in; USD when nothing better is known. */
export function likelyCurrency(country: string | null): string {
  if (country === null || dollarCountries.has(country)) return 'USD';
  if (euroCountries.has(country)) return 'EUR';
  if (country === 'LI') return 'CHF';
  return currencyCodes.find((code) => code.startsWith(country)) ?? 'USD';
}
