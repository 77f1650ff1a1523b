import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email with a link to confirm its address, in German. */
export const german: Translated<typeof english> = {
  subject: 'E-Mail-Adresse bestätigen',
  heading: 'E-Mail-Adresse bestätigen',
  confirmYours: 'Bestätigen Sie, dass diese Adresse Ihnen gehört, damit Ihre Leads Sie erreichen.',
  linkLife: 'Der Link ist {life} lang gültig und funktioniert nur einmal.',
  confirm: 'Adresse bestätigen',
};
