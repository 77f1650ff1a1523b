import { invitationLife, linkLife } from '../../../contract/link-life.ts';
import { AppError } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';
import { lifeOf } from './link-life/catalogue.ts';

/** Days until the remains of a link are deleted. */
export const keptDays = 30;

/** The purpose of a link in an email: to accept an invitation, set a new password, or confirm an address. */
export const linkPurposes = ['join', 'reset', 'verify'] as const;
export type AccountLinkPurpose = (typeof linkPurposes)[number];

/** The times that decide whether a link is still valid. */
export interface LinkLife {
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly replaced_at: Date | null;
}

/** Why a link is no longer valid; undefined: it is. */
export function findLinkEnd(link: LinkLife, now: Date): 'used' | 'replaced' | 'expired' | undefined {
  if (link.used_at) return 'used';
  if (link.replaced_at) return 'replaced';
  return link.expires_at.getTime() <= now.getTime() ? 'expired' : undefined;
}

/** When a link created now ends, if it lets someone into an existing account. */
export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkLife.minutes * 60_000);
}

/** When an invitation sent now ends. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + invitationLife.days * 86_400_000);
}

/** Until when an invitation with that end opens an existing account. */
export function takeOverEnd(invitationEnd: Date): Date {
  return new Date(invitationEnd.getTime() - invitationLife.days * 86_400_000 + linkLife.minutes * 60_000);
}

type LinkEnd = NonNullable<ReturnType<typeof findLinkEnd>>;

/** The 410 error that says why a link is over and what to do. */
export function linkOver(purpose: AccountLinkPurpose, end: LinkEnd): AppError {
  const life = lifeOf(purpose === 'join' ? 'invitation' : 'link');
  return new AppError('link-over', sentence(`linkOver.${purpose}.${end}`, { life }));
}
