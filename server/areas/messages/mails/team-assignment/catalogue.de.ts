import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to someone whom a colleague added to a lead’s team, in German. */
export const german: Translated<typeof english> = {
  subject: 'Sie sind im Team für {customer}',
  heading: '{colleague} hat Sie in das Team eines Leads aufgenommen',
};
