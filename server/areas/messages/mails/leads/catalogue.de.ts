import type { Translated } from '../../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** What emails say about leads, one or several, in German. */
export const german: Translated<typeof english> = {
  noCompany: 'Keine Firma angegeben',
  customerWithoutCompany: 'ein Kunde ohne Firmenangabe',
  hot: 'Eilig: bittet um direkten Kontakt',
  test: 'Test-Lead',
  qualification: {
    MarketingQualified: 'Vom Marketing qualifiziert',
    SalesQualified: 'Vom Vertrieb qualifiziert',
  },
  forLocation: 'Für {location}',
  answerBy: 'Antwort bis {moment}',
  more: 'Und {shown} weitere in Leadlight.',
  open: {
    one: 'Lead öffnen',
    all: 'Leads öffnen',
    marketplace:
      '{count, plural, one {{shown} Marktplatz-Lead öffnen} other {{shown} Marktplatz-Leads öffnen}}',
    qualified:
      '{count, plural, one {{shown} qualifizierten Lead öffnen} other {{shown} qualifizierte Leads öffnen}}',
  },
  considerations:
    'Niemand hat geprüft, wer dieser Kunde ist. Vergewissern Sie sich, bevor Sie Vertrauliches weitergeben, und achten Sie auf Betrug.',
};
