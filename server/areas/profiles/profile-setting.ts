import { openGazetteer } from '../../engines/gazetteer/index.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { listLocations } from '../organizations/index.ts';
import {
  findValue,
  type KeptVocabularies,
  labelOfCode,
  listVocabularies,
  stateOf,
} from '../vocabularies/index.ts';
import { listConfirmed } from './contacts.repo.ts';
import { findLogo, type LogoRow } from './logos.repo.ts';
import type { ProfileContent } from './profile-content.ts';
import { contactKey, type FoundPlace, type ProfileSetting } from './profile-problems.ts';
import {
  listMembers,
  listMembersAmong,
  listPublishedPartners,
  type Member,
  type ProfileRow,
} from './profiles.repo.ts';

/** {@link ProfileSetting} with what else is known of a draft. */
export interface LoadedSetting extends ProfileSetting {
  readonly logo: LogoRow | undefined;
  readonly vocabularies: KeptVocabularies;
  readonly ownLocations: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly Member[];
}

/** What all profiles of an organization are judged by. */
export type CommonSetting = Pick<
  LoadedSetting,
  'vocabularies' | 'ownLocations' | 'members' | 'otherPartners'
>;

/** What all profiles of the organization of the transaction are judged by. */
export async function loadCommonSetting(tx: Transaction, organizationId: string): Promise<CommonSetting> {
  const ownLocations = await listLocations(tx, organizationId);
  return {
    vocabularies: await listVocabularies(tx),
    ownLocations: ownLocations.map(({ id, name }) => ({ id, name })),
    members: await listMembers(tx, organizationId),
    otherPartners: await listPublishedPartners(tx, organizationId),
  };
}

/** What the draft of a profile is judged by. The transaction must be for its organization. */
export async function loadSetting(
  tx: Transaction,
  row: ProfileRow,
  content: ProfileContent,
  common: CommonSetting,
): Promise<LoadedSetting> {
  const { organizationId } = row;
  const gazetteer = await openGazetteer();
  const keysOf = (from: ProfileContent) =>
    [...from.locations.values()].map(({ contact }) => contactKey(contact.email));
  const keys = keysOf(content);
  const mayContact = new Set([
    ...(await listMembersAmong(tx, organizationId, keys)),
    ...(await listConfirmed(tx, organizationId, keys)),
    // What is published already went through this.
    ...(row.firstPublishedAt === null ? [] : keysOf(row.content)),
  ]);
  const places = new Map<string, FoundPlace>();
  return {
    ...common,
    tagState: (field, key) => {
      const value = findValue(common.vocabularies.get(field)?.values ?? [], key);
      return value && stateOf(value);
    },
    placeOf: (location) => {
      const { city, state, postalCode, country } = location;
      const named = JSON.stringify([city, state, postalCode, country]);
      const known = places.get(named);
      if (known) return known;
      const { kind, place } = gazetteer.checkAddress({ city, state, postalCode, country });
      const found = { match: kind, place };
      places.set(named, found);
      return found;
    },
    mayContact: (email) => mayContact.has(email),
    published: row.firstPublishedAt === null ? undefined : row.content,
    locationIds: new Set(common.ownLocations.map(({ id }) => id)),
    logo: content.fields.logo === null ? undefined : await findLogo(tx, row, content.fields.logo),
  };
}

/** The words by which matching knows a profile: English labels of its tags, and its skills. */
export function tagsOf(
  { industries, products, services, solutions, skills }: ProfileContent['fields'],
  vocabularies: KeptVocabularies,
): string[] {
  const labels = Object.entries({ industries, products, services, solutions }).flatMap(([name, codes]) =>
    codes.map((code) => labelOfCode(vocabularies.get(name as 'industries')?.values, code)),
  );
  return [...new Set([...labels, ...skills])];
}
