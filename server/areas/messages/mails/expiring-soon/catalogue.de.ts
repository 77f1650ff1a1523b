import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email about leads that expire soon, in German. */
export const german: Translated<typeof english> = {
  subject: {
    one: 'Läuft bald ab: {customer}',
    several: '{count, plural, one {1 Lead läuft} other {{shown} Leads laufen}} bald ab',
  },
  heading: '{count, plural, one {Ein Lead wartet} other {{shown} Leads warten}} auf Ihre Antwort',
  expires: 'Leads ohne rechtzeitige Antwort laufen ab. Danach sieht niemand mehr ihren Kontakt.',
  answer: { one: 'Lead beantworten', all: 'Leads beantworten' },
};
