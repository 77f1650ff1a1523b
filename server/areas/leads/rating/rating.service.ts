import type { RatingBasis } from '../../../../contract/leads/lists.ts';
import type { LeadRatingAnswer, ModelCard } from '../../../../contract/leads/rating.ts';
import type { MailDomainKind, MailDomains } from '../../../engines/contact-verifier/index.ts';
import type { TrainedModel } from '../../../engines/lead-rating/index.ts';
import {
  basisWords,
  chooseModel,
  type EmailDomainKind,
  priorModel,
  type RatingSnapshot,
  type RejectedTraining,
  rate,
  ratingSnapshotSchema,
  snapshotFeatures,
  strongestFeatures,
  withSpamWords,
} from '../../../engines/lead-rating/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { factsOf } from '../lead/lead-row.ts';
import { leadScopeOf } from '../lead/lead-scope.sql.ts';
import { findLead } from '../lead/leads.repo.ts';
import { contactWithheld } from '../lead/leads.rules.ts';
import { readStored } from '../stored-texts/stored-texts.ts';
import * as repo from './rating.repo.ts';
import { type KeptReasons, shownReasons } from './shown-reasons.rules.ts';

/** A model that was replaced may go on rating for this long. */
const modelGoodForMilliseconds = 60_000;

interface ModelsInForce {
  readonly model: TrainedModel;
  readonly storefronts: ReadonlyMap<string, string>;
  readonly rejected: RejectedTraining | undefined;
  readonly readAt: number;
}

