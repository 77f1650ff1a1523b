import type { Permissions } from '../../contract/identity/identity.ts';

/** A section of the settings. */
interface Section {
  /** Used in the address and in the keys of its texts. */
  readonly key: string;
  /** The permission it requires; it is hidden from others. Without one, everyone can open it. */
  readonly needs?: keyof Permissions;
}

/** The sections of the settings, in display order. */
export const settingsSections = [
  { key: 'profile' },
  { key: 'notifications' },
  { key: 'sessions' },
  { key: 'calendar', needs: 'readLeads' },
  { key: 'working-calendar' },
  { key: 'people', needs: 'managePeople' },
  { key: 'api-tokens', needs: 'manageAccess' },
  { key: 'marketplace-endpoints', needs: 'manageIntake' },
  { key: 'contact-sharing', needs: 'readContactSharing' },
  { key: 'access-log', needs: 'manageAccess' },
  { key: 'lead-rating', needs: 'readLeadRating' },
  { key: 'lead-periods', needs: 'managePeriods' },
  { key: 'spam-lists', needs: 'manageSpamLists' },
] as const satisfies readonly Section[];

export type SettingsSection = (typeof settingsSections)[number];
export type SettingsKey = SettingsSection['key'];

type ClosedToSome = Extract<SettingsSection, { readonly needs: string }>;

/** Whether the person may open the section. The compiler learns of those they may not: each needs a permission. */
export function mayOpen<Asked extends SettingsSection>(
  section: Asked,
  permissions: Permissions,
): section is Exclude<Asked, ClosedToSome> {
  return !('needs' in section) || permissions[section.needs];
}
