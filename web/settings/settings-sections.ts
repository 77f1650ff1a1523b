import type { Permissions } from '../../contract/identity/identity.ts';

/** Whose settings there are, in display order: one's own, the organization's, and those of the whole installation. */
export const settingsOwners = ['person', 'organization', 'installation'] as const;
type SettingsOwner = (typeof settingsOwners)[number];

/** A section of the settings. */
interface Section {
  /** Used in the address and in the keys of its texts. */
  readonly key: string;
  readonly of: SettingsOwner;
  /** The permission it requires; it is hidden from others. Without one, everyone can open it. */
  readonly needs?: keyof Permissions;
}

/** The sections of the settings, in display order. */
export const settingsSections = [
  { key: 'profile', of: 'person' },
  { key: 'notifications', of: 'person' },
  { key: 'calendar', of: 'person', needs: 'readLeads' },
  { key: 'exports', of: 'person', needs: 'exportLeads' },
  { key: 'reply-templates', of: 'person', needs: 'workLeads' },
  { key: 'sessions', of: 'person' },
  { key: 'people', of: 'organization', needs: 'managePeople' },
  { key: 'sharing-leads', of: 'organization', needs: 'shareLeads' },
  { key: 'working-calendar', of: 'organization' },
  { key: 'marketplace-endpoints', of: 'organization', needs: 'manageIntake' },
  { key: 'api-tokens', of: 'organization', needs: 'manageAccess' },
  { key: 'contact-sharing', of: 'organization', needs: 'readContactSharing' },
  { key: 'access-log', of: 'organization', needs: 'manageAccess' },
  { key: 'lead-rating', of: 'installation', needs: 'readLeadRating' },
  { key: 'lead-periods', of: 'installation', needs: 'managePeriods' },
  { key: 'spam-lists', of: 'installation', needs: 'manageSpamLists' },
  { key: 'vocabularies', of: 'installation', needs: 'manageVocabularies' },
] as const satisfies readonly Section[];

export type SettingsSection = (typeof settingsSections)[number];
export type SettingsKey = SettingsSection['key'];

type ClosedToSome = Extract<SettingsSection, { readonly needs: string }>;

/** The sections that a person may open, in display order. */
export function listSections(permissions: Permissions): readonly SettingsSection[] {
  return settingsSections.filter((section) => mayOpen(section, permissions));
}

/** Whether the person may open the section. The compiler learns of those they may not: each needs a permission. */
export function mayOpen<Asked extends SettingsSection>(
  section: Asked,
  permissions: Permissions,
): section is Exclude<Asked, ClosedToSome> {
  return !('needs' in section) || permissions[section.needs];
}
