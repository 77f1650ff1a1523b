import type { Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';
import * as repo from './identity.repo.ts';

/** Nobody has more browsers than this; one more sign-in ends the session that was seen least recently. */
const maxSessions = 30;
/** How many sign-ins succeed in 15 minutes: a program that signs in for each request uses up everyone's time. */
const maxSignIns = 40;
const windowMinutes = 15;

/**
 * Makes room for one more session of a person; of concurrent sign-ins, each counts those before it.
 * @throws AppError too-many-requests when they signed in too often
 */
export async function makeRoomForSession(tx: Transaction, personId: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - windowMinutes * 60_000);
  await repo.waitForOtherSignIns(tx, personId);
  const recent = await repo.listNewestSessionTimes(tx, personId, since, maxSignIns);
  const oldest = recent.at(-1);
  if (oldest && recent.length >= maxSignIns) {
    throw new AppError(
      'too-many-requests',
      sentence('limits.tooManySessions', { times: maxSignIns, minutes: windowMinutes }),
      { retryAfterSeconds: Math.max(1, Math.ceil((oldest.getTime() - since.getTime()) / 1000)) },
    );
  }
  await repo.endOldestSessions(tx, personId, maxSessions - 1, at);
}
