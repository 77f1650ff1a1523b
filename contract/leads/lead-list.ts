import { z } from 'zod';
import { isCountryCode, toCountryCode } from '../countries.ts';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { fallbackLanguage } from '../languages/languages.ts';
import { languages } from '../languages/lists.ts';
import { foldForSearch, isSearchable } from '../search-folding.ts';
import { calendarDay, id, instant, maxNameCharacters, text } from '../text.ts';
import { exportHeaders } from './export-columns.ts';
import { leadSorts } from './lead-fields.ts';
import {
  type AnyOfName,
  amountParameters,
  anyOfField,
  anyOfNames,
  boundsOf,
  dayParameters,
  flagNames,
  isAmount,
  isCountedUnasked,
  mostDollars,
  rangeNames,
  recordOf,
  standInsOf,
  takenValues,
  type WithinName,
  withinField,
  withinNames,
} from './lead-filters.ts';
import { leadSummary } from './leads.ts';
import { csvSeparators, exportFormats, leadTabs, mostNamedLeads } from './lists.ts';
import { daysRunBackwards, relativeDayPattern } from './relative-days.ts';

/** A filter given once is a string in the query, and a list if repeated: both become a list without duplicates. */
function many<T extends z.ZodType<string, string>>(value: T) {
  return z
    .union([
      z.array(value).max(200, said(fault('list.tooManyValues', { most: 200 }))),
      value.transform((one) => [one]),
    ])
    .transform((values) => [...new Set(values)])
    .optional();
}

const country = z
  .string()
  .transform(toCountryCode)
  .refine(isCountryCode, said(fault('text.noCountry')));

function valueSchema(name: AnyOfName): z.ZodType<string, string> {
  const field = anyOfField(name);
  if (field.type === 'choice') return z.enum(takenValues(field));
  if (field.type === 'text') return text(field.maxCharacters);
  if (field.type === 'country') return country;
  const standIns = standInsOf(name);
  return standIns.length === 0 ? id : z.union([z.enum(standIns), id]);
}

function anyOf(name: AnyOfName) {
  const { hint } = anyOfField(name).filter;
  const values = many(valueSchema(name));
  return hint === undefined ? values : values.describe(hint);
}

/** A day, or one that moves with the calendar. */
const day = z
  .union(
    [
      calendarDay,
      z
        .string()
        .regex(relativeDayPattern)
        .transform((word) => word.replace(' ', '+')),
    ],
    {
      error: said(fault('time.noFilterDay')),
    },
  )
  .optional();

/** A query has text, a body a number; no more digits than cents have. */
const dollars = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,14}(\.\d{1,2})?$/)
        .transform(Number),
    ],
    {
      error: said(fault('amount.noDollars')),
    },
  )
  .refine((amount) => amount >= 0 && amount <= mostDollars && isWholeCents(amount), {
    error: said(fault('amount.noDollars')),
  })
  .optional();

function isWholeCents(amount: number): boolean {
  return Number(amount.toFixed(2)) === amount;
}

function hours(name: WithinName) {
  const most = withinField(name).filter.mostHours;
  const message = said(fault('time.noHours', { most }));
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,5}$/)
          .transform(Number),
      ],
      { error: message },
    )
    .refine((count) => Number.isInteger(count) && count >= 1 && count <= most, { error: message })
    .optional()
    .describe(`Leads to be answered that expire within this many hours, 1 to ${most}`);
}

const yesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional();

const inZone = 'in the time zone of your profile; for API tokens, in UTC';
const orToday = '`today`, `today-7` and `today+30` move with the calendar';
const inDollars = 'in US dollars; other currencies by their approximate worth';

/** The filters of the table of lead fields: OR within one, AND between them (WS-3). */
const filters = {
  ...recordOf(anyOfNames, anyOf),
  ...recordOf(dayParameters, (name) =>
    day.describe(
      name.endsWith('From')
        ? `On or after this day, ${inZone}; ${orToday}`
        : `On or before this day; ${orToday}`,
    ),
  ),
  ...recordOf(amountParameters, (name) =>
    dollars.describe(name.endsWith('From') ? `At least this much, ${inDollars}` : 'At most this much'),
  ),
  ...recordOf(withinNames, hours),
  ...recordOf(flagNames, () => yesOrNo),
};
type Bounds = Readonly<Partial<Record<string, string | number | boolean | readonly string[]>>>;

