import { composeApp } from '../../server/main.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { readConfig } from '../../server/platform/config.ts';
import { openAppPools } from '../../server/platform/database/pools.ts';
import { createLogger } from '../../server/platform/log.ts';

/** The OpenAPI document as the server serves it; needs no database, as nothing is queried. */
export async function describeOpenApi(): Promise<string> {
  const config = readConfig({});
  const log = createLogger('silent');
  const pools = openAppPools('postgres://nobody@127.0.0.1:1/none', config.databasePoolSize, log);
  const app = await composeApp({ config, log, clock: systemClock, pools, isDemo: false });
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return text;
}
