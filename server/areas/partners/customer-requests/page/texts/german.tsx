import { linkDays } from '../../customer-requests.rules.ts';
import type { SuggestionReason } from '../../suggest-partners.rules.ts';
import type { Explanation, RequestProblem, RequestWords } from './request-words.ts';

/** The page of a customer's request in German. */
export const german: RequestWords = {
  title: 'Ihre Anfrage',
  sentTo: (partner, offer) =>
    offer ? (
      <>
        Sie haben {partner} um Kontakt zu {offer} gebeten.
      </>
    ) : (
      <>Sie haben {partner} um Kontakt gebeten.</>
    ),
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
  sentOn: (day) => `Gesendet am ${day}`,
  withPartner: {
    waiting: (partner) => (
      <>
        Ihre Anfrage ist jetzt bei {partner}. Der Partner meldet sich bei Ihnen; wenn nicht, hören Sie wieder
        von uns.
      </>
    ),
    accepted: (partner) => <>{partner} hat Ihre Anfrage angenommen und meldet sich bei Ihnen.</>,
  },
  others: 'Andere passende Partner',
  chooseOne: 'Wählen Sie einen aus. Vorher wird nichts gesendet.',
  noOthers: 'Im Moment gibt es keinen anderen passenden Partner.',
  reason: wordReason,
  send: (partner) => <>Meine Anfrage an {partner} senden</>,
  consent:
    'Wenn Sie senden, gibt Leadlight Ihren Namen, Ihre Kontaktdaten und Ihre Nachricht, so wie Sie sie geschrieben haben, an diesen Partner weiter, und Sie sind einverstanden, dass er sich wegen dieser Anfrage bei Ihnen meldet.',
  profile: 'Über diesen Partner',
  withdraw: 'Meine Anfrage zurückziehen',
  withdrawOffer: 'Brauchen Sie keine Hilfe mehr?',
  withdrawQuestion: 'Anfrage zurückziehen?',
  withdrawWaiting: (partner) => (
    <>{partner} sieht, dass Sie die Anfrage zurückgezogen haben; dort wird sie geschlossen.</>
  ),
  withdrawAccepted: (partner) => (
    <>
      {partner} hat Ihre Anfrage schon angenommen. Man sieht dort, dass Sie sie zurückgezogen haben, meldet
      sich vielleicht aber noch einmal.
    </>
  ),
  withdrawFinal: 'Das lässt sich nicht rückgängig machen. Sie können jederzeit eine neue Anfrage senden.',
  withdrawYes: 'Ja, zurückziehen',
  withdrawNo: 'Nein, Anfrage behalten',
  withdrawn: (day) =>
    `Sie haben diese Anfrage am ${day} zurückgezogen. Sie wird an niemanden mehr weitergegeben.`,
  withdrawnAccepted: (partner) => (
    <>
      {partner} hatte sie vorher angenommen und sieht, dass Sie sie zurückgezogen haben. Vielleicht meldet man
      sich noch einmal.
    </>
  ),
  validUntil: (day) =>
    `Diese Seite gibt es bis zum ${day}. Wer den Link hat, kann sie sehen: Behalten Sie ihn für sich.`,
  otherLanguage: 'This page in English',
  requestNumber: 'Wenn es wieder vorkommt, nennen Sie uns diese Nummer:',
  refusal: {
    'with-partner': 'Es wurde nichts gesendet: Ein anderer Partner hat Ihre Anfrage schon.',
    'asked-before': 'Es wurde nichts gesendet: Dieser Partner hatte Ihre Anfrage bereits.',
    'not-listed': 'Es wurde nichts gesendet: Dieser Partner nimmt hier keine Anfragen mehr an.',
    withdrawn: 'Es wurde nichts gesendet: Sie haben diese Anfrage zurückgezogen.',
    outdated: 'Es ist nichts geschehen: Die Seite war zu lange offen. Bitte versuchen Sie es noch einmal.',
  },
  problem: (problem, minutes) =>
    problem === 'too-many-requests'
      ? {
          title: 'Zu viele Anfragen aus Ihrem Netzwerk',
          text: `Es ist nichts geschehen. Bitte warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} und versuchen Sie es dann noch einmal.`,
        }
      : problems[problem],
};

const problems: Readonly<Record<Exclude<RequestProblem, 'too-many-requests'>, Explanation>> = {
  'unknown-link': {
    title: 'Dieser Link ist ungültig',
    text: 'Vielleicht wurde er abgeschnitten. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder kopieren Sie den ganzen Link.',
  },
  'ended-link': {
    title: 'Dieser Link ist abgelaufen',
    text: `Die Seite Ihrer Anfrage gab es ${linkDays} Tage lang. Wenn Sie noch Hilfe suchen, senden Sie einem Partner bitte eine neue Anfrage.`,
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
};

function wordReason(reason: SuggestionReason, country: (code: string) => string): string {
  switch (reason.kind) {
    case 'country':
      return `Arbeitet in Ihrem Land (${country(reason.country)})`;
    case 'tags':
      return `Kennt sich aus mit: ${new Intl.ListFormat('de', { type: 'conjunction' }).format(reason.tags)}`;
    case 'answers':
      return `Beantwortet ${reason.ofTen} von 10 Anfragen`;
  }
}
