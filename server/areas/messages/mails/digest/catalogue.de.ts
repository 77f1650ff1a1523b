import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email about the further leads of a busy day, in German. */
export const german: Translated<typeof english> = {
  subject: '{count, plural, one {1 weiterer Lead} other {{shown} weitere Leads}}',
  heading: '{count, plural, one {1 weiterer Lead wartet} other {{shown} weitere Leads warten}}',
  busyDay: 'Heute war viel los, darum kommen diese Leads in einer E-Mail.',
};
