import type { FormWords } from './form-words.ts';

export const german: FormWords = {
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
  tooLong: (label, most) => `${label}: höchstens ${most.toLocaleString('de')} Zeichen.`,
  damaged: (label) =>
    `${label}: Ein Zeichen ist unterwegs beschädigt worden. Bitte geben Sie es noch einmal ein.`,
  unusableEmail:
    'An diese E-Mail-Adresse kann niemand antworten. Bitte prüfen Sie sie: Sie braucht einen Namen, ein @ und eine Domain, wie name@firma.de.',
  meant: (suggestion) => `Meinten Sie ${suggestion}?`,
  didYouMean: (suggestion, typed) =>
    `Meinten Sie ${suggestion}? Korrigieren Sie die Adresse, oder senden Sie das Formular noch einmal, wenn ${typed} stimmt.`,
  unusablePhone:
    'Diese Nummer kann niemand anrufen. Bitte prüfen Sie sie, mit der Landesvorwahl, wenn sie nicht aus Ihrem Land ist, oder geben Sie eine E-Mail-Adresse ein.',
  summary: (errors) =>
    errors === 0
      ? 'Das Formular war zu lange geöffnet. Bitte senden Sie es noch einmal.'
      : errors === 1
        ? 'Bitte sehen Sie sich eine Angabe noch einmal an'
        : `Bitte sehen Sie sich ${errors} Angaben noch einmal an`,
  errorTitle: 'Fehler: ',
  consent:
    'Ich bin einverstanden, dass Leadlight meine Angaben an {partner} weitergibt und dass {partner} mich wegen dieser Anfrage kontaktiert.',
  contactDirectly: 'Ich möchte so bald wie möglich direkt kontaktiert werden',
  heading: {
    ContactMe: (about) => `Kontakt zu ${about}`,
    GetItNow: (about) => `So beginnen Sie mit ${about}`,
    FreeTrial: (about) => `${about} kostenlos testen`,
    TestDrive: (about) => `${about} ausprobieren`,
  },
  submit: {
    ContactMe: 'Anfrage senden',
    GetItNow: 'Jetzt holen',
    FreeTrial: 'Testversion anfordern',
    TestDrive: 'Jetzt ausprobieren',
  },
  introduction: {
    ContactMe: (partner) => <>Hinterlassen Sie Ihre Angaben, damit {partner} Sie erreichen kann.</>,
    GetItNow: (partner) => (
      <>Hinterlassen Sie Ihre Angaben, damit {partner} Ihnen beim Einstieg helfen kann.</>
    ),
    FreeTrial: (partner) => <>Hinterlassen Sie Ihre Angaben, damit {partner} Ihnen beim Test helfen kann.</>,
    TestDrive: (partner) => (
      <>Hinterlassen Sie Ihre Angaben, damit {partner} Ihnen beim Ausprobieren helfen kann.</>
    ),
  },
  website: 'Website:',
  handledBy: (partner) => <>Ihre Anfrage bearbeitet {partner}. Leadlight gibt sie nur weiter.</>,
  thanks: {
    title: (partner) => `Ihre Anfrage wurde an ${partner} gesendet`,
    heading: (partner) => <>Ihre Anfrage wurde an {partner} gesendet.</>,
    about: (offer) => <>Es geht um {offer}.</>,
    next: 'Wie es weitergeht',
    receives: (partner) => <>{partner} erhält Ihre Anfrage mit den Angaben, die Sie gemacht haben.</>,
    answers: 'Dort liest sie jemand und meldet sich per E-Mail oder Telefon, wenn man Ihnen helfen kann.',
    mayAnswer: 'Vielleicht meldet sich jemand per E-Mail oder Telefon, um Ihnen beim Einstieg zu helfen.',
    done: 'Sie brauchen nichts weiter zu tun und können diese Seite schließen.',
    backToOffer: 'Zurück zum Angebot',
    backToPartner: 'Zurück zur Seite des Partners',
  },
};
