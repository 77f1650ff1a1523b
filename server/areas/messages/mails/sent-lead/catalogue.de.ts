import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to the sender of a lead about its outcome, in German. */
export const german: Translated<typeof english> = {
  news: {
    accepted: { subject: '{partner} hat angenommen: {customer}', heading: '{partner} arbeitet daran' },
    declined: {
      subject: '{partner} hat abgelehnt: {customer}',
      heading: '{partner} übernimmt den Lead nicht',
    },
    expired: {
      subject: '{partner} hat nicht geantwortet: {customer}',
      heading: '{partner} hat nicht rechtzeitig geantwortet, der Lead ist abgelaufen',
    },
    won: {
      subject: '{partner} hat den Auftrag gewonnen: {customer}',
      heading: '{partner} hat den Auftrag gewonnen',
    },
    lost: {
      subject: '{partner} hat ohne Auftrag abgeschlossen: {customer}',
      heading: '{partner} hat ohne Auftrag abgeschlossen',
    },
  },
  youSent: 'Es geht um {customer}, den Lead, den Sie an {partner} gesendet haben.',
  colleagueSent: 'Es geht um {customer}, den Lead, den {sender} an {partner} gesendet hat.',
  formerColleague: 'eine frühere Kollegin oder ein früherer Kollege',
  seeSent: 'Gesendete Leads ansehen',
};
