import type { AbsenceDays } from '../../../contract/working-time/absences.ts';
import { CalendarDay } from '../../ui/index.ts';
import { useToday } from '../../ui/use-today.ts';
import { t } from './catalogue.ts';

/** "Away until 4 December", or "Away from 1 to 4 December". */
export function AbsenceSpan({ absence: { from, until } }: { absence: AbsenceDays }) {
  const today = useToday();
  const days = {
    first: () => <CalendarDay day={from} />,
    last: () => <CalendarDay day={until} />,
  };
  return <>{from <= today ? t.rich('absence.now', days) : t.rich('absence.soon', days)}</>;
}
