import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';

/** Runs the work for another organization, then returns the transaction to the one before. */
export async function elsewhere<T>(
  tx: Transaction,
  { here, there }: { readonly here: string; readonly there: string },
  work: () => Promise<T>,
): Promise<T> {
  if (here === there) return work();
  await becomeTenant(tx, { organizationId: there });
  const result = await work();
  await becomeTenant(tx, { organizationId: here });
  return result;
}
