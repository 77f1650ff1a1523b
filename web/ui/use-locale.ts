import { useOptionalMe } from '../api/me.ts';
import { appLanguage } from './format.ts';

/**
 * What dates, numbers and names are written in: what the person chose; otherwise the language of the interface, in the
 * variant of the browser when that speaks it too, so that no sentence is half in another language. The time zone is
 * the person's; undefined stands for the browser's own.
 */
export function useLocale(): { locale: string; timeZone: string | undefined } {
  const person = useOptionalMe()?.person;
  return { locale: person?.locale ?? interfaceLocale(), timeZone: person?.timeZone ?? undefined };
}

/** The browser's variant of the interface's language: `en-GB` where somebody reads English as in Britain. */
export function interfaceLocale(preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag === appLanguage || tag.startsWith(`${appLanguage}-`)) ?? appLanguage;
}
