import { sql } from 'kysely';
import type { Role } from '../../../contract/identity/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';

function selectOpen(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('account_link as l')
    .leftJoin('location as p', (join) =>
      join.onRef('p.organization_id', '=', 'l.organization_id').onRef('p.id', '=', 'l.location_id'),
    )
    .select([
      'l.id',
      'l.email',
      'l.name',
      'l.roles',
      'l.location_id',
      'p.name as location_name',
      'l.invited_by_name',
      'l.created_at',
      'l.expires_at',
    ])
    .where('l.organization_id', '=', organizationId)
    .where('l.purpose', '=', 'join')
    .where('l.used_at', 'is', null)
    .where('l.replaced_at', 'is', null);
}

export type InvitationRow = Awaited<ReturnType<typeof listOpenInvitations>>[number];

/** Invitations that nobody has accepted yet, newest first, including those whose link has expired. */
export function listOpenInvitations(tx: Transaction, organizationId: string) {
  return selectOpen(tx, organizationId).orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').execute();
}

/** An invitation that is not accepted, ended or replaced; its link may have expired. */
export function findOpenInvitation(
  tx: Transaction,
  organizationId: string,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  return selectOpen(tx, organizationId).where('l.id', '=', invitationId).executeTakeFirst();
}

/** Locks an open invitation, so that nobody else accepts or ends it until the transaction is over. */
export function lockOpenInvitation(
  tx: Transaction,
  organizationId: string,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  return selectOpen(tx, organizationId).where('l.id', '=', invitationId).forUpdate('l').executeTakeFirst();
}

/** Ends an open invitation. @returns false when there is none */
export async function endInvitation(
  tx: Transaction,
  organizationId: string,
  invitationId: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('account_link')
    .set({ replaced_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', invitationId)
    .where('purpose', '=', 'join')
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends the open invitations to an address: a newer one takes their place. */
export async function endInvitationsOf(
  tx: Transaction,
  organizationId: string,
  email: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('account_link')
    .set({ replaced_at: at })
    .where('organization_id', '=', organizationId)
    .where('purpose', '=', 'join')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
}

/** Ends the open invitations that a person sent. @returns how many there were */
export async function endInvitationsBy(
  tx: Transaction,
  organizationId: string,
  inviterId: string,
  at: Date,
): Promise<number> {
  const result = await tx
    .updateTable('account_link')
    .set({ replaced_at: at })
    .where('organization_id', '=', organizationId)
    .where('purpose', '=', 'join')
    .where('invited_by', '=', inviterId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** True while the sender of an invitation has one of these roles for the whole organization, and is not disabled. */
export async function hasInviterAs(
  tx: Transaction,
  organizationId: string,
  invitationId: string,
  roles: readonly Role[],
): Promise<boolean> {
  const row = await tx
    .selectFrom('account_link as l')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'l.organization_id').onRef('m.person_id', '=', 'l.invited_by'),
    )
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('l.id')
    .where('l.organization_id', '=', organizationId)
    .where('l.id', '=', invitationId)
    .where('m.role', 'in', roles)
    .where('m.location_id', 'is', null)
    .where('p.disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
