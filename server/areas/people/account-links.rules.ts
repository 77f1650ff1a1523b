import { invitationLife, linkLife } from '../../../contract/link-life.ts';
import { AppError } from '../../platform/errors.ts';
import { lifeOf, sentence } from './catalogue.ts';

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

/** The 410 that says why a link is over and what to do. */
export function linkOver(purpose: AccountLinkPurpose, end: LinkEnd): AppError {
  const life = lifeOf(purpose === 'join' ? 'invitation' : 'link');
  return new AppError('link-over', sentence(`linkOver.${purpose}.${end}`, { life }));
}
