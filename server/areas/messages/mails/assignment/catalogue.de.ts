import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to someone to whom a colleague assigned leads, in German. */
export const german: Translated<typeof english> = {
  subject: {
    one: 'Ihnen zugewiesen: {customer}',
    several: '{count, plural, one {1 Lead} other {{shown} Leads}} Ihnen zugewiesen',
  },
  heading: '{colleague} hat Ihnen {count, plural, one {einen Lead} other {{shown} Leads}} zugewiesen',
  owner: 'Sie sind jetzt verantwortlich, das weitere Vorgehen liegt also bei Ihnen.',
  openAll: 'Ihre Leads öffnen',
};
