import { fallbackLanguage } from '../../../contract/languages/languages.ts';
import { editorSeconds, type ProfileState } from '../../../contract/profiles/lists.ts';
import type {
  BusinessProfile,
  ListedProfile,
  ProfileLocation,
  ProfileProblem,
} from '../../../contract/profiles/profiles.ts';
import { type Actor, hasPermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { EditorRow } from './editors.repo.ts';
import { profilePath } from './page-path.ts';
import { hasFixedAddress, isSameContent, type ProfileContent } from './profile-content.ts';
import { contactKey, type FoundProblem, listHints, listProblems } from './profile-problems.ts';
import type { LoadedSetting } from './profile-setting.ts';
import type { NamedDraftField, ProfileRow } from './profiles.repo.ts';

/** A profile with all that its page in the editor tells. */
export interface KnownProfile {
  readonly row: ProfileRow;
  readonly draft: readonly NamedDraftField[];
  readonly content: ProfileContent;
  readonly setting: LoadedSetting;
  readonly editors: readonly EditorRow[];
}

/** Editors who were seen after this moment are still there. */
export const editorsSince = (now: Date) => new Date(now.getTime() - editorSeconds * 1000);

/** Whether customers see it, saw it, or never did. */
function stateOfProfile({ publishedAt, firstPublishedAt }: ProfileRow): ProfileState {
  if (publishedAt !== null) return 'published';
  return firstPublishedAt === null ? 'draft' : 'unpublished';
}

export function presentProfile(known: KnownProfile, actor: Actor): BusinessProfile {
  const { row, draft, content, setting, editors } = known;
  const language = actor.language ?? fallbackLanguage;
  const inWords = (problems: readonly FoundProblem[]): ProfileProblem[] =>
    problems.map(({ step, field, message }) => ({ step, field, message: message.in(language) }));
  const { logo } = setting;
  return {
    id: row.id,
    organizationId: row.organizationId,
    companyName: row.companyName,
    country: row.country,
    state: stateOfProfile(row),
    revision: row.revision,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    hasChanges: !isSameContent(row.content, content),
    unavailableUntil: row.unavailableUntil,
    draft: content.fields,
    locations: [...content.locations].map(([id, location]): ProfileLocation => {
      const page = row.pages.find((one) => one.id === id);
      const { match, place } = setting.placeOf(location);
      return {
        ...location,
        id,
        address: page ? profilePath(page) : null,
        addressFixed: hasFixedAddress(row.content.locations.get(id)),
        place: {
          match,
          proposed: place && { city: place.name, region: place.region, country: place.country },
        },
        contactConfirmed: setting.mayContact(contactKey(location.contact.email)),
      };
    }),
    logo:
      logo && content.fields.logo !== null
        ? {
            id: content.fields.logo,
            width: logo.width,
            height: logo.height,
            tall: logo.height > logo.width,
          }
        : null,
    ownLocations: [...setting.ownLocations],
    members: [...setting.members],
    published: row.publishedAt === null ? null : row.content.fields,
    lastChanges: draft.map(({ field, revision, name, changedAt }) => ({
      field,
      revision,
      by: name ?? sentence('somebody').in(language),
      at: changedAt.toISOString(),
    })),
    problems: inWords(listProblems(content, setting)),
    hints: inWords(listHints(content, setting)),
    editors: [...editors],
    mayDelete: hasPermission(actor, 'deleteProfiles'),
  };
}

export function presentListed({
  row,
  content,
  setting,
}: Omit<KnownProfile, 'editors' | 'draft'>): ListedProfile {
  return {
    id: row.id,
    country: row.country,
    state: stateOfProfile(row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    hasChanges: !isSameContent(row.content, content),
    unavailableUntil: row.unavailableUntil,
    pages:
      row.publishedAt === null
        ? []
        : row.pages.map((page) => ({ name: page.name, address: profilePath(page) })),
    problemCount: listProblems(content, setting).length,
  };
}
