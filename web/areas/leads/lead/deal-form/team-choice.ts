import type { Colleague } from '../../../../../contract/identity/identity.ts';
import { sortByName } from '../../../../../contract/name-order.ts';
import { appLanguage } from '../../../../ui/format.ts';
import { t } from './catalogue.ts';

/** One who can be chosen, or has been. */
export interface TeamOption {
  value: string;
  label: string;
  email?: string;
}

/** Who may be in a team, and what to say about those who may not any more. */
export interface TeamChoice {
  options: TeamOption[];
  /** Of those who were chosen: without the ones that saving removes by itself. */
  chosen: string[];
  note: string | undefined;
}

interface TeamFacts {
  /** The team that the lead has. */
  team: readonly Colleague[];
  chosen: readonly string[];
  /** Who works on leads here; undefined while it is not known. */
  people: readonly Colleague[] | undefined;
  me: Colleague;
}

/**
 * Who left since is offered no more. Of the lead's team they go by saving; one that somebody chose, perhaps in a draft
 * of another day, stays to be seen and removed, as the server would refuse them.
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
  const nameOf = (id: string) => known.get(id)?.name ?? (people ? t('team.left') : t('team.nameLoading'));
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
