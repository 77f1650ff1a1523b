import { randomUUID } from 'node:crypto';
import type { ContactSharing } from '../../../../contract/partners/partner-leads.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { requireRevision } from '../../../platform/http/if-match.ts';
import { recordAccess } from '../../audit/index.ts';
import { hasPermission, type PersonActor, requirePermission } from '../../identity/index.ts';
import { findOperator } from '../../organizations/index.ts';
import * as repo from './contact-sharing.repo.ts';

/** Whether a partner shares the contacts of its leads with the operator: off until its Account admin turns it on. */
export class ContactSharingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** For everyone at a partner. @throws AppError not-allowed */
  async get(actor: PersonActor): Promise<ContactSharing> {
    requirePermission(actor, 'readContactSharing');
    return inOrganization(this.db, actor, async (tx) =>
      present(tx, actor, await repo.findSharing(tx, actor.organizationId)),
    );
  }

  /**
   * Takes effect immediately, for existing leads as well. The access log says who changed it.
   * @throws AppError not-allowed, settings-changed
   */
  async set(actor: PersonActor, withOperator: boolean, ifMatch: string | undefined): Promise<ContactSharing> {
    requirePermission(actor, 'changeContactSharing');
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      await repo.lockSharing(tx, actor.organizationId);
      const before = await repo.findSharing(tx, actor.organizationId);
      requireRevision(ifMatch, before?.revision ?? null, await present(tx, actor, before));
      if ((before?.withOperator ?? false) === withOperator) return present(tx, actor, before);
      const kept = { withOperator, changedAt: at, changedBy: actor.name, revision: randomUUID() };
      await repo.saveSharing(tx, actor.organizationId, kept);
      const detail = `contacts are ${withOperator ? 'shared' : 'no longer shared'} with the operator`;
      await recordAccess(tx, actor, { action: 'settings.change', leadIds: [], detail, at });
      return present(tx, actor, kept);
    });
  }
}

async function present(
  tx: Transaction,
  actor: PersonActor,
  kept: repo.KeptSharing | undefined,
): Promise<ContactSharing> {
  return {
    withOperator: kept?.withOperator ?? false,
    operatorName: (await findOperator(tx))?.name ?? null,
    changedAt: kept?.changedAt.toISOString() ?? null,
    changedBy: kept?.changedBy ?? null,
    revision: kept?.revision ?? 'none',
    mayChange: hasPermission(actor, 'changeContactSharing'),
  };
}
