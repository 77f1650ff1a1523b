import type { Customer } from './customers.ts';
import { inventCustomer } from './customers.ts';
import { marketOf } from './markets/index.ts';
import type { Random } from './random.ts';

const longName =
  `${'The Worshipful Company of Makers, Menders and Carriers of Fine Instruments, Clocks and Scales '.repeat(
    3,
  )}`
    .slice(0, 199)
    .trimEnd()
    .padEnd(200, '.');

interface Oddity {
  readonly country: string;
  readonly customer: Partial<Customer>;
}

/** Customers whose entries stress every page, search and export. */
const oddities: readonly Oddity[] = [
  { country: 'GB', customer: { companyName: '<b>Bold & Sons</b>', email: 'sales@bold-and-sons.example' } },
  {
    country: 'US',
    customer: {
      companyName: '=HYPERLINK("https://prize.example";"Open invoice")',
      firstName: '+Dana',
      lastName: '-Fox',
      email: 'dana.fox@prize.example',
    },
  },
  { country: 'GB', customer: { companyName: longName, email: 'clerk@makers-menders-carriers.example' } },
  {
    country: 'IE',
    customer: {
      companyName: `O'Hara "Quick & Quiet" Repairs`,
      firstName: 'Caoimhe',
      lastName: `O'Hara <workshop>`,
      email: 'caoimhe@quick-and-quiet.example',
    },
  },
  { country: 'IL', customer: { companyName: 'מאפיית „לחם הארץ״ (סניף 3)', email: 'office@lechem.example' } },
  { country: 'JP', customer: { companyName: '有限会社ことり🐦工房', email: 'info@kotori-kobo.example' } },
];

export const oddityCount = oddities.length;

/** The customer at that index, otherwise like anyone from the same country. */
export function oddCustomer(index: number, random: Random): Customer {
  const oddity = oddities[index % oddities.length];
  if (!oddity) throw new Error(`There is no odd customer ${index}.`);
  return { ...inventCustomer(marketOf(oddity.country), random), emailKind: 'Valid', ...oddity.customer };
}