/** Rates leads by what was known at intake, and says why (LQ-1 to LQ-3). */
export class RatingService {
  private readonly inForce = new Map<string, ModelsInForce>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mailDomains: MailDomains,
  ) {}

  /**
   * Rates leads whose contact was just checked, in the transaction of the check. What was known is recorded the first
   * time and stays; a spam mark that came or went since still counts.
   */
  async rateChecked(tx: Transaction, organizationId: string, leadIds: readonly string[]): Promise<void> {
    await repo.markInformationalSpam(tx, organizationId, leadIds);
    const rows = await repo.listRateable(tx, organizationId, leadIds);
    if (rows.length === 0) return;
    this.mailDomains.reload();
    const { model, storefronts, rejected } = await this.modelFor(tx, organizationId);
    const ratings = rows.map((row) => {
      const kept = ratingSnapshotSchema.safeParse(row.snapshot);
      const snapshot = kept.success ? kept.data : this.snapshotOf(row, storefronts);
      const rating = rate(model, withSpamMark(snapshot, row), storefronts, rejected);
      const { quality, probability, reasons, basis } = row.suspected_spam
        ? withSpamWords(rating, model)
        : rating;
      return {
        lead_id: row.id,
        snapshot,
        quality,
        probability,
        basis: basis.kind,
        basis_words: basis.words,
        reasons: {
          for: reasons.for.map(({ words }) => words),
          against: reasons.against.map(({ words }) => words),
          features: {
            for: reasons.for.map(({ feature }) => feature),
            against: reasons.against.map(({ feature }) => feature),
          },
        },
      };
    });
    await repo.saveRatings(tx, organizationId, ratings, this.clock.now());
  }

  /** The rating of a lead. @throws AppError not-found, not-allowed */
  async get(actor: Actor, leadId: string): Promise<LeadRatingAnswer> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const lead = await findLead(tx, scope, leadId);
      if (!lead) throw leadNotFound();
      const row = await repo.findRating(tx, actor.organizationId, leadId);
      if (!row) return { rating: null };
      return {
        rating: {
          quality: row.quality as 'High' | 'Medium' | 'Low',
          probability: row.probability,
          basis: row.basis as RatingBasis,
          basisWords: readStored(row.basis_words, actor.language),
          reasons: readReasons(
            shownReasons(row.reasons as unknown as KeptReasons, contactWithheld(factsOf(lead), now) !== null),
            actor.language,
          ),
          ratedAt: row.rated_at.toISOString(),
        },
      };
    });
  }

  /**
   * The model that rates for the actor's organization; for the operator, the one of all together (LQ-3). @throws
   * AppError not-allowed
   */
  async card(actor: Actor): Promise<ModelCard> {
    requirePermission(actor, 'readLeadRating');
    return inOrganization(this.db, actor, async (tx) => {
      const kept = await repo.findModels(tx);
      const found = kept.organization ?? kept.pooled;
      const model = found?.model ?? priorModel;
      // Only the operator sees figures of all partners together: with few partners they would give away each other's.
      const isOthers = found === kept.pooled && found !== undefined && actor.organizationKind !== 'operator';
      const trainings = await repo.listTrainings(tx, actor.organizationId);
      return {
        basis: basisOf(model),
        basisWords: readStored(
          basisWords(
            model,
            model.basis === 'organization'
              ? undefined
              : await repo.findRejectedTraining(tx, actor.organizationId),
          ),
          actor.language,
        ),
        trainedAt: found?.trainedAt.toISOString() ?? null,
        population: isOthers ? null : model.population,
        thresholds: { high: model.thresholds.high, low: model.thresholds.low },
        metrics: isOthers ? null : model.metrics,
        strongest: isOthers ? [] : strongestFeatures(model, 8),
        history: trainings.map((row) => ({
          trainedAt: row.trained_at.toISOString(),
          inForce: row.in_force,
          replacedAt: row.replaced_at?.toISOString() ?? null,
          reason: row.reason,
        })),
      };
    });
  }

  private async modelFor(tx: Transaction, organizationId: string): Promise<ModelsInForce> {
    const known = this.inForce.get(organizationId);
    const now = performance.now();
    if (known && now - known.readAt < modelGoodForMilliseconds) return known;
    const kept = await repo.findModels(tx);
    const model = chooseModel({
      organization: kept.organization?.model,
      pooled: kept.pooled?.model,
      prior: priorModel,
    });
    const rejected =
      model.basis === 'organization' ? undefined : await repo.findRejectedTraining(tx, organizationId);
    const read = { model, rejected, storefronts: await repo.listStorefronts(tx), readAt: now };
    this.inForce.set(organizationId, read);
    return read;
  }

  private snapshotOf(row: repo.RatedLeadRow, storefronts: ReadonlyMap<string, string>): RatingSnapshot {
    const domain = row.contact_email?.split('@').at(-1)?.toLowerCase() ?? null;
    return snapshotFeatures({
      leadSource: row.lead_source,
      isKnownStorefront: row.lead_source !== null && storefronts.has(row.lead_source),
      leadType: row.lead_type,
      callToAction: row.call_to_action,
      qualification: row.qualification,
      country: row.country,
      receivedAt: row.received_at,
      companyName: row.customer_name,
      hasLastName: row.contact_last_name !== null,
      title: row.contact_title,
      messageCharacters: row.message?.length ?? 0,
      emailDomain: domain,
      emailDomainKind: domain === null ? 'none' : domainKinds[this.mailDomains.kindOf(domain) ?? 'company'],
      emailValidity: row.email_validity,
      phoneValidity: row.phone_validity,
      contactAllowed: row.contact_allowed,
      isRepeat: row.repeat_of_lead_id !== null,
      isHot: row.hot_until !== null,
    });
  }
}

const domainKinds: Record<MailDomainKind | 'company', EmailDomainKind> = {
  company: 'company',
  disposable: 'disposable',
  freemail: 'freemail',
  'privacy-relay': 'relay',
};

/** Low also denotes probable spam (LQ-1), as the lists see it now. */
function withSpamMark(snapshot: RatingSnapshot, row: repo.RatedLeadRow): RatingSnapshot {
  return row.email_validity === 'Spam' ? { ...snapshot, emailValidity: 'Spam' } : snapshot;
}

function basisOf({ basis }: TrainedModel): RatingBasis {
  return basis === 'table' ? 'prior' : basis;
}

/** The reasons in the language of the reader. */
function readReasons(reasons: ReturnType<typeof shownReasons>, language: Actor['language']) {
  const read = (side: readonly string[]) => side.map((reason) => readStored(reason, language));
  return { for: read(reasons.for), against: read(reasons.against) };
}
