import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email with a link for a new password, in German. */
export const german: Translated<typeof english> = {
  subject: 'Neues Passwort wählen',
  heading: 'Neues Passwort wählen',
  requested: 'Jemand, hoffentlich Sie, hat für diese Adresse ein neues Passwort angefordert.',
  linkLife:
    'Der Link ist {life} lang gültig und funktioniert nur einmal. Waren Sie es nicht, ignorieren Sie diese E-Mail: Ihr Passwort bleibt unverändert.',
  choose: 'Neues Passwort wählen',
};
