import type { Area, AreaParts } from '../../platform/area.ts';
import { type IdentityService, noteFailedSignIn, type SessionCookie } from '../identity/index.ts';
import type { Outbox } from '../mail/index.ts';
import { AccountLinks } from './account-links.service.ts';
import { sendReset } from './accounts.jobs.ts';
import { registerAccounts } from './accounts.routes.ts';
import { FailedSignIns } from './failed-sign-ins.service.ts';
import { PasswordReset } from './password-reset.service.ts';

export interface PeopleParts extends AreaParts {
  readonly identity: IdentityService;
  readonly cookie: SessionCookie;
  readonly outbox: Outbox;
}

/** Accounts: invitations, passwords, addresses, and who belongs to which organization. */
export function peopleArea({ config, clock, databases, identity, cookie, outbox }: PeopleParts): Area {
  const db = databases.general;
  return {
    serve: ({ app }) => registerAccounts(app, { db, clock, config, identity, cookie, outbox }),
    jobs: () => {
      const reset = new PasswordReset(db, clock, new AccountLinks(db, clock, config.publicUrl), outbox);
      const failures = new FailedSignIns(db);
      return [
        sendReset.doneBy(({ personId, linkId }) => reset.send(personId, linkId)),
        noteFailedSignIn.doneBy((failure) => failures.note(failure)),
      ];
    },
  };
}
