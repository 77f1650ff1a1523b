import type { CatchAllMemory } from '../../../engines/contact-verifier/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/database.ts';

/** What is known about catch-all domains, shared by all processes and kept when they end. */
export function rememberCatchAllInDatabase(db: Db, clock: Clock): CatchAllMemory {
  return {
    get: async (domain) => {
      const row = await db
        .selectFrom('catch_all_domain')
        .select('catch_all')
        .where('domain', '=', domain)
        .where('known_until', '>', clock.now())
        .executeTakeFirst();
      return row?.catch_all ?? null;
    },
    set: async (domain, catchAll, until) => {
      const values = { catch_all: catchAll, known_until: until };
      await db
        .insertInto('catch_all_domain')
        .values({ domain, ...values })
        .onConflict((conflict) => conflict.column('domain').doUpdateSet(values))
        .execute();
    },
  };
}

/** Deletes domains whose result is out of date: they would be probed again anyway. */
export async function forgetStaleCatchAlls(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('catch_all_domain').where('known_until', '<=', now).execute();
}
