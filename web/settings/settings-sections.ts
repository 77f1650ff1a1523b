import type { Permissions } from '../../contract/identity/identity.ts';

/** One part of the settings. */
interface Section {
  /** Its part of the address. */
  readonly key: string;
  readonly title: string;
  /** What it takes to open it; others do not have it listed, and everybody may open one that takes nothing. */
  readonly needs?: keyof Permissions;
  /** Which role can, for those whose role does not. */
  readonly whoCan?: string;
}

/** The parts of the settings, in their order. */
export const settingsSections = [
  { key: 'profile', title: 'Profile' },
  { key: 'notifications', title: 'Notifications' },
  { key: 'sessions', title: 'Sessions' },
  {
    key: 'calendar',
    title: 'Calendar feed',
    needs: 'readLeads',
    whoCan: 'People who work on leads can see their due dates in a calendar.',
  },
  { key: 'working-calendar', title: 'Working calendar' },
  {
    key: 'people',
    title: 'People',
    needs: 'managePeople',
    whoCan: 'An Account admin of your whole organization can invite people and change their roles.',
  },
  {
    key: 'api-tokens',
    title: 'API tokens',
    needs: 'manageAccess',
    whoCan: 'An Account admin of your organization can create and delete API tokens.',
  },
  {
    key: 'marketplace-endpoints',
    title: 'Marketplace endpoints',
    needs: 'manageIntake',
    whoCan:
      'An Account admin or a Referrals admin of your whole organization can manage marketplace endpoints.',
  },
  {
    key: 'contact-sharing',
    title: 'Sharing with the operator',
    needs: 'readContactSharing',
    whoCan: 'Partners decide here whether the operator sees the contacts of their leads.',
  },
  {
    key: 'access-log',
    title: 'Access log',
    needs: 'manageAccess',
    whoCan: 'An Account admin of your organization can read the access log.',
  },
  {
    key: 'lead-rating',
    title: 'Lead rating',
    needs: 'readLeadRating',
    whoCan: 'A Referrals admin of your whole organization or an Operator admin can see how leads are rated.',
  },
  {
    key: 'lead-periods',
    title: 'Deadlines and retention',
    needs: 'managePeriods',
    whoCan: 'An Operator admin of the installation can change deadlines and retention.',
  },
  {
    key: 'spam-lists',
    title: 'Spam lists',
    needs: 'manageSpamLists',
    whoCan: 'An Operator admin of the installation can change the spam lists.',
  },
] as const satisfies readonly Section[];

export type SettingsKey = (typeof settingsSections)[number]['key'];
export type SettingsSection = Section & { readonly key: SettingsKey };

/** True for a section that the person may open. */
export function mayOpen({ needs }: SettingsSection, permissions: Permissions): boolean {
  return needs === undefined || permissions[needs];
}
