import {
  IconBell,
  IconCalendarShare,
  IconDevices,
  IconFileExport,
  IconTemplate,
  IconUserCircle,
} from '@tabler/icons-react';
import type { SettingsKey, SettingsSection } from './settings-sections.ts';

type OwnKey = Extract<SettingsSection, { readonly of: 'person' }>['key'];

/** The icons of the settings that are one's own: the menu of the account shows them on every page. */
export const ownSectionIcons = {
  profile: IconUserCircle,
  notifications: IconBell,
  calendar: IconCalendarShare,
  exports: IconFileExport,
  'reply-templates': IconTemplate,
  sessions: IconDevices,
} as const satisfies Partial<Readonly<Record<SettingsKey, typeof IconBell>>> &
  Record<OwnKey, typeof IconBell>;
