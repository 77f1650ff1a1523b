import { invitationLife, linkLife } from '../../../contract/link-life.ts';
import { AppError } from '../../platform/errors.ts';

/** Days after which what is left of a link is deleted. */
export const keptDays = 30;

/** What a link in a mail is for: accepting an invitation, a new password, confirming an address. */
export const linkPurposes = ['join', 'reset', 'verify'] as const;
export type AccountLinkPurpose = (typeof linkPurposes)[number];

/** The moments that decide whether a link still counts. */
export interface LinkLife {
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly replaced_at: Date | null;
}

/** Why a link does not count any more; undefined: it does. */
export function findLinkEnd(link: LinkLife, now: Date): 'used' | 'replaced' | 'expired' | undefined {
  if (link.used_at) return 'used';
  if (link.replaced_at) return 'replaced';
  return link.expires_at.getTime() <= now.getTime() ? 'expired' : undefined;
}

/** When a link ends that is made now and lets somebody into an existing account. */
export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkLife.minutes * 60_000);
}

/** When an invitation ends that is sent now. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + invitationLife.days * 86_400_000);
}

/** Until when an invitation that ends then opens an account that is there. */
export function takeOverEnd(invitationEnd: Date): Date {
  return new Date(invitationEnd.getTime() - invitationLife.days * 86_400_000 + linkLife.minutes * 60_000);
}

type LinkEnd = NonNullable<ReturnType<typeof findLinkEnd>>;

const sentences: Record<AccountLinkPurpose, Record<LinkEnd, string>> = {
  join: {
    used: 'This invitation has already been accepted. Sign in with the account that accepted it.',
    replaced:
      'This invitation was canceled, or sent again with a new link. Look for a newer email, or ask the person who invited you.',
    expired: `This invitation has expired: its link works for ${invitationLife.words.en}. Ask the person who invited you to send it again.`,
  },
  reset: {
    used: 'This link was already used to choose a new password. Sign in with it, or request another link.',
    replaced: 'This link no longer works. Request a new one.',
    expired: `This link has expired: it works for ${linkLife.words.en}. Request a new one.`,
  },
  verify: {
    used: 'This address has already been confirmed with this link. There is nothing left to do.',
    replaced:
      'This link was replaced by a newer one. Look for a newer email, or send another from your profile.',
    expired: `This link has expired: it works for ${linkLife.words.en}. Send another from your profile.`,
  },
};

/** The 410 that says why a link is over and what to do. */
export function linkOver(purpose: AccountLinkPurpose, end: LinkEnd): AppError {
  return new AppError('link-over', sentences[purpose][end]);
}
