import type { Transaction } from '../platform/database/database.ts';
import { withDatabase } from './database.ts';
import { migrate, StartError } from './runtime.ts';
import { findOrganizationByName } from './setup.repo.ts';

/** One transaction as the owner of the tables, on a database that is up to date. @throws StartError */
export function inSetup<T>(work: (tx: Transaction, at: Date) => Promise<T>): Promise<T> {
  return withDatabase(process.env, async (database) => {
    await migrate(database);
    try {
      return await database.ownerDb.transaction().execute((tx) => work(tx, new Date()));
    } catch (error) {
      if ((error as { code?: string }).code === '23505') throw new StartError('That already exists.');
      throw error;
    }
  });
}

/** @throws StartError when there is none */
export async function organizationNamed(tx: Transaction, name: string) {
  const organization = await findOrganizationByName(tx, name);
  if (!organization) throw new StartError(`There is no organization “${name}”.`);
  return organization;
}
