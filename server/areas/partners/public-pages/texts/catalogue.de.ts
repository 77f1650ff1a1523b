import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The texts of public pages and their forms around the partner's own words, in German. */
export const german: Translated<typeof english> = {
  labels: {
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    company: 'Firma',
    title: 'Position',
    country: 'Land',
    message: 'Nachricht',
    contactDirectly: 'Direkter Kontakt',
    consent: 'Ihre Einwilligung',
  },
  optional: '(freiwillig)',
  chooseCountry: 'Land auswählen',
  emailHint: 'Wenn Sie keine haben, lassen Sie das Feld leer und geben Sie eine Telefonnummer an.',
  missing: {
    firstName: 'Geben Sie Ihren Namen ein. Wenn Sie nur einen Namen haben, genügt eines der beiden Felder.',
    email: 'Geben Sie Ihre E-Mail-Adresse oder eine Telefonnummer ein, damit man Ihnen antworten kann.',
    country: 'Wählen Sie Ihr Land.',
    consent:
      'Kreuzen Sie das Kästchen an: Ohne Ihre Einwilligung kann Ihre Anfrage nicht weitergegeben werden.',
  },
  tooLong: '{label}: höchstens {most, number} Zeichen.',
  damaged: '{label}: Ein Zeichen ist unterwegs beschädigt worden. Bitte geben Sie es noch einmal ein.',
  unusableEmail:
    'An diese E-Mail-Adresse kann niemand antworten. Bitte prüfen Sie sie: Sie braucht einen Namen, ein @ und eine Domain, wie name@firma.de.',
  meant: 'Meinten Sie {suggestion}?',
  didYouMean:
    'Meinten Sie {suggestion}? Korrigieren Sie die Adresse, oder senden Sie das Formular noch einmal, wenn {typed} stimmt.',
  unusablePhone:
    'Diese Nummer kann niemand anrufen. Bitte prüfen Sie sie, mit der Landesvorwahl, wenn sie nicht aus Ihrem Land ist, oder geben Sie eine E-Mail-Adresse ein.',
  outdated: 'Das Formular war zu lange geöffnet. Bitte senden Sie es noch einmal.',
  summary:
    '{count, plural, one {Bitte sehen Sie sich eine Angabe noch einmal an} other {Bitte sehen Sie sich {shown} Angaben noch einmal an}}',
  errorTitle: 'Fehler: {title}',
  consent:
    'Ich bin einverstanden, dass Leadlight meine Angaben an <name>{partner}</name> weitergibt und dass <name>{partner}</name> mich wegen dieser Anfrage kontaktiert.',
  contactDirectly: 'Ich möchte so bald wie möglich direkt kontaktiert werden',
  heading: {
    ContactMe: 'Kontakt zu {about}',
    GetItNow: 'So beginnen Sie mit {about}',
    FreeTrial: '{about} kostenlos testen',
    TestDrive: '{about} ausprobieren',
  },
  submit: {
    ContactMe: 'Anfrage senden',
    GetItNow: 'Jetzt holen',
    FreeTrial: 'Testversion anfordern',
    TestDrive: 'Jetzt ausprobieren',
  },
  introduction: {
    ContactMe: 'Hinterlassen Sie Ihre Angaben, damit <name>{partner}</name> Sie erreichen kann.',
    GetItNow: 'Hinterlassen Sie Ihre Angaben, damit <name>{partner}</name> Ihnen beim Einstieg helfen kann.',
    FreeTrial: 'Hinterlassen Sie Ihre Angaben, damit <name>{partner}</name> Ihnen beim Test helfen kann.',
    TestDrive:
      'Hinterlassen Sie Ihre Angaben, damit <name>{partner}</name> Ihnen beim Ausprobieren helfen kann.',
  },
  website: 'Website:',
  handledBy: 'Ihre Anfrage bearbeitet <name>{partner}</name>. Leadlight gibt sie nur weiter.',
  thanks: {
    title: 'Ihre Anfrage wurde an {partner} gesendet',
    heading: 'Ihre Anfrage wurde an <name>{partner}</name> gesendet.',
    about: 'Es geht um <name>{offer}</name>.',
    next: 'Wie es weitergeht',
    receives: '<name>{partner}</name> erhält Ihre Anfrage mit den Angaben, die Sie gemacht haben.',
    answers: 'Dort liest sie jemand und meldet sich per E-Mail oder Telefon, wenn man Ihnen helfen kann.',
    mayAnswer: 'Vielleicht meldet sich jemand per E-Mail oder Telefon, um Ihnen beim Einstieg zu helfen.',
    done: 'Sie brauchen nichts weiter zu tun und können diese Seite schließen.',
    backToOffer: 'Zurück zum Angebot',
    backToPartner: 'Zurück zur Seite des Partners',
  },
  problem: {
    'not-found': {
      title: 'Unter dieser Adresse gibt es keine Seite',
      text: 'Vielleicht wird das Angebot oder der Partner nicht mehr geführt, oder die Adresse enthält einen Tippfehler.',
    },
    'body-too-large': {
      title: 'Die Anfrage ist zu lang',
      text: 'Ihre Anfrage wurde nicht gesendet. Gehen Sie zurück, kürzen Sie Ihre Nachricht und senden Sie das Formular noch einmal.',
    },
    'unsupported-media-type': {
      title: 'Das Formular konnte nicht gelesen werden',
      text: 'Ihre Anfrage wurde nicht gesendet. Öffnen Sie die Seite noch einmal und senden Sie das Formular von dort.',
    },
    'cross-site-request': {
      title: 'Das Formular kam von einer anderen Website',
      text: 'Ihre Anfrage wurde nicht gesendet. Öffnen Sie die Seite hier und senden Sie das Formular von dort.',
    },
    'too-many-requests': {
      title: 'Zu viele Anfragen aus Ihrem Netz',
      text: 'Dieses Formular wurde in kurzer Zeit oft gesendet, deshalb wurde Ihre Anfrage nicht gesendet. Bitte warten Sie {count, plural, one {eine Minute} other {{shown} Minuten}}, gehen Sie zurück und senden Sie sie noch einmal.',
    },
    unavailable: {
      title: 'Diese Seite ist gerade nicht verfügbar',
      text: 'Falls Sie ein Formular gesendet haben, wurde es nicht gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Falls Sie ein Formular gesendet haben, senden Sie es bitte gleich noch einmal: Auch wenn Sie es zweimal senden, entsteht nur eine Anfrage.',
    },
    unreadable: {
      title: 'Diese Anfrage konnte nicht gelesen werden',
      text: 'Bitte öffnen Sie die Seite noch einmal und versuchen Sie es erneut.',
    },
  },
  problemNumber: 'Wenn es wieder vorkommt, nennen Sie uns diese Nummer:',
  description: {
    offer: '{title} von {partner}. {action}.',
    profile: '{partner}, {place}: Kontakt aufnehmen.',
  },
};
