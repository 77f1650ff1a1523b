import type { Colleague } from '../../../../../contract/identity/identity.ts';
import { sortByName } from '../../../../../contract/name-order.ts';
import { appLanguage } from '../../../../ui/format.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** A person who can be chosen, or has been. */
interface TeamOption {
  value: string;
  label: string;
  email?: string;
}

/** Who can be in a team, and a note about people who no longer can. */
interface TeamChoice {
  options: TeamOption[];
  /** Without the people that saving removes by itself. */
  chosen: string[];
  note: string | undefined;
}

interface TeamFacts {
  /** The lead's current team. */
  team: readonly Colleague[];
  chosen: readonly string[];
  /** The people who work on leads here; undefined until loaded. */
  people: readonly Colleague[] | undefined;
  me: Colleague;
}

/**
 * People who have left are no longer offered. Saving removes those who are in the lead's team; one who was chosen
 * otherwise, perhaps in an old draft, stays visible to be removed, because the server would refuse them.
 */
export function sortOutTeam({ team, chosen, people, me }: TeamFacts): TeamChoice {
  const isHere = (id: string) => people?.some((person) => person.id === id) ?? true;
  const gone = team.filter(({ id }) => !isHere(id));
  const kept = chosen.filter((id) => !gone.some((person) => person.id === id));
  const known = new Map([...team, me, ...(people ?? [])].map((person) => [person.id, person]));
  const offered = [...known.values()].filter(
    ({ id }) => isHere(id) && (people !== undefined || id !== me.id || kept.includes(id)),
  );
  const strangers = kept.filter((id) => !offered.some((person) => person.id === id));
  const nameOf = (id: string) => known.get(id)?.name ?? (people ? t('team.left') : shared('loading'));
  return {
    options: [
      ...sortByName(offered, ({ name }) => name).map(({ id, name, email }) => ({
        value: id,
        label: name,
        email,
      })),
      ...strangers.map((id) => ({ value: id, label: nameOf(id) })),
    ],
    chosen: kept,
    note: describeGone(gone) ?? (people && describeStrangers(strangers.length)),
  };
}

function describeGone(gone: readonly Colleague[]): string | undefined {
  if (gone.length === 0) return undefined;
  const names = new Intl.ListFormat(appLanguage, { type: 'conjunction' }).format(
    gone.map(({ name }) => name),
  );
  return t('team.removed', { count: gone.length, names });
}

function describeStrangers(count: number): string | undefined {
  return count === 0 ? undefined : t('team.toRemove', { count, shown: String(count) });
}
