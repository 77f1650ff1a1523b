import { Factories } from '../../test/factories.ts';
import { createDb, createPool, type Db } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { createLogger } from '../platform/log.ts';
import { paths } from '../platform/paths.ts';

/** What a new cluster holds, for tests that need more in it. */
export interface NewCluster {
  readonly db: Db;
  readonly make: Factories;
  readonly partner: { readonly id: string };
}

/**
 * Creates a cluster as a start of the product does, with an operator and a partner who has an offer, and stops its
 * server. @returns where the partner's marketplace sends its leads, and for which offer
 */
export async function makeFilledCluster(
  dataFolder: string,
  fill: (cluster: NewCluster) => Promise<void> = async () => undefined,
): Promise<{ endpoint: string; offerName: string }> {
  const server = await startEmbeddedPostgres({ dataFolder });
  await server.ensureDatabase('leadlight');
  const connectionString = server.connectionString('leadlight');
  const pool = createPool({ connectionString, poolSize: 2, log: createLogger('silent') });
  await migrateToLatest(pool, paths);
  const db = createDb(pool);
  const make = new Factories(db, () => new Date());
  await make.organization('operator');
  const partner = await make.partner();
  const { name: offerName } = await make.offer(partner);
  const endpoint = `/intake/marketplace/${await make.marketplaceKey(partner.id)}`;
  await fill({ db, make, partner });
  await pool.end();
  await server.stop();
  return { endpoint, offerName };
}
