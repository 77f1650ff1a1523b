import { useOptionalMe } from '../api/me.ts';
import { appLanguage } from './format.ts';

/**
 * The locale for dates, numbers and names: the person's choice, or the language of the interface in the browser's
 * variant if it has one, so that no sentence mixes languages. The time zone is the person's; undefined means the
 * browser's.
 */
export function useLocale(): { locale: string; timeZone: string | undefined } {
  const person = useOptionalMe()?.person;
  return { locale: person?.locale ?? interfaceLocale(), timeZone: person?.timeZone ?? undefined };
}

/** The browser's variant of the interface's language: `en-GB` for a reader of British English. */
export function interfaceLocale(preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag === appLanguage || tag.startsWith(`${appLanguage}-`)) ?? appLanguage;
}
