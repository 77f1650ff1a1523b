import type { Permissions } from '../../contract/identity/identity.ts';

/** One part of the settings. */
interface Section {
  /** Its part of the address, and of the keys of its texts. */
  readonly key: string;
  /** What it takes to open it; others do not have it listed, and everybody may open one that takes nothing. */
  readonly needs?: keyof Permissions;
}

/** The parts of the settings, in their order. */
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

/** True for a section that the person may open. */
export function mayOpen(section: SettingsSection, permissions: Permissions): boolean {
  return !('needs' in section) || permissions[section.needs];
}
