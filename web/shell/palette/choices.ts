import type { ComponentType } from 'react';
import type { LeadSummary } from '../../../contract/leads/leads.ts';
import { type SearchPlace, searchPlaces } from '../../../contract/leads/lists.ts';
import { foldForSearch, isSearchable } from '../../../contract/search-folding.ts';

/** In the order in which the palette shows them. */
const groupOrder = [
  'recent',
  'lead',
  'list',
  'views',
  'pages',
  'settings',
  'app',
  ...searchPlaces,
  'all',
] as const;
export type ChoiceGroup = (typeof groupOrder)[number];

/** Something that can be chosen in the palette. */
export interface Choice {
  /** The same at the next visit; says nothing of what was searched for. */
  readonly id: string;
  readonly group: ChoiceGroup;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }> | undefined;
  readonly keys?: string | undefined;
  /** For a lead: what its line shows. */
  readonly lead?: LeadSummary;
  readonly run: () => void;
}

/** Whether every word of the term is in the text: a short one at the beginning of a word. */
function matches(text: string, term: string): boolean {
  const folded = foldForSearch(text);
  return wordsOf(term).every((word) =>
    isSearchable(word) ? folded.includes(word) : ` ${folded}`.includes(` ${word}`),
  );
}

const wordsOf = (term: string) => foldForSearch(term).split(' ').filter(Boolean);

/**
 * The choices that a term leaves, in groups. What begins with the term goes first, then what the person chose lately;
 * without a term, that has a group of its own. Leads stay in the order of the search, which found them.
 */
export function arrangeChoices(
  choices: readonly Choice[],
  term: string,
  recent: readonly string[],
): Choice[] {
  const isAsked = wordsOf(term).length > 0;
  if (!isAsked) return inGroups(withRecent(choices, recent));
  const start = foldForSearch(term);
  const rank = (choice: Choice) => {
    if (choice.lead) return 0;
    const age = recent.indexOf(choice.id);
    return (foldForSearch(choice.label).startsWith(start) ? 0 : 100) + (age === -1 ? 50 : age);
  };
  const left = choices.filter((one) => one.lead || one.group === 'all' || matches(one.label, term));
  return inGroups(left.toSorted((one, other) => rank(one) - rank(other)));
}

function withRecent(choices: readonly Choice[], recent: readonly string[]): Choice[] {
  const chosen = recent.flatMap((id) => choices.filter((one) => one.id === id));
  const rest = choices.filter((one) => !chosen.includes(one));
  return [...chosen.map((one) => ({ ...one, group: 'recent' as const })), ...rest];
}

function inGroups(choices: readonly Choice[]): Choice[] {
  return groupOrder.flatMap((group) => choices.filter((one) => one.group === group));
}

/** The place under which a found lead is listed: the first of those where its words were found. */
export function placeOf(lead: LeadSummary): SearchPlace {
  return searchPlaces.find((place) => lead.foundIn?.includes(place)) ?? 'customer';
}
