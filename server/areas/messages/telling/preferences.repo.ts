import type { OptionalCategory } from '../../../../contract/messages/lists.ts';
import { optionalCategories } from '../../../../contract/messages/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';

/** What the settings show about a person's email. */
export function getMailPerson(tx: Transaction, personId: string) {
  return tx
    .selectFrom('person')
    .select(['email', 'email_verified_at', 'email_refused_at', 'email_refused_reason', 'locale', 'time_zone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

/** The language of someone with an open account, if they are a member of the organization. */
export function findMemberLocale(tx: Transaction, organizationId: string, personId: string) {
  return tx
    .selectFrom('person')
    .select('locale')
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership')
          .select('membership.id')
          .where('membership.organization_id', '=', organizationId)
          .where('membership.person_id', '=', personId),
      ),
    )
    .executeTakeFirst();
}

/** The categories that the person turned off. */
export async function listOwnSwitchedOff(tx: Transaction, personId: string): Promise<Set<OptionalCategory>> {
  const rows = await tx
    .selectFrom('mail_preference')
    .select('category')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('by_mail', '=', false), eb('in_app', '=', false)]))
    .execute();
  return new Set(optionalCategories.filter((one) => rows.some(({ category }) => category === one)));
}

/** Stores the person's choice for a category, replacing the previous one. */
export async function saveChoice(
  tx: Transaction,
  personId: string,
  category: OptionalCategory,
  wanted: boolean,
  at: Date,
): Promise<void> {
  const isInApp = category === 'announcements';
  const columns = { by_mail: isInApp || wanted, in_app: !isInApp || wanted, changed_at: at };
  await tx
    .insertInto('mail_preference')
    .values({ person_id: personId, category, ...columns })
    .onConflict((conflict) => conflict.columns(['person_id', 'category']).doUpdateSet(columns))
    .execute();
}
