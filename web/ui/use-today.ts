import { todayIn } from './days.ts';
import { useNow } from './now.ts';
import { useLocale } from './use-locale.ts';
import { browserZone } from './zone-names.ts';

/** Today's calendar day where the person is, also after midnight. */
export function useToday(): string {
  const { timeZone } = useLocale();
  return todayIn(timeZone ?? browserZone(), new Date(useNow()));
}
