import type { Translated } from '../../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The page of a customer’s request, in German. */
export const german: Translated<typeof english> = {
  title: 'Ihre Anfrage',
  sentTo: 'Sie haben <name>{partner}</name> um Kontakt gebeten.',
  sentToAbout: 'Sie haben <name>{partner}</name> um Kontakt zu <name>{offer}</name> gebeten.',
  asked: 'Was Sie geschrieben haben',
  noMessage: 'Sie haben keine Nachricht geschrieben.',
  became: 'Stand Ihrer Anfrage',
  standing: {
    waiting: 'Wartet auf Antwort',
    accepted: 'Angenommen',
    declined: 'Abgelehnt',
    unanswered: 'Nicht rechtzeitig beantwortet',
    withdrawn: 'Von Ihnen zurückgezogen',
    closed: 'Geschlossen',
  },
  sentOn: 'Gesendet am {day}',
  withPartner: {
    waiting:
      'Ihre Anfrage ist jetzt bei <name>{partner}</name>. Der Partner meldet sich bei Ihnen; wenn nicht, hören Sie wieder von uns.',
    accepted: '<name>{partner}</name> hat Ihre Anfrage angenommen und meldet sich bei Ihnen.',
  },
  others: 'Andere passende Partner',
  chooseOne: 'Wählen Sie einen aus. Vorher wird nichts gesendet.',
  noOthers: 'Im Moment gibt es keinen anderen passenden Partner.',
  reason: {
    country: 'Arbeitet in Ihrem Land ({country})',
    tags: 'Kennt sich aus mit: {tags}',
    answers: 'Beantwortet {ofTen} von 10 Anfragen',
  },
  send: 'Meine Anfrage an <name>{partner}</name> senden',
  consent:
    'Wenn Sie senden, gibt Leadlight Ihren Namen, Ihre Kontaktdaten und Ihre Nachricht, so wie Sie sie geschrieben haben, an diesen Partner weiter, und Sie sind einverstanden, dass er sich wegen dieser Anfrage bei Ihnen meldet.',
  profile: 'Über diesen Partner',
  withdraw: 'Meine Anfrage zurückziehen',
  withdrawOffer: 'Brauchen Sie keine Hilfe mehr?',
  withdrawQuestion: 'Anfrage zurückziehen?',
  withdrawWaiting:
    '<name>{partner}</name> sieht, dass Sie die Anfrage zurückgezogen haben; dort wird sie geschlossen.',
  withdrawAccepted:
    '<name>{partner}</name> hat Ihre Anfrage schon angenommen. Man sieht dort, dass Sie sie zurückgezogen haben, meldet sich vielleicht aber noch einmal.',
  withdrawFinal: 'Das lässt sich nicht rückgängig machen. Sie können jederzeit eine neue Anfrage senden.',
  withdrawYes: 'Ja, zurückziehen',
  withdrawNo: 'Nein, Anfrage behalten',
  withdrawn: 'Sie haben diese Anfrage am {day} zurückgezogen. Sie wird an niemanden mehr weitergegeben.',
  withdrawnAccepted:
    '<name>{partner}</name> hatte sie vorher angenommen und sieht, dass Sie sie zurückgezogen haben. Vielleicht meldet man sich noch einmal.',
  validUntil:
    'Diese Seite gibt es bis zum {day}. Wer den Link hat, kann sie sehen: Behalten Sie ihn für sich.',
  otherLanguage: 'This page in English',
  refusal: {
    'with-partner': 'Es wurde nichts gesendet: Ein anderer Partner hat Ihre Anfrage schon.',
    'asked-before': 'Es wurde nichts gesendet: Dieser Partner hatte Ihre Anfrage bereits.',
    'not-listed': 'Es wurde nichts gesendet: Dieser Partner nimmt hier keine Anfragen mehr an.',
    withdrawn: 'Es wurde nichts gesendet: Sie haben diese Anfrage zurückgezogen.',
    outdated: 'Es ist nichts geschehen: Die Seite war zu lange offen. Bitte versuchen Sie es noch einmal.',
  },
  problem: {
    'too-many-requests': {
      title: 'Zu viele Anfragen aus Ihrem Netzwerk',
      text: 'Es ist nichts geschehen. Bitte warten Sie {count, plural, one {eine Minute} other {{shown} Minuten}} und versuchen Sie es dann noch einmal.',
    },
    'unknown-link': {
      title: 'Dieser Link ist ungültig',
      text: 'Vielleicht wurde er abgeschnitten. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder kopieren Sie den ganzen Link.',
    },
    'ended-link': {
      title: 'Dieser Link ist abgelaufen',
      text: 'Die Seite Ihrer Anfrage gab es {days} Tage lang. Wenn Sie noch Hilfe suchen, senden Sie einem Partner bitte eine neue Anfrage.',
    },
    'other-site': {
      title: 'Das Formular kam von einer anderen Seite',
      text: 'Es ist nichts geschehen. Bitte öffnen Sie den Link aus der E-Mail und versuchen Sie es dort noch einmal.',
    },
    unavailable: {
      title: 'Diese Seite ist gerade nicht verfügbar',
      text: 'Bitte versuchen Sie es gleich noch einmal. Auch wenn Sie einen Schritt wiederholen, zählt er nur einmal.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Bitte versuchen Sie es gleich noch einmal. Auch wenn Sie einen Schritt wiederholen, zählt er nur einmal.',
    },
    unreadable: {
      title: 'Diese Anfrage konnten wir nicht lesen',
      text: 'Es ist nichts geschehen. Bitte öffnen Sie den Link aus der E-Mail und versuchen Sie es noch einmal.',
    },
  },
};