/** A range that ends before it begins is a mistake in both of its parameters; the later one is named. */
function rangesRunForward(query: Bounds, context: z.core.$RefinementCtx): void {
  // What is no day or amount has been said.
  if (context.issues.length > 0) return;
  for (const name of rangeNames) {
    const bounds = boundsOf(name);
    const [from, to] = [query[bounds.from], query[bounds.to]];
    if (from === undefined || to === undefined) continue;
    if (isAmount(name) ? from <= to : !daysRunBackwards(String(from), String(to))) continue;
    const message = said(isAmount(name) ? fault('amount.reversed') : fault('time.reversed'));
    context.issues.push({ code: 'custom', path: [bounds.to], message, input: query });
  }
}

/** WS-5: counts characters as a reader does, without punctuation. */
const search = text(maxNameCharacters)
  .refine((term) => term === '' || isSearchable(foldForSearch(term)), said(fault('text.notSearchable')))
  .transform((term) => term || undefined)
  .optional();

/** The order of the list (WS-4). */
export const leadSort = z
  .enum([...leadSorts, ...leadSorts.map((name) => `-${name}` as const)])
  .default('-createdAt')
  .describe(
    'A leading minus sorts downwards. Names sort by their letters, accents and case aside; values by what they are worth in USD, approximately.',
  );

/** Which leads: tab, search and filters. Shared by the list, the counts, the facets and the export. */
export const leadQuery = z
  .strictObject({ tab: z.enum(leadTabs).default('marketplace'), search, ...filters })
  .superRefine(rangesRunForward);
export type LeadQuery = z.infer<typeof leadQuery>;

const uncounted = anyOfNames.filter((name) => !isCountedUnasked(name)).map((name) => `\`${name}\``);

/** A query, and which of its values to count. */
export const leadFacetsQuery = leadQuery.safeExtend({
  facet: many(z.enum(anyOfNames)).describe(
    `The filters whose values are counted; all but ${uncounted.join(', ')} unless told`,
  ),
  customerNameContains: text(maxNameCharacters)
    .transform((part) => part || undefined)
    .optional()
    .describe('Narrows the customer names that are listed, whatever their accents and case'),
});
export type LeadFacetsQuery = z.infer<typeof leadFacetsQuery>;

export const leadListQuery = leadQuery.safeExtend({
  sort: leadSort,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export type LeadListQuery = z.infer<typeof leadListQuery>;

export const leadExportQuery = leadQuery.safeExtend({
  sort: leadSort,
  format: z.enum(exportFormats).default('csv'),
  separator: z
    .enum(csvSeparators)
    .default('comma')
    .describe('What stands between the cells of a CSV file; the other formats have their own'),
  language: z
    .enum(languages)
    .default(fallbackLanguage)
    .describe(
      'The language of the first line, the file’s name and the words of closed lists; in English, they are those of the API',
    ),
  columns: many(z.enum(exportHeaders)).describe(
    'The columns of the file, in this order; all of them unless told',
  ),
});

/** As a body, it may also name leads: an address would be too long for them. */
export const leadExportBody = leadExportQuery.safeExtend({
  leadIds: z
    .array(id)
    .min(1, said(fault('list.noLead')))
    .max(mostNamedLeads, said(fault('list.tooManyLeads', { most: mostNamedLeads })))
    .optional()
    .describe('Only these of the leads of the query'),
});
export type LeadExportQuery = z.infer<typeof leadExportBody>;

export const leadNeighborsQuery = leadQuery.safeExtend({ sort: leadSort });
export const leadNeighbors = z.object({ previousId: id.nullable(), nextId: id.nullable() });
export type LeadNeighbors = z.infer<typeof leadNeighbors>;

const countedAt = instant.describe(
  'The moment of the total. A bulk action on all leads of the query sends both back',
);

export const leadPage = z
  .object({
    items: z.array(leadSummary),
    nextCursor: z.string().nullable().describe('null on the last page'),
    total: z
      .number()
      .int()
      .describe('All leads of the query; where totalIsExact is false, there are at least this many'),
    totalIsExact: z.boolean().describe('false when a search has too many leads to count them for a page'),
    searchIsComplete: z
      .boolean()
      .describe('false while older leads are still being prepared for search, after an update'),
    countedAt,
  })
  .meta({ id: 'LeadPage' });
export type LeadPage = z.infer<typeof leadPage>;

const facetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export const leadFacets = z
  .object({
    tabs: z.object({
      marketplace: z.number().int(),
      qualified: z.number().int(),
      favorites: z.number().int(),
    }),
    total: z.number().int().describe('All leads of the query, counted'),
    countedAt,
    facets: z.record(z.enum(anyOfNames), z.array(facetValue)),
  })
  .meta({ id: 'LeadFacets' });
export type LeadFacets = z.infer<typeof leadFacets>;
export type FacetValue = z.infer<typeof facetValue>;
