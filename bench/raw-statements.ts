import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { LeadScope } from '../server/areas/leads/lead/lead-scope.sql.ts';
import {
  appRole,
  createPool,
  type Db,
  inOrganization,
  type Transaction,
} from '../server/platform/database/database.ts';
import { createLogger } from '../server/platform/log.ts';
import { benchPersonId, bigOrganization } from './fill.ts';

/** A person who sees all leads of the big organization. */
export function wholeScope(): LeadScope {
  return {
    organizationId: bigOrganization,
    personId: benchPersonId,
    everything: true,
    locationIds: [],
    ownLocationIds: [],
    now: new Date(),
  };
}

/** The statements that the work runs, from the beginning of its transaction to the end: for {@link runRaw}. */
export async function recordStatements(
  connectionString: string,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = [];
  const pool = createPool({ connectionString, poolSize: 1, log: createLogger('silent'), role: appRole });
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool }),
    log: ({ level, query }) => void (level === 'query' && statements.push(query)),
  });
  try {
    await inOrganization(db, { organizationId: bigOrganization }, work);
    return statements;
  } finally {
    await db.destroy();
  }
}

/** Runs recorded statements through the bare driver, one after another. */
export async function runRaw(client: pg.Client, statements: readonly CompiledQuery[]): Promise<void> {
  for (const { sql: text, parameters } of statements) await client.query({ text, values: [...parameters] });
}
