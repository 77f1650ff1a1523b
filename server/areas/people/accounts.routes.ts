import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app.ts';
import type { IdentityService, SessionCookie } from '../identity/index.ts';
import type { Outbox } from '../mail/index.ts';
import { registerAccountLinkRoutes } from './account-links.routes.ts';
import { AccountLinks } from './account-links.service.ts';
import { EmailVerification } from './email-verification.service.ts';
import { Invitations } from './invitations.service.ts';
import { Joining } from './joining.service.ts';
import { Memberships } from './memberships.service.ts';
import { PasswordReset } from './password-reset.service.ts';
import { registerPeopleRoutes } from './people.routes.ts';

export interface AccountParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly config: Config;
  readonly identity: IdentityService;
  readonly cookie: SessionCookie;
  readonly outbox: Outbox;
}

/** The people of an organization, invitations, new passwords and confirmed addresses (ID-5). */
export function registerAccounts(
  app: App,
  { db, clock, config, identity, cookie, outbox }: AccountParts,
): void {
  const links = new AccountLinks(db, clock, config.publicUrl);
  const sendsMail = config.mail !== undefined;
  const invitations = new Invitations(db, clock, links, outbox, sendsMail);
  registerPeopleRoutes(app, new Memberships(db, clock), invitations);
  registerAccountLinkRoutes(app, config, {
    identity,
    cookie,
    joining: new Joining(db, clock, identity, links),
    reset: new PasswordReset(db, clock, links, outbox),
    verification: new EmailVerification(db, clock, identity, links, outbox, sendsMail),
  });
}
