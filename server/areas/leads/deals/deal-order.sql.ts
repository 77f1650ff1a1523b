import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { DealListQuery } from '../../../../contract/leads/deals.ts';
import { type DealSort, dealColumns } from '../../../../contract/leads/lists.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { asRead } from '../../../platform/database/name-order.ts';
import { foreignCursor } from '../../../platform/errors.ts';

/** Where a deal stands, of a lead that is a deal. */
export const dealColumn = sql<string>`case lead.status when 'Won' then 'won' when 'Lost' then 'lost' else lead.stage end`;

/** What a deal is worth: the final value once it is won. */
export const worthMinor = sql<
  number | null
>`case when lead.status = 'Won' then lead.final_value_minor else lead.deal_value_minor end`;
export const worthCurrency = sql<
  string | null
>`case when lead.status = 'Won' then lead.final_value_currency else lead.deal_currency end`;

/** An order of the deals. */
export interface DealOrder {
  readonly name: DealSort;
  readonly descending: boolean;
}

/** The order that a sort on the wire means. */
export function dealOrderOf(sort: DealListQuery['sort']): DealOrder {
  const descending = sort.startsWith('-');
  // What follows the minus is one of the names.
  return { name: sort.replace(/^-/, '') as DealSort, descending };
}

/** Where a page ended. */
export interface DealPlace {
  readonly value: number | string;
  readonly id: string;
}

/** What sorts after every name, and before. */
const [afterNames, beforeNames] = ['\u{10ffff}', ''];

/** What a deal is sorted by; deals without it come last either way. Of the owner, `owner` is joined. */
export function dealSortKey({ name, descending }: DealOrder): RawBuilder<number | string> {
  const last = sql.lit(descending ? -1 : 99_999_999);
  const keys: Readonly<Record<DealSort, RawBuilder<number | string>>> = {
    estimatedPurchaseDate: sql`coalesce(to_char(lead.estimated_purchase_date, 'YYYYMMDD')::bigint, ${last})`,
    value: sql`approximate_value(${worthMinor}, ${worthCurrency})`,
    stage: sql`array_position(array[${sql.join(dealColumns.map((one) => sql.lit(one)))}], ${dealColumn})::bigint`,
    updatedAt: sql`(extract(epoch from lead.updated_at) * 1000)::bigint`,
    name: nameOrLast('lead.deal_name', descending),
    owner: nameOrLast('owner.name', descending),
  };
  return keys[name];
}

function nameOrLast(column: string, descending: boolean): RawBuilder<string> {
  return sql`coalesce(${asRead(column)}, ${sql.lit(descending ? beforeNames : afterNames)})`;
}

/** Where the page after a place begins. */
export function afterDeal(order: DealOrder, { value, id }: DealPlace): RawBuilder<boolean> {
  const operator = sql.raw(order.descending ? '<' : '>');
  const type = sql.raw(isByName(order) ? 'text' : 'bigint');
  return sql`(${dealSortKey(order)}, lead.id) ${operator} (${value}::${type}, ${id}::uuid)`;
}

const isByName = ({ name }: DealOrder) => name === 'name' || name === 'owner';

type Cursor = z.ZodType<[order: string, value: string | number, id: string]>;
const ofNames: Cursor = z.tuple([z.string(), z.string(), z.uuid()]);
const ofNumbers: Cursor = z.tuple([z.string(), z.number().int(), z.uuid()]);
const wordOf = ({ name, descending }: DealOrder) => (descending ? `-${name}` : name);

/** The cursor of a place in an order. */
export function writeDealCursor(order: DealOrder, { value, id }: DealPlace): string {
  return writeCursor([wordOf(order), value, id]);
}

/**
 * The place that a cursor encodes; undefined without a cursor.
 * @throws AppError invalid-cursor when it was not made for this order
 */
export function readDealCursor(order: DealOrder, cursor: string | undefined): DealPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = readCursor(isByName(order) ? ofNames : ofNumbers, cursor);
  if (place?.[0] !== wordOf(order)) throw foreignCursor();
  const [, value, id] = place;
  return { value, id };
}
