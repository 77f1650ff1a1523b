import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type LeadSort, leadSorts } from '../../../../contract/leads/lead-fields.ts';
import type { LeadListQuery } from '../../../../contract/leads/lead-list.ts';
import { writtenInstant } from '../../../../contract/text.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { AppError } from '../../../platform/errors.ts';
import { sentence } from './catalogue.ts';

interface SortKey {
  readonly key: RawBuilder<unknown>;
  readonly value: z.ZodType<string | number>;
  readonly cast: string;
}

const storableText = z.string().max(1000).refine(storable);
const rank = z.number().int().min(0).max(99);

/** The key of each sort; each has an index that ends with the id, so that every order is total: tests check it. */
const sortKeys = {
  createdAt: { key: sql.ref('lead.received_at'), value: writtenInstant, cast: 'timestamptz' },
  customerName: {
    key: sql.ref('lookup.customer_order'),
    value: storableText,
    cast: 'text',
  },
  status: { key: sql.ref('lead.status_sort'), value: rank, cast: 'smallint' },
  leadQuality: { key: sql.ref('lead.quality_sort'), value: rank, cast: 'smallint' },
  emailValidity: { key: validityRank('email'), value: rank, cast: 'integer' },
  phoneValidity: { key: validityRank('phone'), value: rank, cast: 'integer' },
  dealValue: {
    key: sql.ref('lookup.value_order'),
    value: z.number().int().min(-1),
    cast: 'bigint',
  },
  expiresAt: {
    key: sql.ref('lead.expiry_sort'),
    value: z.union([writtenInstant, z.literal('infinity')]),
    cast: 'timestamptz',
  },
} as const satisfies Record<LeadSort, SortKey>;

/** Word for word as in its index: reachable contacts first, missing ones last. */
function validityRank(of: 'email' | 'phone'): RawBuilder<number> {
  return sql.raw(`(case when lead.contact_${of} is null then 5 else
    case lead.${of}_validity when 'Valid' then 1 when 'Spam' then 3 when 'Invalid' then 4 else 2 end end)`);
}

/** While older leads have no row in `lead_lookup` yet, these sorts use what every lead has. */
const keysMeanwhile: Partial<Record<LeadSort, SortKey>> = {
  customerName: { key: sql.ref('lead.customer_sort'), value: storableText, cast: 'text' },
  dealValue: { key: sql.ref('lead.value_sort'), value: storableText, cast: 'text' },
};

function sortKey(order: LeadOrder): SortKey {
  return (order.meanwhile ? keysMeanwhile[order.name] : undefined) ?? sortKeys[order.name];
}

/** Sorts that need a row of `lead_lookup` for each lead. */
export function needsLookup(order: LeadOrder): boolean {
  return order.name in keysMeanwhile;
}

/** Whether the query must join `lead_lookup` as `lookup`. */
export function walksLookup(order: LeadOrder): boolean {
  return needsLookup(order) && !order.meanwhile;
}

function storable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}

export interface LeadOrder {
  readonly name: LeadSort;
  readonly descending: boolean;
  /** true while older leads are still being prepared for this order. */
  readonly meanwhile?: boolean;
}

/** The position of a row in an order. */
export interface LeadPosition {
  readonly value: string | number;
  readonly id: string;
}

/** The order that a sort on the wire means; a leading `-` means descending. */
export function orderOf(sort: LeadListQuery['sort']): LeadOrder {
  const descending = sort.startsWith('-');
  const name = leadSorts.find((one) => one === sort.replace(/^-/, '')) ?? 'createdAt';
  return { name, descending };
}

/** The same order, reversed. */
export const reversed = (order: LeadOrder): LeadOrder => ({ ...order, descending: !order.descending });

/** The value by which a row is sorted, as the database has it. */
export function sortValue(order: LeadOrder) {
  return sql<string | number | Date>`${sortKey(order).key}`;
}

function idOf(order: LeadOrder) {
  return sql.ref(walksLookup(order) ? 'lookup.lead_id' : 'lead.id');
}

/** `order by` for reading along the index of that order. */
export function orderBy(order: LeadOrder) {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  return sql`${sortValue(order)} ${direction}, ${idOf(order)} ${direction}`;
}

/** True for rows that come after the position in that order (keyset: stays right while leads arrive, WS-4). */
export function isAfter(order: LeadOrder, position: LeadPosition) {
  const { cast } = sortKey(order);
  const operator = sql.raw(order.descending ? '<' : '>');
  return sql<boolean>`(${sortValue(order)}, ${idOf(order)}) ${operator} (${position.value}::${sql.raw(cast)}, ${position.id}::uuid)`;
}

/** The position of a row, in values that JSON can carry. */
export function positionOf(row: { id: string; sort_value: string | number | Date }): LeadPosition {
  const value = row.sort_value;
  if (value instanceof Date) return { id: row.id, value: value.toISOString() };
  return { id: row.id, value: value === Number.POSITIVE_INFINITY ? 'infinity' : value };
}

/** An opaque cursor for where a page ended. */
export function encodeCursor(order: LeadOrder, position: LeadPosition): string {
  return writeCursor([order.name, order.descending ? 'd' : 'a', position.value, position.id]);
}

/**
 * Reads a cursor back.
 * @throws AppError invalid-cursor when it was not made for this order, or not by us
 */
export function decodeCursor(order: LeadOrder, cursor: string): LeadPosition {
  const shape = z.tuple([
    z.literal(order.name),
    z.literal(order.descending ? 'd' : 'a'),
    sortKey(order).value,
    z.uuid(),
  ]);
  const place = readCursor(shape, cursor);
  if (place === undefined) {
    throw new AppError('invalid-cursor', sentence('cursor.foreign'), {
      issues: [{ path: 'query.cursor', rule: 'cursor', message: sentence('cursor.fault') }],
    });
  }
  const [, , value, id] = place;
  return { value, id };
}
