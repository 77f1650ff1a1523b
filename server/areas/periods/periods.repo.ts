import { type Selectable, sql } from 'kysely';
import type { OperatorPolicyAnswer, OperatorPolicyChange } from '../../../contract/organizations/partners.ts';
import type { Installation } from '../../../db/types.ts';
import type { Transaction } from '../../platform/database/database.ts';

type PolicyColumns = Pick<
  Selectable<Installation>,
  | 'lead_expiry_hours'
  | 'hot_lead_hours'
  | 'informational_lead_months'
  | 'mails_per_day'
  | 'digest_hour'
  | 'policy_revision'
>;

/** The policy in force. */
export async function getPolicy(tx: Transaction): Promise<OperatorPolicyAnswer> {
  const row = await tx
    .selectFrom('installation')
    .select([
      'lead_expiry_hours',
      'hot_lead_hours',
      'informational_lead_months',
      'mails_per_day',
      'digest_hour',
      'policy_revision',
    ])
    .executeTakeFirstOrThrow();
  return toPolicy(row);
}

/** Changes only what is given; the transaction must be for the operator. @returns the policy as it was before */
export async function changePolicy(
  tx: Transaction,
  change: OperatorPolicyChange,
): Promise<OperatorPolicyAnswer> {
  const { rows } = await sql<PolicyColumns>`
    select * from change_policy(${JSON.stringify(change)}::jsonb)`.execute(tx);
  const [before] = rows;
  if (!before) throw new Error('the policy was not changed');
  return toPolicy(before);
}

function toPolicy(row: PolicyColumns): OperatorPolicyAnswer {
  return {
    expiryHours: row.lead_expiry_hours,
    hotHours: row.hot_lead_hours,
    informationalMonths: row.informational_lead_months,
    mailsPerDay: row.mails_per_day,
    digestHour: row.digest_hour,
    revision: row.policy_revision,
  };
}
