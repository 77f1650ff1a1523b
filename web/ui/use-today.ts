import { todayIn } from './days.ts';
import { readNow } from './now.ts';
import { useLocale } from './use-locale.ts';

/** Today's calendar day where the person is. */
export function useToday(): string {
  const { timeZone } = useLocale();
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return todayIn(zone, new Date(readNow()));
}
