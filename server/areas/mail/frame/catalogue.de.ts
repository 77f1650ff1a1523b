import type { Translated } from '../../../../contract/catalogue.ts';
import type { english } from './catalogue.en.ts';

/** The footer of every email, in German. */
export const german: Translated<typeof english> = {
  reason: {
    'profile-contact':
      'Sie erhalten diese E-Mail, weil Sie der Kontakt des Profils sind, das der Kunde gefunden hat.',
    'location-admin': 'Sie erhalten diese E-Mail, weil Sie für die Leads dieses Standorts zuständig sind.',
    'organization-admin':
      'Sie erhalten diese E-Mail, weil Sie für die Leads Ihrer Organisation zuständig sind.',
    'view-follower': 'Sie erhalten diese E-Mail, weil Sie einer Ansicht folgen, die diese Leads zeigt.',
    'team-added': 'Sie erhalten diese E-Mail, weil jemand Sie in das Team des Leads aufgenommen hat.',
    assigned: 'Sie erhalten diese E-Mail, weil Ihnen jemand einen Lead zugewiesen hat.',
    mentioned: 'Sie erhalten diese E-Mail, weil Sie jemand erwähnt hat.',
    'lead-sender': 'Sie erhalten diese E-Mail, weil Sie diesen Lead gesendet haben.',
    operator: 'Sie erhalten diese E-Mail, weil Sie diese Installation betreiben.',
    'customer-request': 'Sie erhalten diese E-Mail, weil Sie einen Partner um Kontakt gebeten haben.',
    invited: 'Sie erhalten diese E-Mail, weil jemand Sie eingeladen hat.',
    asked:
      'Sie erhalten diese E-Mail, weil sie auf der Anmeldeseite oder in Ihren Einstellungen angefordert wurde.',
    'account-admin': 'Sie erhalten diese E-Mail, weil Sie Account admin Ihrer Organisation sind.',
    'sender-left':
      'Sie erhalten diese E-Mail, weil die Person, die den Lead gesendet hat, nicht mehr bei Ihnen arbeitet.',
    'address-replaced': 'Sie erhalten diese E-Mail, weil dies die E-Mail-Adresse Ihres Kontos war.',
  },
  settings: 'Auswählen, welche E-Mails Sie erhalten',
  timesIn: 'Uhrzeiten gelten in der Zeitzone {zone}.',
};
