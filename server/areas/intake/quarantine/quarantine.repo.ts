import { type Insertable, sql } from 'kysely';
import type { SuspectedSubmission } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { totalNumber, type WordCounts } from './text-score.rules.ts';

const listColumns = [
  's.id',
  's.state',
  's.door',
  's.partner_id',
  'partner.name as partner_name',
  's.page_title',
  's.page_path',
  's.signals',
  's.text_score',
  's.lead',
  's.received_at',
  's.waits_since',
  's.decided_at',
  's.decided_by_name',
  's.lead_id',
] as const;

function select(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('suspected_submission as s')
    .innerJoin('organization as partner', 'partner.id', 's.partner_id')
    .select(listColumns)
    .where('s.organization_id', '=', organizationId);
}

/** Submissions in one state, latest first; one more than the limit shows that there are more. */
export function listSubmissions(
  tx: Transaction,
  organizationId: string,
  page: { state: SubmissionRow['state']; before: string | undefined; limit: number },
) {
  return select(tx, organizationId)
    .where('s.state', '=', page.state)
    .$if(page.before !== undefined, (query) => query.where('s.id', '<', page.before ?? ''))
    .orderBy('s.id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

/** One held form entry, with where it came from. */
export function findSubmission(tx: Transaction, organizationId: string, submissionId: string) {
  return select(tx, organizationId).where('s.id', '=', submissionId).executeTakeFirst();
}

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Locks the submission until the transaction ends, so that one of two concurrent operators waits. */
export function lockSubmission(tx: Transaction, organizationId: string, submissionId: string) {
  return tx
    .selectFrom('suspected_submission')
    .select([
      'state',
      'lead',
      'lead_id',
      'word_numbers',
      'door',
      'request_key',
      'request_hash',
      'received_at',
      'decided_at',
      'decided_by_name',
    ])
    .where('organization_id', '=', organizationId)
    .where('id', '=', submissionId)
    .forUpdate()
    .executeTakeFirst();
}

/** How many form entries wait for a decision. */
export async function countSuspected(tx: Transaction, organizationId: string): Promise<number> {
  const row = await tx
    .selectFrom('suspected_submission')
    .select((eb) => eb.fn.countAll<number>().as('suspected'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'suspected')
    .executeTakeFirstOrThrow();
  return row.suspected;
}

/** The next one waiting for a decision: the latest before this one, or else the latest of all. */
export async function findNextSuspected(
  tx: Transaction,
  organizationId: string,
  submissionId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('suspected_submission')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'suspected')
    .where('id', '!=', submissionId)
    .orderBy((eb) => eb('id', '<', submissionId), 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How a repeated submission is recognized. */
export interface SameSubmission {
  /** Identifies the rendering of the form and its words. */
  readonly submissionKey: Buffer;
  /** Identifies the page and the words alone: the same for some hours, however often the form was opened. */
  readonly words: Buffer;
  readonly sameWordsSince: Date;
}

/** Whether the very same submission is already in the quarantine, whatever was decided about it. */
export async function isKept(
  tx: Transaction,
  organizationId: string,
  { submissionKey, words, sameWordsSince }: SameSubmission,
): Promise<boolean> {
  const row = await tx
    .selectFrom('suspected_submission')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where((eb) =>
      eb.or([
        eb('request_key', '=', submissionKey),
        eb.and([eb('request_hash', '=', words), eb('received_at', '>', sameWordsSince)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a submission; one that is already stored stays as it is. */
export async function insertSubmission(tx: Transaction, row: Insertable<SuspectedSubmission>): Promise<void> {
  await tx
    .insertInto('suspected_submission')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'request_key']).doNothing())
    .execute();
}

export interface SubmissionChange {
  readonly state?: SubmissionRow['state'];
  readonly lead?: null;
  readonly lead_id?: string;
  readonly decided_at?: Date | null;
  readonly decided_by_name?: string | null;
  readonly waits_since?: Date;
}

/** Only for a submission that the transaction has locked. */
export async function updateSubmission(
  tx: Transaction,
  organizationId: string,
  submissionId: string,
  change: SubmissionChange,
): Promise<void> {
  await tx
    .updateTable('suspected_submission')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', submissionId)
    .execute();
}

/** Removes submissions that have waited for a decision since that moment or longer, with everything that was typed. */
export async function removeUndecided(
  tx: Transaction,
  organizationId: string,
  waitingSince: Date,
): Promise<void> {
  await tx
    .deleteFrom('suspected_submission')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'suspected')
    .where((eb) => eb(eb.fn.coalesce('waits_since', 'received_at'), '<=', waitingSince))
    .execute();
}

/** The counts of these words and of the decided submissions, by number. */
export async function readWordCounts(
  tx: Transaction,
  organizationId: string,
  numbers: readonly number[],
): Promise<Map<number, WordCounts>> {
  const rows = await tx
    .selectFrom('quarantine_word')
    .select(['number', 'spam', 'released'])
    .where('organization_id', '=', organizationId)
    .where('number', '=', sql<number>`any(${[totalNumber, ...numbers]}::integer[])`)
    .execute();
  return new Map(rows.map(({ number, spam, released }) => [number, { spam, released }]));
}

/**
 * Adds a decision to the counts, or undoes it: the same numbers with -1 undo exactly what +1 did. Rows are always
 * updated in the same order, so that concurrent decisions wait for each other and never deadlock.
 */
export async function countWords(
  tx: Transaction,
  organizationId: string,
  numbers: readonly number[],
  decision: { state: 'spam' | 'released'; by: 1 | -1 },
): Promise<void> {
  const spam = decision.state === 'spam' ? decision.by : 0;
  const released = decision.state === 'released' ? decision.by : 0;
  const all = [...new Set([totalNumber, ...numbers])];
  if (decision.by === 1) {
    await sql`
      insert into quarantine_word as w (organization_id, number, spam, released)
      select ${organizationId}::uuid, n, ${spam}::integer, ${released}::integer from unnest(${all}::integer[]) n order by n
      on conflict (organization_id, number) do update set spam = w.spam + excluded.spam, released = w.released + excluded.released`.execute(
      tx,
    );
    return;
  }
  await sql`
    with held as (
      select number from quarantine_word
      where organization_id = ${organizationId} and number = any(${all}::integer[]) order by number for update)
    update quarantine_word w set spam = w.spam + ${spam}::integer, released = w.released + ${released}::integer
    from held where w.organization_id = ${organizationId} and w.number = held.number`.execute(tx);
}
