import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email about leads that nobody has answered in time, in German. */
export const german: Translated<typeof english> = {
  subject: {
    one: 'Noch unbeantwortet: {customer}',
    several: '{count, plural, one {1 Lead} other {{shown} Leads}} noch unbeantwortet',
  },
  heading:
    'Seit {hours, plural, one {einer Arbeitsstunde} other {{hoursShown} Arbeitsstunden}} hat niemand {count, plural, one {diesen Lead} other {diese {shown} Leads}} beantwortet',
  whatToDo:
    'Beantworten Sie {count, plural, one {ihn} other {sie}} selbst, oder geben Sie {count, plural, one {ihn} other {sie}} an jemand anderen.',
  openAll: 'Leads öffnen',
};
