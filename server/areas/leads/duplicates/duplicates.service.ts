import type { PossibleDuplicates } from '../../../../contract/leads/duplicates.ts';
import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import type { MailDomains } from '../../../engines/contact-verifier/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { wrongValue } from '../../../platform/errors.ts';
import { recordAccess, recordRead } from '../../audit/index.ts';
import { type Actor, notAllowed } from '../../identity/index.ts';
import { sentence } from '../catalogue.ts';
import type { LeadChanges } from '../change/change-lead.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { companyKey } from './company-key.ts';
import { allowedDuplicateActions, duplicateRoles } from './duplicates.policy.ts';
import { byRelevance, type FoundDuplicate, presentDuplicate } from './duplicates.presenter.ts';
import * as repo from './duplicates.repo.ts';
import { comparePair, peopleThatShare } from './duplicates.rules.ts';
import { readTraits, type TraitRow } from './lead-traits.ts';
import { countPeople, personNameOf } from './person-names.rules.ts';

const maxShown = 20;

interface FoundDuplicates extends Omit<PossibleDuplicates, 'items'> {
  readonly items: FoundDuplicate[];
}

/** Leads that may be the same inquiry: found, explained, and linked by people only, never merged (LQ-4). */
export class DuplicatesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
    private readonly mailDomains: MailDomains,
  ) {}

  /** What may be a duplicate of the lead, with the reasons (LQ-4). @throws AppError not-found, not-allowed */
  async list(actor: Actor, leadId: string): Promise<FoundDuplicates> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.findTraitRow(tx, scope, leadId);
      if (!row) throw leadNotFound();
      // The operator may have installed a newer list since.
      this.mailDomains.reload();
      const items = await findDuplicates(tx, scope, row, this.mailDomains);
      const named = items.filter(({ lead }) => lead.contactName !== null).map(({ lead }) => lead.id);
      await recordRead(tx, actor, {
        action: 'lead.list',
        leadIds: named,
        detail: 'possible duplicates',
        at: now,
      });
      return { items, allowedActions: allowedDuplicateActions(actor) };
    });
  }

  /**
   * Records that two leads are the same inquiry; repeating it changes nothing. @throws AppError not-found, not-allowed,
   * invalid-request
   */
  async link(actor: Actor, leadId: string, otherId: string): Promise<void> {
    await this.decide(actor, leadId, otherId, async (tx, pair, by) => {
      const before = await repo.keepDecision(tx, pair, 'linked', by);
      return before === 'linked' ? undefined : 'lead.duplicate-linked';
    });
  }

  /** Removes a link. @throws as {@link link} */
  async unlink(actor: Actor, leadId: string, otherId: string): Promise<void> {
    await this.decide(actor, leadId, otherId, async (tx, pair) =>
      (await repo.dropDecision(tx, pair, 'linked')) ? 'lead.duplicate-unlinked' : undefined,
    );
  }

  /** Records that two leads are not the same, in place of a link if there is one. @throws as {@link link} */
  async dismiss(actor: Actor, leadId: string, otherId: string): Promise<void> {
    await this.decide(actor, leadId, otherId, async (tx, pair, by) => {
      const before = await repo.keepDecision(tx, pair, 'dismissed', by);
      if (before === 'dismissed') return undefined;
      return before === 'linked' ? 'lead.duplicate-unlinked' : dismissed;
    });
  }

  /** Undoes a dismissal. @throws as {@link link} */
  async withdrawDismissal(actor: Actor, leadId: string, otherId: string): Promise<void> {
    await this.decide(actor, leadId, otherId, async (tx, pair) =>
      (await repo.dropDecision(tx, pair, 'dismissed')) ? dismissalWithdrawn : undefined,
    );
  }

  private async decide(
    actor: Actor,
    leadId: string,
    otherId: string,
    act: (tx: Transaction, pair: repo.Pair, by: { name: string; at: Date }) => Promise<Outcome | undefined>,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    await inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listTraitRows(tx, scope, [leadId, otherId]);
      const pair = repo.pairOf(actor.organizationId, leadId, otherId);
      if (rows.length < new Set([pair.leadId, pair.otherLeadId]).size) throw leadNotFound();
      if (allowedDuplicateActions(actor).length === 0) throw notAllowed(duplicateRoles(actor), actor);
      if (rows.length === 1) throw wrongValue('params.otherId', 'other-lead', sentence('duplicate.itself'));
      const outcome = await act(tx, pair, { name: actor.name, at: now });
      if (outcome !== undefined) await tell(tx, this.changes, actor, pair, outcome, now);
    });
  }
}

/**
 * How a decision is recorded: an event in both timelines, or, when nothing is linked or unlinked, only in the access
 * log.
 */
type Outcome =
  | Extract<LeadEventType, `lead.duplicate-${string}`>
  | typeof dismissed
  | typeof dismissalWithdrawn;
const dismissed = 'possible duplicate dismissed';
/** Stored in the access log, where older entries say the same: these words stay. */
const dismissalWithdrawn = 'dismissal of a possible duplicate taken back';

async function tell(
  tx: Transaction,
  changes: LeadChanges,
  actor: Actor,
  pair: repo.Pair,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  const { organizationId, leadId, otherLeadId } = pair;
  await recordAccess(tx, actor, {
    action: 'lead.change',
    leadIds: [leadId, otherLeadId],
    detail: outcome,
    at,
  });
  if (outcome === dismissed || outcome === dismissalWithdrawn) return;
  const versions = await repo.listVersions(tx, organizationId, [leadId, otherLeadId]);
  // The list of duplicates names the other lead, for those who may see it; others read the timeline, too.
  await changes.note(
    tx,
    versions.map(({ id, version }) => ({ organizationId, leadId: id, type: outcome, at, actor, version })),
  );
}

async function findDuplicates(
  tx: Transaction,
  scope: LeadScope,
  row: TraitRow,
  mailDomains: MailDomains,
): Promise<FoundDuplicate[]> {
  const { now } = scope;
  const { traits, companyName } = readTraits(row, now, mailDomains);
  const candidates = await repo.unscopedFindCandidates(tx, {
    leadId: row.id,
    now,
    company: companyName.searchText === null ? null : companyKey(companyName.searchText),
    companyDomain: traits.companyDomain,
  });
  const sharing = {
    emailPeople: peopleBehind(candidates.emailNames),
    phonePeople: peopleBehind(candidates.phoneNames),
  };
  const decisions = await repo.listDecisions(tx, scope.organizationId, row.id);
  const others = await repo.listTraitRows(tx, scope, [...candidates.leadIds, ...decisions.keys()]);
  return others
    .map((other) => {
      const comparison = comparePair(traits, readTraits(other, now, mailDomains).traits, sharing);
      return presentDuplicate(other, comparison, decisions.get(other.id), now);
    })
    .filter(({ level, linked, dismissed: isDismissed }) => level !== null || linked || isDismissed)
    .toSorted(byRelevance)
    .slice(0, maxShown);
}

function peopleBehind(names: readonly repo.GivenName[]): number {
  return countPeople(
    names.map(([first, last]) => personNameOf(first, last)),
    peopleThatShare,
  );
}
