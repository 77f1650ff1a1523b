import { type Selectable, sql } from 'kysely';
import type { Lead, LeadRating } from '../../../../db/types.ts';
import { type TrainedModel, trainedModelSchema } from '../../../engines/lead-rating/index.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';

const factColumns = [
  'id',
  'lead_source',
  'lead_type',
  'call_to_action',
  'qualification',
  'country',
  'received_at',
  'customer_name',
  'contact_last_name',
  'contact_title',
  'contact_email',
  'message',
  'email_validity',
  'phone_validity',
  'contact_allowed',
  'repeat_of_lead_id',
  'hot_until',
  'lead_quality',
  'suspected_spam',
] as const;

/** What a snapshot is taken from, with the one taken before. */
export type RatedLeadRow = Pick<Selectable<Lead>, (typeof factColumns)[number]> & { snapshot: unknown };

/** The leads that are rated: those with a lifecycle, tests aside (LQ-1, IN-8). */
export function listRateable(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<RatedLeadRow[]> {
  return tx
    .selectFrom('lead')
    .select(factColumns)
    .select((eb) =>
      eb
        .selectFrom('lead_rating as r')
        .whereRef('r.organization_id', '=', 'lead.organization_id')
        .whereRef('r.lead_id', '=', 'lead.id')
        .select('r.snapshot')
        .as('snapshot'),
    )
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .where('status', 'is not', null)
    .where('is_test', '=', false)
    .execute();
}

export interface NewRating {
  readonly lead_id: string;
  readonly snapshot: unknown;
  readonly quality: 'High' | 'Medium' | 'Low';
  readonly probability: number;
  readonly basis: string;
  readonly basis_words: string;
  readonly reasons: unknown;
}

/** Stores the ratings; what was known at intake stays as it was first written. */
export async function saveRatings(
  tx: Transaction,
  organizationId: string,
  ratings: readonly NewRating[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(ratings);
  await sql`
    insert into lead_rating (organization_id, lead_id, snapshot, quality, probability, basis, basis_words, reasons, rated_at)
    select ${organizationId}, r.lead_id, r.snapshot, r.quality, r.probability, r.basis, r.basis_words, r.reasons, ${at}
    from jsonb_to_recordset(${rows}::jsonb)
      as r (lead_id uuid, snapshot jsonb, quality text, probability double precision, basis text, basis_words text, reasons jsonb)
    on conflict (organization_id, lead_id) do update
      set quality = excluded.quality, probability = excluded.probability, basis = excluded.basis,
          basis_words = excluded.basis_words, reasons = excluded.reasons, rated_at = excluded.rated_at`.execute(
    tx,
  );
  await sql`
    update lead set lead_quality = r.quality
    from jsonb_to_recordset(${rows}::jsonb) as r (lead_id uuid, quality text)
    where lead.organization_id = ${organizationId} and lead.id = r.lead_id and lead.lead_quality is distinct from r.quality`.execute(
    tx,
  );
}

/**
 * Low denotes probable spam for every lead, even an informational one without a rating (LQ-1); when the mark goes, so
 * does the Low. Tests are left alone.
 */
export async function markInformationalSpam(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<void> {
  await sql`
    update lead set lead_quality = case when email_validity = 'Spam' or suspected_spam then 'Low' end
    where organization_id = ${organizationId} and id = any (${[...leadIds]}::uuid[]) and status is null and not is_test
      and lead_quality is distinct from case when email_validity = 'Spam' or suspected_spam then 'Low' end`.execute(
    tx,
  );
}

/** The stored rating of a lead; undefined for leads that are not rated. */
export function findRating(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<Selectable<LeadRating> | undefined> {
  return tx
    .selectFrom('lead_rating')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('lead_id', '=', leadId)
    .executeTakeFirst();
}

export interface KeptModel {
  readonly model: TrainedModel;
  readonly trainedAt: Date;
}

/** The models that may rate for the transaction's organization: its own and the one of all together. */
export async function findModels(
  tx: Transaction,
): Promise<{ organization: KeptModel | undefined; pooled: KeptModel | undefined }> {
  const { rows } = await sql<{ basis: string; model: unknown; trained_at: Date }>`
    select basis, model, trained_at from find_rating_models()`.execute(tx);
  const find = (basis: string) => {
    const row = rows.find((each) => each.basis === basis);
    // A model from another version of the program is ignored until the next training.
    const parsed = trainedModelSchema.safeParse(row?.model);
    return row && parsed.success ? { model: parsed.data, trainedAt: row.trained_at } : undefined;
  };
  return { organization: find('organization'), pooled: find('pooled') };
}

export interface NewModel {
  readonly organizationId: string;
  readonly id: string;
  readonly basis: 'organization' | 'pooled';
  readonly model: TrainedModel;
  readonly reason: string;
  readonly inForce: boolean;
  readonly trainedAt: Date;
}

/** Stores a trained model; one that goes into force replaces the one before. */
export async function saveModel(tx: Transaction, model: NewModel): Promise<void> {
  if (model.inForce) {
    await tx
      .updateTable('rating_model')
      .set({ in_force: false, replaced_at: model.trainedAt })
      .where('organization_id', '=', model.organizationId)
      .where('in_force', '=', true)
      .execute();
  }
  await tx
    .insertInto('rating_model')
    .values({
      organization_id: model.organizationId,
      id: model.id,
      basis: model.basis,
      model: JSON.stringify(model.model),
      reason: model.reason,
      in_force: model.inForce,
      trained_at: model.trainedAt,
    })
    .execute();
}

/**
 * The organization's own latest training, if its model was rejected; undefined when it was accepted, or when there is
 * none.
 */
export async function findRejectedTraining(
  tx: Transaction,
  organizationId: string,
): Promise<{ trainedAt: Date; leads: number } | undefined> {
  const row = await tx
    .selectFrom('rating_model')
    .select(['trained_at', 'in_force', sql<number>`(model -> 'population' ->> 'rows')::int`.as('leads')])
    .where('organization_id', '=', organizationId)
    .where('basis', '=', 'organization')
    .orderBy('trained_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && !row.in_force ? { trainedAt: row.trained_at, leads: row.leads } : undefined;
}

/** The latest trainings for an organization, newest first. */
export function listTrainings(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('rating_model')
    .select(['trained_at', 'in_force', 'replaced_at', 'reason'])
    .where('organization_id', '=', organizationId)
    .orderBy('trained_at', 'desc')
    .limit(10)
    .execute();
}

/** How many leads with an outcome each partner has; not bound to an organization: numbers only. */
export async function unscopedCountOutcomes(db: Db, at: Date) {
  const { rows } = await sql<{ organization_id: string; won: number; not_won: number }>`
    select organization_id, won, not_won from count_rating_outcomes(${at})`.execute(db);
  return rows.map((row) => ({ organizationId: row.organization_id, won: row.won, notWon: row.not_won }));
}

export interface ExampleRow {
  readonly organization_id: string;
  readonly id: string;
  readonly snapshot: unknown;
  readonly received_at: Date;
  readonly decided_at: Date;
  readonly ending: string;
}

/** Leads to learn from, of one organization or of all; nothing in them names anyone. */
export async function unscopedListExamples(
  db: Db,
  organizationId: string | null,
  after: ExampleRow | undefined,
  maximum: number,
  at: Date,
): Promise<ExampleRow[]> {
  const { rows } = await sql<ExampleRow>`
    select organization_id, id, snapshot, received_at, decided_at, ending
    from list_rating_examples(${organizationId}, ${after?.organization_id ?? null}, ${after?.id ?? null}, ${maximum}, ${at})`.execute(
    db,
  );
  return rows;
}

/** The operator's organization, to which the pooled model belongs; undefined when a partner runs alone. */
export async function findOperatorId(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'operator')
    .executeTakeFirst();
  return row?.id;
}

/** The storefronts that the installation knows, by code. */
export async function listStorefronts(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('storefront').select(['code', 'name']).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}
