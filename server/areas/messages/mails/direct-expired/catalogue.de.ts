import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to the operator about inquiries that a partner let expire, in German. */
export const german: Translated<typeof english> = {
  subject: '{count, plural, one {1 Lead} other {{shown} Leads}} ohne Antwort abgelaufen',
  heading: '{partner} hat nicht rechtzeitig geantwortet',
  headingUnnamed: 'Ein Partner hat nicht rechtzeitig geantwortet',
  wroteThemselves:
    'Diese Kunden haben einem Partner selbst geschrieben. Unten steht, wer von ihnen informiert wurde.',
  withPartner: 'Bei {partner}',
  customerTold: 'Kunde informiert, mit anderen Partnern zur Auswahl',
  customerUntold: 'Kunde nicht informiert: {reason}',
  untold: {
    'sent-by-seller': 'Vertrieb oder Marketing hat den Lead gesendet und wird informiert',
    'came-by-program': 'der Lead kam von einem Programm, nicht vom Kunden',
    'test-lead': 'es ist ein Test',
    'no-consent': 'der Kunde hat der Kontaktaufnahme nicht zugestimmt',
    'no-address': 'der Kunde hat keine E-Mail-Adresse angegeben',
    'unreadable-address': 'die E-Mail-Adresse ist nicht lesbar',
    'invalid-address': 'die E-Mail-Adresse ist ungültig',
    'spam-address': 'die E-Mail-Adresse ist als Spam-Adresse bekannt',
    'no-operator': 'es gibt hier keinen Betreiber, der andere Partner anbieten könnte',
    'told-often': 'an diese Adresse gingen schon drei solche E-Mails an einem Tag',
    'request-withdrawn': 'der Kunde hat die Anfrage zurückgezogen',
    'request-went-on': 'der Kunde hat die Anfrage schon weitergegeben',
    'not-over': 'der Lead hat inzwischen einen anderen Status',
    undelivered: 'die E-Mail war nicht zustellbar',
    'no-mail-server': 'es ist kein Mailserver eingerichtet, die E-Mail wurde nicht gesendet',
  },
  lead: 'Lead {id}',
  see: 'Abgelaufene Leads ansehen',
};
