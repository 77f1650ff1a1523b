import type { Area, AreaParts } from '../../platform/area.ts';
import { registerAccessLogRoutes } from './access-log/access-log.routes.ts';
import { AccessLogService, type NameLeads } from './access-log/access-log.service.ts';
import { registerAuthentication } from './authentication.ts';
import { registerCredentialRoutes } from './credentials/credentials.routes.ts';
import { CredentialsService } from './credentials/credentials.service.ts';
import { registerIdentityRoutes } from './identity.routes.ts';
import { IdentityService } from './identity.service.ts';
import { forgetReceipts } from './request-receipts.jobs.ts';
import { unscopedForgetReceipts } from './request-receipts.repo.ts';
import { shareByTurns } from './request-turns.ts';
import { SessionCookie } from './session-cookie.ts';

/** Who is asking: sign-in, sessions, tokens, request turns, and the log of all of it. */
export function identityArea({
  config,
  clock,
  databases,
  nameLeads,
}: AreaParts & { readonly nameLeads: NameLeads }) {
  const identity = new IdentityService(databases.accounts, clock);
  const cookie = new SessionCookie(config.publicUrl);
  const area: Area = {
    serve: ({ app, pools }) => {
      registerAuthentication(app, { identity, cookie, strangersPerMinute: config.strangersPerMinute });
      shareByTurns(app, pools.general.pool.options.max);
      registerIdentityRoutes(app, identity, cookie);
      registerCredentialRoutes(app, new CredentialsService(databases.general, clock, config.publicUrl));
      registerAccessLogRoutes(app, new AccessLogService(databases.general, clock, nameLeads));
    },
    jobs: () => [
      forgetReceipts.doneBy(async () => {
        await unscopedForgetReceipts(databases.general, clock.now());
      }),
    ],
  };
  return { ...area, identity, cookie };
}
