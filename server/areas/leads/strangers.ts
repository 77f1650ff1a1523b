import type { Sentence } from '../../../contract/sentences.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { findPerson } from '../identity/index.ts';

/**
 * Refuses somebody who cannot work with a lead as asked. Someone whom the organization once knew is named: they left,
 * or got another role, since the list was loaded.
 * @throws AppError invalid-request
 */
export async function refuseStranger(
  tx: Transaction,
  path: string,
  personId: string,
  faults: { readonly unknown: Sentence; readonly known: (name: string) => Sentence },
): Promise<never> {
  const person = await findPerson(tx, personId);
  throw wrongValue(path, 'known-person', person ? faults.known(person.name) : faults.unknown);
}
