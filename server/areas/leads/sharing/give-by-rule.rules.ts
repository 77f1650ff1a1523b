import type { SharingHindrance, SharingMethod } from '../../../../contract/leads/lists.ts';
import type { LeadRow } from '../lead/lead-row.ts';
import type { CanOwn } from '../owners.ts';
import { Sharing } from './sharing.rules.ts';

/** Somebody to whom a rule gives leads, and what it gave them. */
export interface PersonInRule {
  readonly personId: string;
  /** The most leads from Monday to Sunday; null: as many as come. */
  readonly perWeek: number | null;
  /** Which lead of the rule was the last for them, counted from 1; 0: none yet. */
  readonly lastTurn: number;
  readonly givenThisWeek: number;
}

/** What decides which leads a rule is for, and who gets them. */
export interface RuleToGiveBy {
  readonly id: string;
  readonly tab: 'marketplace' | 'qualified' | null;
  /** Empty lists: whatever the lead has, or lacks. */
  readonly locationIds: readonly string[];
  readonly countries: readonly string[];
  readonly offers: readonly string[];
  readonly method: SharingMethod;
  readonly paused: boolean;
  /** In their order. */
  readonly people: readonly PersonInRule[];
}

type LeadToGive = Pick<LeadRow, 'qualification' | 'location_id' | 'country' | 'offer_name'>;

const tabOf = ({ qualification }: LeadToGive) => (qualification === 'Direct' ? 'marketplace' : 'qualified');

/** The first rule that is for such a lead and is not paused (WT-1). */
export function ruleFor<Rule extends RuleToGiveBy>(
  rules: readonly Rule[],
  lead: LeadToGive,
): Rule | undefined {
  return rules.find(
    ({ paused, tab, locationIds, countries, offers }) =>
      !paused &&
      (tab === null || tab === tabOf(lead)) &&
      isAmong(locationIds, lead.location_id) &&
      isAmong(countries, lead.country) &&
      isAmong(offers, lead.offer_name),
  );
}

function isAmong(wanted: readonly string[], value: string | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

/** Who can get leads at that moment. */
export interface WhoIsThere {
  readonly canOwn: CanOwn;
  readonly away: ReadonlySet<string>;
  /** How many open leads people own. */
  readonly loads: ReadonlyMap<string, number>;
}

export type Gift = { readonly personId: string } | { readonly hindrance: SharingHindrance };

/**
 * Gives leads one by one against what each person has by then, so that a batch never goes to one of them as a whole
 * (W-7): to whoever waited longest, or owns the fewest. Nobody gets more in a week than the rule says, or anything while
 * they are away (WT-1).
 */
export class GivingByRule {
  private readonly sharing: Sharing;
  private readonly changed = new Map<string, Map<string, PersonInRule>>();

  constructor(private readonly who: WhoIsThere) {
    this.sharing = new Sharing(who.loads);
  }

  /** Chooses the owner of a lead that has none, and counts it for them; or says why there is nobody. */
  give(rule: RuleToGiveBy, row: Pick<LeadRow, 'location_id'>): Gift {
    const people = this.peopleOf(rule);
    const able = people.filter(({ personId }) => this.who.canOwn(personId, row));
    if (able.length === 0) return { hindrance: 'nobody' };
    const present = able.filter(({ personId }) => !this.who.away.has(personId));
    if (present.length === 0) return { hindrance: 'away' };
    const free = present.filter(({ perWeek, givenThisWeek }) => perWeek === null || givenThisWeek < perWeek);
    const [first, ...others] = free;
    if (first === undefined) return { hindrance: 'full' };
    const chosen = rule.method === 'in-turn' ? longestWaiting(first, others) : this.fewestOpen(first, others);
    const turn = Math.max(...people.map(({ lastTurn }) => lastTurn)) + 1;
    const changed = { ...chosen, lastTurn: turn, givenThisWeek: chosen.givenThisWeek + 1 };
    this.changed.set(rule.id, (this.changed.get(rule.id) ?? new Map()).set(chosen.personId, changed));
    return { personId: chosen.personId };
  }

  /** What has changed for people, by rule. */
  changes(): { readonly ruleId: string; readonly person: PersonInRule }[] {
    return [...this.changed].flatMap(([ruleId, people]) =>
      [...people.values()].map((person) => ({ ruleId, person })),
    );
  }

  private peopleOf({ id, people }: RuleToGiveBy): PersonInRule[] {
    const changed = this.changed.get(id);
    return people.map((person) => changed?.get(person.personId) ?? person);
  }

  private fewestOpen(first: PersonInRule, others: readonly PersonInRule[]): PersonInRule {
    const chosen = this.sharing.give([first.personId, ...others.map(({ personId }) => personId)], null);
    return others.find(({ personId }) => personId === chosen) ?? first;
  }
}

function longestWaiting(first: PersonInRule, others: readonly PersonInRule[]): PersonInRule {
  return others.reduce((best, one) => (one.lastTurn < best.lastTurn ? one : best), first);
}
