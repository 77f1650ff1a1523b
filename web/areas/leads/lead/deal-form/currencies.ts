import { currencies } from '../../../../../contract/currencies.ts';

const mostUsed = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD'];

/** Every currency for the value of a deal: the most used first, the others by code. */
export const currencyCodes: readonly string[] = [
  ...mostUsed,
  ...Object.keys(currencies)
    .filter((code) => !mostUsed.includes(code))
    .sort(),
];

/** Countries whose currency code does not begin with the country code. */
const sharedBy: Readonly<Record<string, string>> = {
  AUD: 'KI NR TV',
  CHF: 'LI',
  DKK: 'FO GL',
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT',
  GBP: 'GG IM JE',
  ILS: 'PS',
  MAD: 'EH',
  NOK: 'BV SJ',
  NZD: 'CK NU PN TK',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI',
  XAF: 'CF CG CM GA GQ TD',
  XCD: 'AG AI DM GD KN LC MS VC',
  XCG: 'CW SX',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XPF: 'NC PF WF',
};

const shared = new Map(
  Object.entries(sharedBy).flatMap(([code, countries]) =>
    countries.split(' ').map((country) => [country, code] as const),
  ),
);

/** The currency that a customer in this country most likely buys in; USD when unknown. */
export function likelyCurrency(country: string | null): string {
  if (country === null) return 'USD';
  return shared.get(country) ?? currencyCodes.find((code) => code.startsWith(country)) ?? 'USD';
}
