import type { WorkingCalendar } from '../../../contract/working-time/calendar.ts';
import { Stack } from '../../ui/content/index.ts';
import { FieldList, formatDay, useLocale, wordZone } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { formatClock, weekdays } from './working-calendar.ts';
import { PreviewSentence } from './working-calendar-hours.tsx';

/** The calendar, read-only. */
export function WorkingCalendarView({ calendar }: { calendar: WorkingCalendar }) {
  const { locale } = useLocale();
  const { hours, holidays, timeZone } = calendar;
  const wordDay = (spans: (typeof hours)['monday']) =>
    spans.map(({ from, to }) => `${formatClock(from, locale)} – ${formatClock(to, locale)}`).join(', ');
  return (
    <Stack>
      <FieldList
        fields={[
          { label: shared('title.timeZone'), value: wordZone(timeZone) },
          ...weekdays.map(({ key, name }) => ({
            label: name,
            value: wordDay(hours[key]) || t('hours.none'),
          })),
          {
            label: t('holidays.title'),
            value: holidays.map((day) => formatDay(day, locale)).join(' · ') || shared('none'),
          },
        ]}
      />
      <PreviewSentence hours={hours} />
      <p className="ll-note">{t('calendar.whoCanChange')}</p>
    </Stack>
  );
}
