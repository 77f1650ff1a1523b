import type { TrainedModel } from '../../../engines/lead-rating/index.ts';
import {
  chooseModel,
  isEnough,
  isNotWorse,
  type LeadEnding,
  LeadExamples,
  priorModel,
  ratingSnapshotSchema,
  trainLeadModel,
} from '../../../engines/lead-rating/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { type TrainingOrder, trainModel } from './rating.jobs.ts';
import * as repo from './rating.repo.ts';

/** The result of a training. */
export type TrainingOutcome =
  | { readonly trained: false; readonly reason: string }
  | {
      readonly trained: true;
      readonly model: TrainedModel;
      readonly notWorse: boolean;
      readonly reason: string;
    };

/** Trains a model; takes seconds of CPU time, so it must not run where requests are answered. */
export type Train = (order: TrainingOrder, now: Date) => Promise<TrainingOutcome>;

const examplesAtOnce = 5000;

/** Learns from the leads whose outcome is known, and compares with the model in force, or the prior (LQ-2). */
export async function trainFromDatabase(
  db: Db,
  { organizationId }: TrainingOrder,
  now: Date,
): Promise<TrainingOutcome> {
  const examples = await readExamples(db, organizationId, now);
  const result = trainLeadModel(examples, organizationId === null ? 'pooled' : 'organization', now);
  if (!result.trained) return result;
  const current = await findCurrent(db, organizationId);
  const { notWorse, reason } = isNotWorse(result.model, current, result.heldOut);
  return { trained: true, model: result.model, notWorse, reason };
}

async function readExamples(db: Db, organizationId: string | null, now: Date): Promise<LeadExamples> {
  const examples = new LeadExamples();
  for (let after: repo.ExampleRow | undefined; ; ) {
    const rows: repo.ExampleRow[] = await repo.unscopedListExamples(
      db,
      organizationId,
      after,
      examplesAtOnce,
      now,
    );
    for (const row of rows) {
      const snapshot = ratingSnapshotSchema.safeParse(row.snapshot);
      // A snapshot of an earlier version has other facts; it is left out until there are enough of this one.
      if (!snapshot.success) continue;
      examples.add({
        snapshot: snapshot.data,
        receivedAt: row.received_at,
        decidedAt: row.decided_at,
        ending: row.ending as LeadEnding,
      });
    }
    if (rows.length < examplesAtOnce) return examples;
    after = rows.at(-1);
  }
}

/** The model that would go on rating without this training. */
async function findCurrent(db: Db, organizationId: string | null): Promise<TrainedModel> {
  const owner = organizationId ?? (await repo.findOperatorId(db));
  if (owner === undefined) return priorModel;
  const kept = await inOrganization(db, { organizationId: owner }, (tx) => repo.findModels(tx));
  const organization = organizationId === null ? undefined : kept.organization?.model;
  return chooseModel({ organization, pooled: kept.pooled?.model, prior: priorModel });
}

/** Keeps the models of the installation learning (LQ-2). */
export class TrainingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly train: Train,
  ) {}

  /** Enqueues a training for every organization with enough outcomes, and for all together. */
  async orderAll(): Promise<void> {
    const counts = await repo.unscopedCountOutcomes(this.db, this.clock.now());
    const operatorId = await repo.findOperatorId(this.db);
    const pooled = counts.reduce(
      (sum, { won, notWon }) => ({ won: sum.won + won, notWon: sum.notWon + notWon }),
      { won: 0, notWon: 0 },
    );
    if (operatorId !== undefined && isEnough(pooled)) await this.order(operatorId, null);
    for (const own of counts) if (isEnough(own)) await this.order(own.organizationId, own.organizationId);
  }

  private order(owner: string, organizationId: string | null): Promise<void> {
    return inOrganization(this.db, { organizationId: owner }, (tx) =>
      trainModel.enqueue(tx, { organizationId }, { key: `train ${owner}`, queue: 'training' }),
    );
  }

  /** Trains one model and puts it into force when it is not worse on leads that neither has seen. */
  async trainOne(order: TrainingOrder): Promise<void> {
    const owner = order.organizationId ?? (await repo.findOperatorId(this.db));
    if (owner === undefined) return;
    const now = this.clock.now();
    const outcome = await this.train(order, now);
    if (!outcome.trained) return;
    await inOrganization(this.db, { organizationId: owner }, (tx) =>
      repo.saveModel(tx, {
        organizationId: owner,
        id: newId(),
        basis: order.organizationId === null ? 'pooled' : 'organization',
        model: outcome.model,
        reason: outcome.reason,
        inForce: outcome.notWorse,
        trainedAt: now,
      }),
    );
  }
}
