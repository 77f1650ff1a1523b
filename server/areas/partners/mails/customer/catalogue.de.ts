import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The email to a customer about their request, in German. */
export const german: Translated<typeof english> = {
  forwarded: {
    title: 'Ihre Anfrage ist jetzt bei {partner}',
    asYouAsked:
      'Wir haben Ihre Anfrage wie gewünscht an {partner} weitergegeben. Der Partner meldet sich bei Ihnen.',
    asYouAskedAbout:
      'Wir haben Ihre Anfrage zu {offer} wie gewünscht an {partner} weitergegeben. Der Partner meldet sich bei Ihnen.',
    see: 'Anfrage ansehen',
  },
  subject: 'Ihre Anfrage an {partner}',
  over: {
    declined: {
      heading: '{partner} kann Ihre Anfrage nicht übernehmen',
      unfortunately:
        'Sie haben {partner} um Kontakt gebeten. Leider kann man Ihnen dort diesmal nicht helfen.',
      unfortunatelyAbout:
        'Sie haben {partner} zu {offer} um Kontakt gebeten. Leider kann man Ihnen dort diesmal nicht helfen.',
    },
    expired: {
      heading: '{partner} hat nicht rechtzeitig geantwortet',
      unfortunately:
        'Sie haben {partner} um Kontakt gebeten. Leider haben Sie von dort keine Antwort bekommen.',
      unfortunatelyAbout:
        'Sie haben {partner} zu {offer} um Kontakt gebeten. Leider haben Sie von dort keine Antwort bekommen.',
    },
  },
  others:
    'Andere Partner können Ihnen vielleicht helfen. Mit einem Klick geben Sie Ihre Anfrage weiter; vorher wird nichts gesendet.',
  choose: 'Anderen Partner wählen',
  withdraw: 'Auf derselben Seite können Sie Ihre Anfrage zurückziehen.',
};
