import { importKeptDays } from '../../../../contract/imports/lists.ts';
import type { Db } from '../../../platform/database/database.ts';
import { unscopedForgetImports, unscopedForgetRows } from './imports.repo.ts';
import { listedDays } from './imports.rules.ts';

const rowsAtOnce = 20_000;
const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** Deletes rows that can no longer be taken back, piece by piece, and imports that nobody asks about any more. */
export async function forgetEverything(db: Db, now: Date): Promise<void> {
  // A day more: an import may begin long after its file was brought.
  const broughtBefore = daysAgo(now, 2 * importKeptDays + 1);
  while ((await unscopedForgetRows(db, broughtBefore, rowsAtOnce)) > 0);
  await unscopedForgetImports(db, daysAgo(now, listedDays));
}
