import type { Me, MeChange } from '../../../contract/identity/identity.ts';

/** What is typed on the profile page; empty: never chosen. */
export interface ProfileValues {
  name: string;
  timeZone: string;
  locale: string;
}

/** The profile as texts, as fields take them. */
export function fillProfile({ name, timeZone, locale }: Me['person']): ProfileValues {
  return { name, timeZone: timeZone ?? '', locale: locale ?? '' };
}

/** Only what differs from how the form began: what was changed in another window meanwhile stays. */
export function readProfileChange(values: ProfileValues, began: ProfileValues): MeChange {
  const change: MeChange = {};
  if (values.name.trim() !== began.name) change.name = values.name.trim();
  if (values.timeZone !== began.timeZone && values.timeZone !== '') change.timeZone = values.timeZone;
  if (values.locale !== began.locale) change.locale = values.locale || null;
  return change;
}
