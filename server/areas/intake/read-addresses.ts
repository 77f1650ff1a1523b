import { addressKeyBesideTyped } from '../../engines/contact-verifier/index.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import {
  type LeadPlace,
  listAddresses,
  setAddressesRead,
  unscopedListLeadsBeyondAscii,
} from '../leads/index.ts';
import { readAddresses } from './intake.jobs.ts';

const leadsPerBatch = 500;
/** Batches per job; the rest goes to another job, so that a worker told to stop ends soon. */
const batchesPerJob = 10;

/**
 * Reads the addresses of leads from before addresses were read at intake: duplicates and repeats are found by them
 * (LQ-4, IN-3). Works in batches, each in its own transactions, after which the next one continues; running it twice
 * changes nothing.
 */
export async function readAllAddresses(db: Db, begin: LeadPlace | undefined): Promise<void> {
  let after = begin;
  for (let batch = 0; batch < batchesPerJob; batch++) {
    const found = await unscopedListLeadsBeyondAscii(db, {
      organizationId: undefined,
      after,
      maximum: leadsPerBatch,
    });
    await readThem(db, found);
    if (found.length < leadsPerBatch) return;
    after = found.at(-1);
  }
  await db.transaction().execute((tx) => readAddresses.enqueue(tx, { after }, { key: readAddresses.name }));
}

async function readThem(db: Db, leads: readonly LeadPlace[]): Promise<void> {
  for (const organizationId of new Set(leads.map((lead) => lead.organization_id))) {
    const ids = leads.filter((lead) => lead.organization_id === organizationId).map(({ id }) => id);
    await inOrganization(db, { organizationId }, async (tx) => {
      const addresses = await listAddresses(tx, organizationId, ids);
      const read = addresses.map(({ id, contact_email }) => ({
        id,
        email_read: addressKeyBesideTyped(contact_email),
      }));
      await setAddressesRead(tx, organizationId, read);
    });
  }
}
