import { describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { Factories } from '../../../test/factories.ts';
import { holdTable } from '../../../test/locks.ts';
import { useMade } from '../../../test/made.ts';
import { patience } from '../../../test/patience.ts';
import { newId } from '../../platform/ids.ts';
import { aboutLeads, FollowUps, LeadChanges, type NewLead, newEvent } from '../leads/index.ts';
import { linkRepeats } from './intake.jobs.ts';
import { LeadGroups } from './lead-groups.ts';

const now = new Date('2026-11-02T10:00:00Z');
const database = useTestDatabase();
const make = useMade(() => new Factories(database.ownerDb, () => now));
const contoso = useMade(() => make.partner('Contoso'));
const fabrikam = useMade(() => make.partner('Fabrikam'));
const changes = new LeadChanges(new FollowUps([{ 'lead.received': [aboutLeads(linkRepeats)] }]));
const newGroups = () => new LeadGroups((leads) => changes.receive(database.db, leads));

let counter = 0;

function newLead(organizationId: string, key = Buffer.from(`key ${++counter}`)): NewLead {
  const leadId = newId();
  return {
    lead: {
      organization_id: organizationId,
      id: leadId,
      qualification: 'Direct',
      lead_type: 'Offer',
      call_to_action: 'ContactMe',
      is_test: false,
      door: 'marketplace',
      routing_reason: 'test',
      contact_email: 'ada@analytical.test',
      contact_allowed: true,
      status: 'Received',
      received_at: now,
      updated_at: now,
    },
    event: newEvent({
      organizationId,
      leadId,
      type: 'lead.received',
      at: now,
      actor: { kind: 'marketplace', personId: null, name: 'AppSource' },
      version: 1,
    }),
    routed: true,
    receipt: {
      organizationId,
      door: 'marketplace',
      key,
      requestHash: key,
      leadId,
      routed: true,
      at: now,
      forgottenBefore: new Date(now.getTime() - 86_400_000),
    },
  };
}

const unknownOffer = (lead: NewLead): NewLead => ({ ...lead, lead: { ...lead.lead, offer_id: newId() } });

/** Stores the leads so that the first is under way while all others arrive. */
async function takeTogether(leads: readonly NewLead[]) {
  const held = await holdTable(database.connectionString, 'intake_receipt');
  const groups = newGroups();
  const first = groups.store(newLead(leads[0]?.lead.organization_id ?? contoso.id));
  await held.waiting();
  const others = Promise.allSettled(leads.map((lead) => groups.store(lead)));
  await held.release();
  await first;
  return await others;
}

/** The transactions that stored the leads, in the leads' order; null: not stored. */
async function transactionsOf(leads: readonly NewLead[]) {
  const { rows } = await database.ownerPool.query<{ lead_id: string; at: string }>(
    'select lead_id, transaction_id::text as at from lead_event where lead_id = any($1)',
    [leads.map(({ lead }) => lead.id)],
  );
  return leads.map(({ lead }) => rows.find((row) => row.lead_id === lead.id)?.at ?? null);
}

describe('leads that arrive while another is being stored', () => {
  it('IN-2 are stored together, with one job for them all', async () => {
    const leads = [newLead(contoso.id), newLead(contoso.id), newLead(contoso.id)];
    const taken = await takeTogether(leads);
    expect(taken).toEqual(leads.map(() => ({ status: 'fulfilled', value: true })));
    const transactions = await transactionsOf(leads);
    expect(new Set(transactions).size).toBe(1);
    expect(transactions[0]).not.toBeNull();
    const jobs = await database.queue.listOfLead(leads[0]?.lead.id ?? '');
    expect(jobs.map(({ payload }) => payload.leadIds.toSorted())).toEqual([
      leads.map(({ lead }) => lead.id).toSorted(),
    ]);
  });

  it('IN-2 do not share the fate of one that the database refuses', async () => {
    const leads = [newLead(contoso.id), unknownOffer(newLead(contoso.id)), newLead(contoso.id)];
    const taken = await takeTogether(leads);
    expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const [one, refused, other] = await transactionsOf(leads);
    expect(refused).toBeNull();
    expect(one).not.toBeNull();
    expect(other).not.toBeNull();
  });

  it('IN-3 are one lead when their requests are the same', async () => {
    const key = Buffer.from('the same');
    const leads = [newLead(contoso.id, key), newLead(contoso.id, key), newLead(contoso.id)];
    const taken = await takeTogether(leads);
    expect(taken.map((each) => each.status === 'fulfilled' && each.value)).toEqual([true, false, true]);
    expect((await transactionsOf(leads))[1]).toBeNull();
  });

  it('never share a statement with those of another organization', async () => {
    const leads = [newLead(contoso.id), newLead(fabrikam.id), newLead(contoso.id), newLead(fabrikam.id)];
    await takeTogether(leads);
    const [a, b, c, d] = await transactionsOf(leads);
    expect(a).toBe(c);
    expect(b).not.toBe(a);
    expect(d).not.toBe(a);
  });

  it('IN-2 are all told when the connection breaks, and the next are stored again', async () => {
    const held = await holdTable(database.connectionString, 'intake_receipt');
    const groups = newGroups();
    const leads = [newLead(contoso.id), newLead(contoso.id)];
    const taken = Promise.allSettled(leads.map((lead) => groups.store(lead)));
    await held.killWaiting();
    expect((await taken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await held.release();
    expect(await transactionsOf(leads)).toEqual([null, null]);
    // The pool may hand the broken connection out once more before it hears that it ended.
    await vi.waitFor(async () => expect(await groups.store(newLead(contoso.id))).toBe(true), patience);
  });
});
