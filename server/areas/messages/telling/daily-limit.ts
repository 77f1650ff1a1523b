import type { Transaction } from '../../../platform/database/database.ts';
import { localDay } from '../../../platform/local-day.ts';
import { addToDay, lockDay, type NoticeSettings } from './notices.repo.ts';
import type { Recipient } from './recipients.repo.ts';

/**
 * Whether someone gets an email about one of many things that happened together, such as the leads of a bulk action:
 * these count towards the daily limit, and the rest is only in the Action center (NT-2). What happens alone is always
 * emailed.
 * @param settings undefined: it happened alone
 */
export async function takeRoom(
  tx: Transaction,
  organizationId: string,
  to: Recipient,
  settings: NoticeSettings | undefined,
  now: Date,
): Promise<boolean> {
  if (settings === undefined) return true;
  const day = localDay(now, to.timeZone);
  if ((await lockDay(tx, organizationId, to.key, day)) >= settings.mailsPerDay) return false;
  await addToDay(tx, organizationId, to.key, day, 1);
  return true;
}

/** Why someone gets no email about what happened to a lead; undefined: they get one, and it counts. */
export async function whyUnmailed(
  tx: Transaction,
  organizationId: string,
  to: Recipient,
  about: {
    /** Who turned such emails off. */
    readonly off: ReadonlySet<string>;
    readonly settings: NoticeSettings | undefined;
    readonly now: Date;
  },
): Promise<'switched-off' | 'daily-limit' | undefined> {
  if (about.off.has(to.key)) return 'switched-off';
  return (await takeRoom(tx, organizationId, to, about.settings, about.now)) ? undefined : 'daily-limit';
}
