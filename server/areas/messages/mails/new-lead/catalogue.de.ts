import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email about a new lead, in German. */
export const german: Translated<typeof english> = {
  subject: '{urgency, select, hot {Eiliger Lead} other {Neuer Lead}}: {customer}',
  testSubject: '[Test] {subject}',
  heading: {
    hot: 'Ein Kunde bittet um direkten Kontakt',
    new: 'Sie haben einen neuen Lead',
  },
  contactInside: 'Die Kontaktdaten finden Sie in Leadlight, nicht in dieser E-Mail.',
};
