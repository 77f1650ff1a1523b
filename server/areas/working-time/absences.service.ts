import type { Absence, AbsenceDays } from '../../../contract/working-time/absences.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { notFound, wrongValue } from '../../platform/errors.ts';
import { recordAccess } from '../audit/index.ts';
import { hasPermission, listPersonNames, notAllowed, type PersonActor } from '../identity/index.ts';
import * as repo from './absences.repo.ts';
import { sentence } from './catalogue.ts';

/** When people are away: rules give them no leads meanwhile (WT-2). */
export class AbsencesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Present and coming ones: of everyone for people who work with colleagues, else one's own. */
  list(actor: PersonActor): Promise<Absence[]> {
    return inOrganization(this.db, actor, async (tx) => {
      const day = await repo.findWorkingDay(tx, actor.organizationId, this.clock.now());
      const kept = await repo.listAbsences(tx, actor.organizationId, day);
      const shown = kept.filter(({ personId }) => personId === actor.personId || seesOthers(actor));
      const names = await listPersonNames(
        tx,
        shown.map(({ personId }) => personId),
      );
      return shown.flatMap((one) => {
        const name = names.get(one.personId);
        return name === undefined ? [] : [present(one, name, day)];
      });
    });
  }

  /**
   * Sets when somebody is away, in place of any absence before.
   * @throws AppError not-allowed, not-found, invalid-request
   */
  set(actor: PersonActor, personId: string, days: AbsenceDays): Promise<Absence> {
    return inOrganization(this.db, actor, async (tx) => {
      const name = await requireMember(tx, actor, personId);
      const today = await repo.findWorkingDay(tx, actor.organizationId, this.clock.now());
      if (days.until < today) throw wrongValue('body.until', 'past', sentence('absence.over'));
      await repo.saveAbsence(tx, actor.organizationId, { personId, ...days });
      await this.record(tx, actor, personId, `absence from ${days.from} until ${days.until}`);
      return present({ personId, ...days }, name, today);
    });
  }

  /** @throws AppError not-allowed, not-found */
  remove(actor: PersonActor, personId: string): Promise<void> {
    return inOrganization(this.db, actor, async (tx) => {
      await requireMember(tx, actor, personId);
      if (!(await repo.deleteAbsence(tx, actor.organizationId, personId)))
        throw notFound(sentence('absence.none'));
      await this.record(tx, actor, personId, 'absence removed');
    });
  }

  private record(tx: Transaction, actor: PersonActor, personId: string, detail: string): Promise<void> {
    const facts = { personId };
    return recordAccess(tx, actor, {
      action: 'settings.change',
      leadIds: [],
      detail,
      facts,
      at: this.clock.now(),
    });
  }
}

const seesOthers = (actor: PersonActor) =>
  hasPermission(actor, 'listColleagues') || hasPermission(actor, 'managePeople');

/** @returns their name @throws AppError not-allowed, not-found */
async function requireMember(tx: Transaction, actor: PersonActor, personId: string): Promise<string> {
  const isAllowed =
    personId === actor.personId || hasPermission(actor, 'shareLeads') || hasPermission(actor, 'managePeople');
  if (!isAllowed) throw notAllowed(['referrals-admin', 'account-admin'], actor);
  const name = await repo.findMemberName(tx, actor.organizationId, personId);
  if (name === undefined) throw notFound(sentence('absence.nobody'));
  return name;
}

function present({ personId, from, until }: repo.KeptAbsence, name: string, day: string): Absence {
  return { person: { id: personId, name }, from, until, isNow: from <= day && day <= until };
}
