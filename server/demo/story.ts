import { defaultPolicy } from '../areas/periods/index.ts';
import type { Customer } from './customers.ts';
import type { History } from './history.ts';
import type { Random } from './random.ts';
import type { Source } from './source.ts';
import { after, earlier, hour, minute, nextOfficeHours } from './time.ts';
import type { Colleague, Organization, Row } from './world.ts';

/** The demo's installation keeps the default periods. */
export const { expiryHours, hotHours } = defaultPolicy;

export type LeadRow = Row<'lead'>;

/** The ingredients of an actionable lead's story. */
export interface Story {
  readonly now: Date;
  readonly organization: Organization;
  readonly source: Source;
  readonly customer: Customer;
  readonly receivedAt: Date;
  readonly history: History;
  readonly random: Random;
  /** Also in the team, whoever accepts. */
  readonly alsoInTeam: Colleague | null;
  readonly duplicateOf: string | null;
}

export interface Outcome {
  readonly columns: Partial<LeadRow>;
  readonly team: readonly string[];
}

/** When the partner must have answered. */
export function deadline({ receivedAt }: Story): Date {
  return after(receivedAt, expiryHours * hour);
}

/** When someone answers: mostly within a day or two, always in time. */
export function answerAt({ receivedAt, now, source, random }: Story): Date {
  const latest = after(earlier(after(receivedAt, expiryHours * hour), now), -20 * minute);
  const wanted = after(receivedAt, (0.4 + 160 * random.next() ** 3) * hour);
  const reachable = after(
    receivedAt,
    (latest.getTime() - receivedAt.getTime()) * (0.2 + 0.6 * random.next()),
  );
  return nextOfficeHours(wanted < latest ? wanted : reachable, source.location.utcOffset, latest, random);
}

/** Who answers a lead of that location, guests less often. */
export function answeringColleague({ organization, source, random }: Story): Colleague {
  const able = organization.colleagues.filter(
    ({ answersFor }) => answersFor === 'all' || answersFor.includes(source.location.name),
  );
  return random.weighted(able, ({ answersFor, isGuest }) => (isGuest ? 0.4 : answersFor === 'all' ? 2 : 3));
}
