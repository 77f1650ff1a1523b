import { sql } from 'kysely';
import type { QuietHours } from '../../../../contract/messages/action-center.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { heldUntil, type MaybeHot, type QuietTimes, quietAt } from './quiet-hours.rules.ts';
import { isId, type Recipient } from './recipients.repo.ts';

interface QuietRow {
  from_minute: number | null;
  until_minute: number | null;
  weekends: boolean;
  except_hot: boolean;
}

function timesOf({ from_minute: from, until_minute: until, weekends, except_hot }: QuietRow): QuietTimes {
  const night = from === null || until === null ? null : { from, until };
  return { night, weekends, exceptHot: except_hot };
}

/** The quiet hours of the transaction’s person, as they chose them; null: none. */
export async function findQuietHours(tx: Transaction, personId: string): Promise<QuietHours | null> {
  const row = await tx
    .selectFrom('quiet_hours')
    .select(['from_minute', 'until_minute', 'weekends', 'except_hot'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const { night, weekends, exceptHot } = timesOf(row);
  return {
    night: night && { from: toClock(night.from), until: toClock(night.until) },
    weekends,
    exceptHot,
  };
}

/** Puts quiet hours in place of those before; null: none. */
export async function saveQuietHours(
  tx: Transaction,
  personId: string,
  hours: QuietHours | null,
  at: Date,
): Promise<void> {
  if (hours === null) {
    await tx.deleteFrom('quiet_hours').where('person_id', '=', personId).execute();
    return;
  }
  const { night, weekends, exceptHot } = hours;
  const columns = {
    from_minute: night && toMinute(night.from),
    until_minute: night && toMinute(night.until),
    weekends,
    except_hot: exceptHot,
    changed_at: at,
  };
  await tx
    .insertInto('quiet_hours')
    .values({ person_id: personId, ...columns })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(columns))
    .execute();
}

const toMinute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const toClock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** When a recipient wants no emails about single leads; undefined: at no time. For the worker. */
export async function unscopedFindQuietTimes(
  tx: Db | Transaction,
  { key }: Pick<Recipient, 'key'>,
): Promise<QuietTimes | undefined> {
  if (!isId(key)) return undefined;
  const { rows } = await sql<QuietRow>`select * from find_quiet_hours(${key})`.execute(tx);
  return rows[0] && timesOf(rows[0]);
}

/** Until when an email about these leads to a recipient is held back; undefined: it goes out now. For the worker. */
export async function unscopedFindHeldUntil(
  tx: Db | Transaction,
  recipient: Pick<Recipient, 'key' | 'timeZone'>,
  leads: readonly MaybeHot[],
  now: Date,
): Promise<Date | undefined> {
  const times = await unscopedFindQuietTimes(tx, recipient);
  return heldUntil(quietAt(times, recipient.timeZone ?? 'UTC', now), leads, now);
}
