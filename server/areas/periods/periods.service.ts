import type {
  OperatorPolicy,
  OperatorPolicyAnswer,
  OperatorPolicyChange,
} from '../../../contract/organizations/partners.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { requireRevision } from '../../platform/http/if-match.ts';
import { recordAccess } from '../audit/index.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import * as repo from './periods.repo.ts';

/** What the operator sets for the whole installation (LC-10, NT-2). */
export class PeriodsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed */
  async get(actor: Actor): Promise<OperatorPolicyAnswer> {
    requirePermission(actor, 'managePeriods');
    return inOrganization(this.db, actor, (tx) => repo.getPolicy(tx));
  }

  /**
   * Changes only what is sent; existing leads keep their deadlines. The access log keeps who changed what.
   * @param ifMatch the revision that the change is based on; undefined: any
   * @throws AppError not-allowed, settings-changed
   */
  async change(
    actor: Actor,
    change: OperatorPolicyChange,
    ifMatch: string | undefined,
  ): Promise<OperatorPolicyAnswer> {
    requirePermission(actor, 'managePeriods');
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const before = await repo.changePolicy(tx, change);
      requireRevision(ifMatch, before.revision, before);
      const after = await repo.getPolicy(tx);
      const detail = describeChanges(before, after);
      if (detail !== '') await recordAccess(tx, actor, { action: 'policy.change', leadIds: [], detail, at });
      return after;
    });
  }
}

const names: Readonly<Record<keyof OperatorPolicy, string>> = {
  expiryHours: 'hours to answer',
  hotHours: 'hot hours',
  informationalMonths: 'months of informational leads',
  mailsPerDay: 'emails a day',
  digestHour: 'hour of the digest',
};

function describeChanges(before: OperatorPolicy, after: OperatorPolicy): string {
  return (Object.keys(names) as (keyof OperatorPolicy)[])
    .filter((name) => before[name] !== after[name])
    .map((name) => `${names[name]} ${before[name]} → ${after[name]}`)
    .join(', ');
}
