import { sql } from 'kysely';
import { z } from 'zod';
import { type LeadSort, leadSorts } from '../../../contract/enums.ts';
import type { LeadListQuery } from '../../../contract/lead-list.ts';
import { writtenInstant } from '../../../contract/text.ts';
import { AppError } from '../../platform/errors.ts';

/** The column that each sort walks; each has an index that ends with the id, so that every order is total. */
const sortColumns = {
  createdAt: { column: 'lead.received_at', value: writtenInstant, cast: 'timestamptz' },
  customerName: { column: 'lead.customer_sort', value: z.string().max(1000).refine(storable), cast: 'text' },
  status: { column: 'lead.status_sort', value: z.number().int().min(0).max(99), cast: 'smallint' },
  leadQuality: { column: 'lead.quality_sort', value: z.number().int().min(0).max(99), cast: 'smallint' },
  dealValue: { column: 'lead.value_sort', value: z.string().max(30).refine(storable), cast: 'text' },
  expiresAt: {
    column: 'lead.expiry_sort',
    value: z.union([writtenInstant, z.literal('infinity')]),
    cast: 'timestamptz',
  },
} as const satisfies Record<LeadSort, { column: string; value: z.ZodType; cast: string }>;

function storable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}

export interface LeadOrder {
  readonly name: LeadSort;
  readonly descending: boolean;
}

/** The place of a row in an order. */
export interface LeadPosition {
  readonly value: string | number;
  readonly id: string;
}

export function orderOf(sort: LeadListQuery['sort']): LeadOrder {
  const descending = sort.startsWith('-');
  const name = leadSorts.find((one) => one === sort.replace(/^-/, '')) ?? 'createdAt';
  return { name, descending };
}

export const reversed = (order: LeadOrder): LeadOrder => ({ ...order, descending: !order.descending });

/** The value by which a row is sorted, as it stands in the database. */
export function sortValue(order: LeadOrder) {
  return sql.ref<string | number | Date>(sortColumns[order.name].column);
}

/** `order by` for a walk along the index of that order. */
export function orderBy(order: LeadOrder) {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  return sql`${sortValue(order)} ${direction}, lead.id ${direction}`;
}

/** True for rows that come after the position in that order (keyset: stays right while leads arrive, WS-4). */
export function isAfter(order: LeadOrder, position: LeadPosition) {
  const { cast } = sortColumns[order.name];
  const operator = sql.raw(order.descending ? '<' : '>');
  return sql<boolean>`(${sortValue(order)}, lead.id) ${operator} (${position.value}::${sql.raw(cast)}, ${position.id}::uuid)`;
}

/** The position of a row, in values that JSON can carry. */
export function positionOf(row: { id: string; sort_value: string | number | Date }): LeadPosition {
  const value = row.sort_value;
  if (value instanceof Date) return { id: row.id, value: value.toISOString() };
  return { id: row.id, value: value === Number.POSITIVE_INFINITY ? 'infinity' : value };
}

/** An opaque mark of where a page ended. */
export function encodeCursor(order: LeadOrder, position: LeadPosition): string {
  return Buffer.from(
    JSON.stringify([order.name, order.descending ? 'd' : 'a', position.value, position.id]),
  ).toString('base64url');
}

/**
 * Reads a mark back. It only says where to go on: what may be seen is decided by the scope each time.
 * @throws AppError invalid-cursor when it was not made for this order, or not by us
 */
export function decodeCursor(order: LeadOrder, cursor: string): LeadPosition {
  const shape = z.tuple([
    z.literal(order.name),
    z.literal(order.descending ? 'd' : 'a'),
    sortColumns[order.name].value,
    z.uuid(),
  ]);
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new AppError(
      'invalid-cursor',
      'The cursor does not belong to this list and sort. Start again without a cursor.',
      {
        issues: [{ path: 'query.cursor', rule: 'cursor', message: 'was not made for this list and sort' }],
      },
    );
  }
  const [, , value, id] = parsed.data;
  return { value, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
