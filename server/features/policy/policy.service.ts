import type { OperatorPolicy, OperatorPolicyChange } from '../../../contract/operator.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import type { Actor } from '../identity/index.ts';
import { recordAccess } from '../leads/index.ts';
import { requirePolicyKeeper } from './policy.policy.ts';
import * as repo from './policy.repo.ts';

/** What the operator sets for the whole installation (LC-10, NT-2). */
export class PolicyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed */
  async get(actor: Actor): Promise<OperatorPolicy> {
    requirePolicyKeeper(actor);
    return inOrganization(this.db, actor, (tx) => repo.getPolicy(tx));
  }

  /**
   * Changes what is sent; leads that are there keep their deadlines. Who changed what stands in the access log.
   * @throws AppError not-allowed
   */
  async change(actor: Actor, change: OperatorPolicyChange): Promise<OperatorPolicy> {
    requirePolicyKeeper(actor);
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const before = await repo.changePolicy(tx, change);
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
  mailsPerDay: 'mails a day',
  digestHour: 'hour of the digest',
};

function describeChanges(before: OperatorPolicy, after: OperatorPolicy): string {
  return (Object.keys(names) as (keyof OperatorPolicy)[])
    .filter((name) => before[name] !== after[name])
    .map((name) => `${names[name]} ${before[name]} → ${after[name]}`)
    .join(', ');
}
