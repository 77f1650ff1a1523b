import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to the old address of an account, in German. */
export const german: Translated<typeof english> = {
  subject: 'Ihre E-Mail-Adresse wurde geändert',
  heading: 'Ihre E-Mail-Adresse wurde geändert',
  usesNow: 'Ihr Leadlight-Konto nutzt jetzt {address}. An diese Adresse wird nichts mehr gesendet.',
  notYou: 'Waren Sie es nicht, sagen Sie es sofort einem Account admin Ihrer Organisation.',
  open: 'Leadlight öffnen',
};
