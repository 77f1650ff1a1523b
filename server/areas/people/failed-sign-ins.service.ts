import type { Db } from '../../platform/database/database.ts';
import { becomePerson } from '../../platform/database/database.ts';
import { findPerson, recordForPerson } from '../identity/index.ts';

export interface FailedSignIn {
  /** The id of no one if the account is unknown. */
  readonly personId: string;
  readonly entryId: string;
  readonly at: string;
  readonly address: string;
}

/** Records failed sign-ins to an account that exists (ID-7). */
export class FailedSignIns {
  constructor(private readonly db: Db) {}

  /** Safe to run twice: each log gets one entry. */
  async note({ personId, entryId, at, address }: FailedSignIn): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await becomePerson(tx, personId);
      const person = await findPerson(tx, personId);
      if (!person) return;
      const entry = { action: 'session.failed-sign-in', leadIds: [], facts: { address } } as const;
      await recordForPerson(tx, person, { ...entry, id: entryId, at: new Date(at) });
    });
  }
}
