import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email about leads without anyone responsible, in German. */
export const german: Translated<typeof english> = {
  subject: '{count, plural, one {1 Lead} other {{shown} Leads}}, aber niemand, der antworten kann',
  heading:
    '{count, plural, one {1 Lead wartet} other {{shown} Leads warten}}, aber keine zuständige Person ist erreichbar',
  expireSoon: 'Die Frist läuft bald ab.',
  giveRole:
    'Geben Sie jemandem die Rolle Referrals admin, oder korrigieren Sie die E-Mail-Adresse der Person, die sie schon hat.',
  giveRoleAt:
    'Geben Sie jemandem die Rolle Referrals admin für {locations}, oder korrigieren Sie die E-Mail-Adresse der Person, die sie schon hat.',
  choose: 'Zuständige festlegen',
};
