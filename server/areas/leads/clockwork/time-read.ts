import { type Db, readInOrganization } from '../../../platform/database/database.ts';
import { readAsPeopleDo } from './clockwork.repo.ts';

/** How long people of the organization wait for a read at the moment, in milliseconds: what `Pace` goes by. */
export async function timeRead(
  db: Db,
  { organizationId }: { readonly organizationId: string },
): Promise<number> {
  const begun = performance.now();
  await readInOrganization(db, { organizationId }, (tx) => readAsPeopleDo(tx, organizationId));
  return performance.now() - begun;
}
