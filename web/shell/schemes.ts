import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** The color schemes that someone can choose, in display order. */
export const schemes = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const;
