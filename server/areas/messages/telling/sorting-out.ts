import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { addressLeads } from './addressees.ts';
import { settledBefore } from './lead-standing.rules.ts';
import * as repo from './notices.repo.ts';
import { findAbsence, isId, listStaff, type Recipient } from './recipients.repo.ts';
import { responsibleFor } from './recipients.rules.ts';

/** Leads that someone was to be told about. */
export interface Gathered {
  readonly organizationId: string;
  /** The ledger's key for the recipient. */
  readonly key: string;
  readonly kind: 'new-lead' | 'expiring-soon';
  readonly leadIds: readonly string[];
  /** Those of the leads that still exist, oldest first. */
  readonly present: readonly repo.NoticeLead[];
  readonly now: Date;
}

/** The gathered leads, sorted out at the moment of telling. */
export interface Sorted {
  /** The recipient as they are now; undefined: none of the waiting leads is theirs any longer. */
  readonly to: Recipient | undefined;
  /** Leads that wait and are theirs. */
  readonly leads: readonly repo.NoticeLead[];
  /** Leads that wait and are now someone else's. */
  readonly lost: readonly repo.NoticeLead[];
  /** Why they are not told about the lost ones. */
  readonly lostReason: UntoldReason;
  /** Leads that no longer need an answer. */
  readonly settled: readonly { readonly leadId: string; readonly reason: UntoldReason }[];
}

/**
 * Rechecks, at the moment of telling, which leads still wait and whose they are (NT-1, NT-2). Everything that tells
 * people about waiting leads goes through here.
 */
export async function sortOut(tx: Transaction, gathered: Gathered): Promise<Sorted> {
  const { organizationId, key, leadIds, present, now } = gathered;
  const known = new Set(present.map(({ id }) => id));
  const settled: Sorted['settled'][number][] = leadIds
    .filter((leadId) => !known.has(leadId))
    .map((leadId) => ({ leadId, reason: 'lead-gone' }));
  const waiting: repo.NoticeLead[] = [];
  for (const lead of present) {
    const reason = settledBefore(lead, now);
    if (reason) settled.push({ leadId: lead.id, reason });
    else waiting.push(lead);
  }
  const addressed = await addressWaiting(tx, gathered, waiting);
  const isTheirs = (told: readonly Recipient[]) => told.some((one) => one.key === key);
  const lost = addressed.filter(({ told }) => !isTheirs(told)).map(({ lead }) => lead);
  const passedOver = addressed.flatMap(({ passed }) => passed).find(({ recipient }) => recipient.key === key);
  return {
    to: addressed.flatMap(({ told }) => told).find((one) => one.key === key),
    leads: addressed.filter(({ told }) => isTheirs(told)).map(({ lead }) => lead),
    lost,
    lostReason:
      passedOver?.reason ??
      (lost.length > 0 ? await findLostReason(tx, organizationId, key) : 'not-responsible'),
    settled,
  };
}

async function addressWaiting(
  tx: Transaction,
  { organizationId, key, kind, now }: Gathered,
  waiting: readonly repo.NoticeLead[],
) {
  if (waiting.length === 0) return [];
  if (kind === 'new-lead') return addressLeads(tx, organizationId, waiting, { now, onlyFor: key });
  const staff = await listStaff(tx, organizationId);
  return waiting.map((lead) => ({ lead, ...responsibleFor(lead, staff) }));
}

async function findLostReason(tx: Transaction, organizationId: string, key: string): Promise<UntoldReason> {
  // The mailbox of a contact without an account.
  if (!isId(key)) return 'not-responsible';
  return (await findAbsence(tx, organizationId, key)) ?? 'not-responsible';
}

/** Records in the ledger why the recipient is not told about the leads that were sorted out. */
export async function noteSorted(
  tx: Transaction,
  { organizationId, key, kind }: Pick<Gathered, 'organizationId' | 'key' | 'kind'>,
  { settled, lost, lostReason }: Sorted,
): Promise<void> {
  const byReason = new Map<UntoldReason, string[]>();
  const add = (reason: UntoldReason, leadId: string) =>
    byReason.set(reason, [...(byReason.get(reason) ?? []), leadId]);
  for (const { reason, leadId } of settled) add(reason, leadId);
  for (const lead of lost) add(lostReason, lead.id);
  for (const [reason, leadIds] of byReason)
    await repo.dropNotices(tx, organizationId, { kind, recipient: key, leadIds, reason });
}
