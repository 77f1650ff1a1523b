import { z } from 'zod';
import { isCountryCode, toCountryCode } from '../countries.ts';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { foldForSearch, isSearchable } from '../search-folding.ts';
import { calendarDay, id, instant, maxNameCharacters, text } from '../text.ts';
import { leadSorts } from './lead-fields.ts';
import {
  type AnyOfName,
  anyOfField,
  anyOfNames,
  boundsOf,
  flagNames,
  rangeNames,
  recordOf,
  standInsOf,
  takenValues,
} from './lead-filters.ts';
import { leadSummary } from './leads.ts';
import { leadTabs } from './lists.ts';

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

const day = calendarDay.optional();
const yesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional();

/** The filters of the table of lead fields: OR within one, AND between them (WS-3). */
const filters = {
  ...recordOf(anyOfNames, anyOf),
  ...recordOf(
    rangeNames.map((name) => boundsOf(name).from),
    () => day.describe('On or after this day, in the time zone of your profile; for API tokens, in UTC'),
  ),
  ...recordOf(
    rangeNames.map((name) => boundsOf(name).to),
    () => day.describe('On or before this day'),
  ),
  ...recordOf(flagNames, () => yesOrNo),
};

/** WS-5: counts characters as a reader does, without punctuation. */
const search = text(maxNameCharacters)
  .refine((term) => term === '' || isSearchable(foldForSearch(term)), said(fault('text.notSearchable')))
  .transform((term) => term || undefined)
  .optional();

const sort = z
  .enum([...leadSorts, ...leadSorts.map((name) => `-${name}` as const)])
  .default('-createdAt')
  .describe(
    'A leading minus sorts downwards. Names sort by their letters, accents and case aside; values by what they are worth in USD, approximately.',
  );

const query = {
  tab: z.enum(leadTabs).default('marketplace'),
  search,
  ...filters,
};

/** Which leads: tab, search and filters. Shared by the list, the counts, the facets and the export. */
export const leadQuery = z.strictObject(query);
export type LeadQuery = z.infer<typeof leadQuery>;

/** A query, and which of its values to count. */
export const leadFacetsQuery = leadQuery.extend({
  facet: many(z.enum(anyOfNames)).describe(
    'The filters whose values are counted; all but `location` unless told',
  ),
  customerNameContains: text(maxNameCharacters)
    .transform((part) => part || undefined)
    .optional()
    .describe('Narrows the customer names that are listed, whatever their accents and case'),
});
export type LeadFacetsQuery = z.infer<typeof leadFacetsQuery>;

export const leadListQuery = z.strictObject({
  ...query,
  sort,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export type LeadListQuery = z.infer<typeof leadListQuery>;

export const leadExportQuery = z.strictObject({ ...query, sort, format: z.enum(['csv']).default('csv') });
export type LeadExportQuery = z.infer<typeof leadExportQuery>;

export const leadNeighborsQuery = z.strictObject({ ...query, sort });
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
