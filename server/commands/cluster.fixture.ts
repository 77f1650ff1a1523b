import { Factories } from '../../test/factories.ts';
import { createDb, createPool } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { createLogger } from '../platform/log.ts';
import { paths } from '../platform/paths.ts';

/**
 * Creates a cluster as a start of the product does, with an operator and a partner who has an offer, and stops its
 * server. @returns where the partner's marketplace sends its leads, and for which offer
 */
export async function makeFilledCluster(
  dataFolder: string,
): Promise<{ endpoint: string; offerName: string }> {
  const server = await startEmbeddedPostgres({ dataFolder });
  await server.ensureDatabase('leadlight');
  const connectionString = server.connectionString('leadlight');
  const pool = createPool({ connectionString, poolSize: 2, log: createLogger('silent') });
  await migrateToLatest(pool, paths);
  const make = new Factories(createDb(pool), () => new Date());
  await make.organization('operator');
  const partner = await make.partner();
  const { name: offerName } = await make.offer(partner);
  const endpoint = `/intake/marketplace/${await make.marketplaceKey(partner.id)}`;
  await pool.end();
  await server.stop();
  return { endpoint, offerName };
}
