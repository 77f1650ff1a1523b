import type { Me, MeChange } from '../../../contract/identity/identity.ts';

/** The values of the profile form; empty: never chosen. */
interface ProfileValues {
  name: string;
  timeZone: string;
  locale: string;
}

/** The profile as form values. */
export function fillProfile({ name, timeZone, locale }: Me['person']): ProfileValues {
  return { name, timeZone: timeZone ?? '', locale: locale ?? '' };
}

/** Only the fields that differ from the form's initial values, so changes made in another window stay. */
export function readProfileChange(values: ProfileValues, began: ProfileValues): MeChange {
  const change: MeChange = {};
  if (values.name.trim() !== began.name) change.name = values.name.trim();
  if (values.timeZone !== began.timeZone && values.timeZone !== '') change.timeZone = values.timeZone;
  if (values.locale !== began.locale) change.locale = values.locale || null;
  return change;
}
