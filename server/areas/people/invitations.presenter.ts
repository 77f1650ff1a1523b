import type { Invitation, InvitationOffer } from '../../../contract/people/accounts.ts';
import type { AccountLinkRow } from './account-links.repo.ts';
import type { InvitationRow } from './invitations.repo.ts';

/** An open invitation, for people who invite. */
export function presentInvitation(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name ?? '',
    roles: row.roles ?? [],
    locationId: row.location_id,
    locationName: row.location_name,
    invitedBy: row.invited_by_name ?? '',
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    expired: row.expires_at.getTime() <= now.getTime(),
  };
}

/** An invitation, for someone who has its link. */
export function presentOffer(link: AccountLinkRow, hasAccount: boolean | null): InvitationOffer {
  return {
    organizationName: link.organization_name,
    invitedBy: link.invited_by_name ?? '',
    email: link.email,
    name: link.name ?? '',
    roles: link.roles ?? [],
    locationName: link.location_name,
    expiresAt: link.expires_at.toISOString(),
    hasAccount,
  };
}
