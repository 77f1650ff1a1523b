import { z } from 'zod';
import { addressKeyBesideTyped } from '../../engines/contact-verifier/index.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type AnyJob, defineJob, enqueueJob } from '../../platform/jobs/jobs.ts';
import { type LeadPlace, listAddresses, unscopedListLeadsBeyondAscii } from '../leads/index.ts';
import * as repo from './intake.repo.ts';

const leadsPerBatch = 500;
/** Batches after which the rest is left to another job, so that a worker that is stopped soon ends. */
const batchesPerJob = 10;

const name = 'lead.read-addresses';
const payload = z.looseObject({ after: z.object({ organization_id: z.uuid(), id: z.uuid() }).optional() });

/**
 * Reads the addresses of leads that were here before addresses were read at intake: duplicates and repeats are found by
 * them (LQ-4, IN-3). Batch by batch, each in transactions of its own that the next goes on from; twice changes nothing.
 */
export function readAddressesJob(db: Db): AnyJob {
  return defineJob({
    name,
    lane: 'bulk',
    payload,
    work: async ({ after: begin }) => {
      let after: LeadPlace | undefined = begin;
      for (let batch = 0; batch < batchesPerJob; batch++) {
        const found = await unscopedListLeadsBeyondAscii(db, {
          organizationId: undefined,
          after,
          maximum: leadsPerBatch,
        });
        await readAddresses(db, found);
        if (found.length < leadsPerBatch) return;
        after = found.at(-1);
      }
      await db.transaction().execute((tx) => enqueueJob(tx, name, { after }, { key: name }));
    },
  });
}

async function readAddresses(db: Db, leads: readonly LeadPlace[]): Promise<void> {
  for (const organizationId of new Set(leads.map((lead) => lead.organization_id))) {
    const ids = leads.filter((lead) => lead.organization_id === organizationId).map(({ id }) => id);
    await inOrganization(db, { organizationId }, async (tx) => {
      const addresses = await listAddresses(tx, organizationId, ids);
      const read = addresses.map(({ id, contact_email }) => ({
        id,
        email_read: addressKeyBesideTyped(contact_email),
      }));
      await repo.setAddressesRead(tx, organizationId, read);
    });
  }
}
