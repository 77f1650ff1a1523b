import { useOptionalMe } from '../api/me.ts';

/** The person's language and time zone; undefined stands for the browser's own. */
export function useLocale(): { locale: string | undefined; timeZone: string | undefined } {
  const person = useOptionalMe()?.person;
  return { locale: person?.locale ?? undefined, timeZone: person?.timeZone ?? undefined };
}
