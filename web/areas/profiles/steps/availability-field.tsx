import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mostDaysAway } from '../../../../contract/profiles/lists.ts';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import editorClasses from '../editor.module.css';
import { useAvailability } from '../use-deeds.ts';
import classes from './steps.module.css';

/** Until when the partner takes no requests; applies at once (BP-17). */
export function AvailabilityField() {
  const { locale } = useLocale();
  const { unavailableUntil: until } = useEditing().profile;
  const today = useToday();
  const [day, setDay] = useState('');
  const [error, setError] = useState<string>();
  const availability = useAvailability();
  const last = addDays(today, mostDaysAway);
  const apply = () => {
    const problem = dayProblem(day, today, last);
    setError(problem);
    if (problem === undefined) availability.mutate(day, { onSuccess: () => setDay('') });
  };
  return (
    <section className={classes.field} aria-label={t('availability.title')}>
      <h3 className="ll-subtitle">{t('availability.title')}</h3>
      <p className="ll-note">{t('availability.hint', { most: formatNumber(mostDaysAway, locale) })}</p>
      <p role="status" className={editorClasses.standing}>
        {until === null ? t('availability.now') : t('availability.away', { day: formatDay(until, locale) })}
      </p>
      <div className={classes.away}>
        <TextInput
          type="date"
          label={t('availability.until')}
          min={today}
          max={last}
          value={day}
          error={error}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button variant="default" loading={availability.isPending} onClick={apply}>
          {t('availability.apply')}
        </Button>
        {until !== null && (
          <Button loading={availability.isPending} onClick={() => availability.mutate(null)}>
            {t('availability.back')}
          </Button>
        )}
      </div>
    </section>
  );
}

function dayProblem(day: string, today: string, last: string): string | undefined {
  if (day === '') return t('availability.missing');
  if (day < today) return t('availability.past');
  return day > last ? t('availability.tooFar') : undefined;
}

const dayMilliseconds = 86_400_000;
const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
