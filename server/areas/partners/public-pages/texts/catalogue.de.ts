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
};
