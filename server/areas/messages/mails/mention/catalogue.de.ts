import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to someone whom a colleague mentioned in an activity, in German. */
export const german: Translated<typeof english> = {
  subject: '{colleague} hat Sie erwähnt: {customer}',
  heading: '{colleague} hat Sie in einer Aktivität zu einem Lead erwähnt',
  read: 'Öffnen Sie den Lead, um den Text zu lesen und zu antworten.',
};
