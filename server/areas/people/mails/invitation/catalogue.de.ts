import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email with an invitation, in German. */
export const german: Translated<typeof english> = {
  subject: 'Ihre Einladung zu Leadlight',
  heading: 'Sie sind zu Leadlight eingeladen',
  invites: '{inviter} lädt Sie ein, mit {organization} an Partner-Leads zu arbeiten.',
  linkLife:
    'Der Link ist {life} lang gültig und funktioniert nur einmal. Bitten Sie danach um eine neue Einladung.',
  accept: 'Einladung annehmen',
};
