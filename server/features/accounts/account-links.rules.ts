import { AppError } from '../../platform/errors.ts';

/** How long a link that is sent by mail works (ID-5). */
export const linkMinutes = 60;
/** What is left of links is forgotten so many days after they were made. */
export const keptDays = 30;

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

export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkMinutes * 60_000);
}

type LinkEnd = NonNullable<ReturnType<typeof findLinkEnd>>;

const sentences: Record<AccountLinkPurpose, Record<LinkEnd, string>> = {
  join: {
    used: 'This invitation was accepted already. Sign in with the account that accepted it.',
    replaced:
      'This invitation was taken back, or sent again with a new link. Look for a newer mail, or ask whoever invited you.',
    expired:
      'This invitation has run out: its link works for one hour. Ask whoever invited you to send it again.',
  },
  reset: {
    used: 'A new password was chosen with this link already. Sign in with it, or ask for another link.',
    replaced: 'This link does not count any more. Ask for a new one.',
    expired: 'This link has run out: it works for one hour. Ask for a new one.',
  },
  verify: {
    used: 'This address was confirmed with this link already. There is nothing left to do.',
    replaced:
      'This link was replaced by a newer one. Look for a newer mail, or send another from your profile.',
    expired: 'This link has run out: it works for one hour. Send another from your profile.',
  },
};

/** The 410 that says why a link is over and what to do. */
export function linkOver(purpose: AccountLinkPurpose, end: LinkEnd): AppError {
  return new AppError('link-over', sentences[purpose][end]);
}
