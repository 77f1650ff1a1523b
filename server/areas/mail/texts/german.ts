import type { CustomerUntoldReason } from '../../../../contract/enums.ts';
import { invitationLife, linkLife } from '../../../../contract/link-life.ts';
import type { LeadLine, PlacedLead } from '../facts/mail-content.ts';
import { expiredPartnerLeadsUrl, leadButtons, leadUrl, partnerLeadUrl } from './lead-links.ts';
import type { MailWords, TextLine, TextTools } from './mail-words.ts';

const nameOf = (lead: { customerName: string | null }) => lead.customerName ?? 'ein Kunde ohne Firmenangabe';

const qualificationWords = {
  MarketingQualified: 'Vom Marketing qualifiziert',
  SalesQualified: 'Vom Vertrieb qualifiziert',
} as const;

function line(lead: LeadLine, tools: TextTools): TextLine {
  return {
    title: lead.customerName ?? 'Keine Firma angegeben',
    details: detailsOf(lead, tools),
    href: leadUrl(tools, lead.id),
  };
}

function detailsOf(lead: LeadLine, tools: TextTools): string[] {
  return [
    ...(lead.hot ? ['Eilig: bittet um direkten Kontakt'] : []),
    ...(lead.isTest ? ['Test-Lead'] : []),
    ...(lead.offerTitle ? [lead.offerTitle] : []),
    ...(lead.country ? [tools.country(lead.country)] : []),
    ...(lead.qualification === 'Direct' ? [] : [qualificationWords[lead.qualification]]),
    ...(lead.locationName ? [`Für ${lead.locationName}`] : []),
    ...(lead.expiresAt && !lead.isTest ? [`Antwort bis ${tools.moment(lead.expiresAt)}`] : []),
  ];
}

const more = (total: number, shown: number, tools: TextTools) =>
  total > shown ? `Und ${tools.number(total - shown)} weitere in Leadlight.` : undefined;
const leadsOf = (count: number, tools: TextTools) =>
  count === 1 ? '1 Lead' : `${tools.number(count)} Leads`;
const tabLabels = {
  all: 'Leads öffnen',
  marketplace: (count: number) => `${count} Marktplatz-${count === 1 ? 'Lead' : 'Leads'} öffnen`,
  qualified: (count: number) =>
    `${count} ${count === 1 ? 'qualifizierten Lead' : 'qualifizierte Leads'} öffnen`,
};

const newsWords = {
  accepted: ['hat angenommen', 'arbeitet daran'],
  declined: ['hat abgelehnt', 'übernimmt den Lead nicht'],
  expired: ['hat nicht geantwortet', 'hat nicht rechtzeitig geantwortet, der Lead ist abgelaufen'],
  won: ['hat den Auftrag gewonnen', 'hat den Auftrag gewonnen'],
  lost: ['hat ohne Auftrag abgeschlossen', 'hat ohne Auftrag abgeschlossen'],
} as const;

const untoldWords: Readonly<Record<CustomerUntoldReason, string>> = {
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
};

function customerTold({ customer }: PlacedLead): string[] {
  if (customer === null || customer === undefined) return [];
  if (customer === 'told') return ['Kunde informiert, mit anderen Partnern zur Auswahl'];
  return [`Kunde nicht informiert: ${untoldWords[customer]}`];
}

const considerations =
  'Niemand hat geprüft, wer dieser Kunde ist. Vergewissern Sie sich, bevor Sie Vertrauliches weitergeben, und achten Sie auf Betrug.';

/** Emails in German. */
export const german: MailWords = {
  frame: {
    reason: {
      'profile-contact':
        'Sie erhalten diese E-Mail, weil Sie der Kontakt des Profils sind, das der Kunde gefunden hat.',
      'location-admin': 'Sie erhalten diese E-Mail, weil Sie für die Leads dieses Standorts zuständig sind.',
      'organization-admin':
        'Sie erhalten diese E-Mail, weil Sie für die Leads Ihrer Organisation zuständig sind.',
      'team-added': 'Sie erhalten diese E-Mail, weil jemand Sie in das Team des Leads aufgenommen hat.',
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
    timesIn: (zone) => `Uhrzeiten gelten in der Zeitzone ${zone}.`,
  },
  'new-lead': ({ lead }, tools) => ({
    subject: `${lead.isTest ? '[Test] ' : ''}${lead.hot ? 'Eiliger Lead' : 'Neuer Lead'}: ${nameOf(lead)}`,
    heading: lead.hot ? 'Ein Kunde bittet um direkten Kontakt' : 'Sie haben einen neuen Lead',
    paragraphs: [],
    lines: [line(lead, tools)],
    buttons: [{ label: 'Lead öffnen', href: leadUrl(tools, lead.id) }],
    closing: ['Die Kontaktdaten finden Sie in Leadlight, nicht in dieser E-Mail.', considerations],
  }),
  digest: ({ leads, total, tabs }, tools) => ({
    subject: total === 1 ? '1 weiterer Lead' : `${tools.number(total)} weitere Leads`,
    heading: total === 1 ? '1 weiterer Lead wartet' : `${tools.number(total)} weitere Leads warten`,
    paragraphs: ['Heute war viel los, darum kommen diese Leads in einer E-Mail.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    buttons: leadButtons(tools, tabs, tabLabels),
    closing: [considerations],
  }),
  'expiring-soon': ({ leads, total, tabs }, tools) => ({
    subject:
      total === 1 && leads[0]
        ? `Läuft bald ab: ${nameOf(leads[0])}`
        : `${leadsOf(total, tools)} laufen bald ab`,
    heading:
      total === 1 ? 'Ein Lead wartet auf Ihre Antwort' : `${leadsOf(total, tools)} warten auf Ihre Antwort`,
    paragraphs: ['Leads ohne rechtzeitige Antwort laufen ab. Danach sieht niemand mehr ihren Kontakt.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    buttons:
      total === 1 && leads[0]
        ? [{ label: 'Lead beantworten', href: leadUrl(tools, leads[0].id) }]
        : leadButtons(tools, tabs, { ...tabLabels, all: 'Leads beantworten' }),
  }),
  unattended: ({ about, total, locations }, tools) => ({
    subject: `${leadsOf(total, tools)}, aber niemand, der antworten kann`,
    heading: `${leadsOf(total, tools)} ${total === 1 ? 'wartet' : 'warten'}, aber keine zuständige Person ist erreichbar`,
    paragraphs: [
      `${about === 'expiring-soon' ? 'Die Frist läuft bald ab. ' : ''}Geben Sie jemandem die Rolle Referrals admin${
        locations.length > 0 ? ` für ${locations.join(', ')}` : ''
      }, oder korrigieren Sie die E-Mail-Adresse der Person, die sie schon hat.`,
    ],
    buttons: [{ label: 'Zuständige festlegen', href: `${tools.publicUrl}/settings/people` }],
  }),
  'team-assignment': ({ lead, byName }, tools) => ({
    subject: `Sie sind im Team für ${nameOf(lead)}`,
    heading: `${byName} hat Sie in das Team eines Leads aufgenommen`,
    paragraphs: [],
    lines: [line(lead, tools)],
    buttons: [{ label: 'Lead öffnen', href: leadUrl(tools, lead.id) }],
  }),
  'sent-lead': ({ news, lead, senderName }, tools) => ({
    subject: `${lead.partnerName} ${newsWords[news][0]}: ${nameOf(lead)}`,
    heading: `${lead.partnerName} ${newsWords[news][1]}`,
    paragraphs: [
      senderName === undefined
        ? `Es geht um ${nameOf(lead)}, den Lead, den Sie an ${lead.partnerName} gesendet haben.`
        : `Es geht um ${nameOf(lead)}, den Lead, den ${senderName || 'eine frühere Kollegin oder ein früherer Kollege'} an ${lead.partnerName} gesendet hat.`,
    ],
    buttons: [{ label: 'Gesendete Leads ansehen', href: `${tools.publicUrl}/sent` }],
  }),
  'direct-expired': ({ leads, total }, tools) => ({
    subject: `${leadsOf(total, tools)} ohne Antwort abgelaufen`,
    heading: leads[0]
      ? `${leads[0].partnerName} hat nicht rechtzeitig geantwortet`
      : 'Ein Partner hat nicht rechtzeitig geantwortet',
    paragraphs: [
      'Diese Kunden haben einem Partner selbst geschrieben. Unten steht, wer von ihnen informiert wurde.',
    ],
    lines: leads.map((lead) => ({
      title: lead.customerName ?? 'Keine Firma angegeben',
      details: [`Bei ${lead.partnerName}`, ...customerTold(lead), `Lead ${lead.id}`],
      href: partnerLeadUrl(tools, lead.id),
    })),
    after: more(total, leads.length, tools),
    buttons: [{ label: 'Abgelaufene Leads ansehen', href: expiredPartnerLeadsUrl(tools) }],
  }),
  customer: ({ news, partnerName, offerTitle, requestId }, tools) => {
    const about = offerTitle ? ` zu ${offerTitle}` : '';
    const href = tools.secretLink('request', requestId);
    if (news === 'forwarded') {
      return {
        subject: `Ihre Anfrage ist jetzt bei ${partnerName}`,
        heading: `Ihre Anfrage ist jetzt bei ${partnerName}`,
        paragraphs: [
          `Wir haben Ihre Anfrage${about} wie gewünscht an ${partnerName} weitergegeben. Der Partner meldet sich bei Ihnen.`,
        ],
        buttons: [{ label: 'Anfrage ansehen', href }],
      };
    }
    return {
      subject: `Ihre Anfrage an ${partnerName}`,
      heading:
        news === 'declined'
          ? `${partnerName} kann Ihre Anfrage nicht übernehmen`
          : `${partnerName} hat nicht rechtzeitig geantwortet`,
      paragraphs: [
        `Sie haben ${partnerName}${about} um Kontakt gebeten. Leider ${
          news === 'declined'
            ? 'kann man Ihnen dort diesmal nicht helfen'
            : 'haben Sie von dort keine Antwort bekommen'
        }.`,
        'Andere Partner können Ihnen vielleicht helfen. Mit einem Klick geben Sie Ihre Anfrage weiter; vorher wird nichts gesendet.',
      ],
      buttons: [{ label: 'Anderen Partner wählen', href }],
      closing: ['Auf derselben Seite können Sie Ihre Anfrage zurückziehen.'],
    };
  },
  invitation: ({ inviterName, organizationName, linkId }, tools) => ({
    subject: 'Ihre Einladung zu Leadlight',
    heading: 'Sie sind zu Leadlight eingeladen',
    paragraphs: [
      `${inviterName} lädt Sie ein, mit ${organizationName} an Partner-Leads zu arbeiten.`,
      `Der Link ist ${invitationLife.words.de} lang gültig und funktioniert nur einmal. Bitten Sie danach um eine neue Einladung.`,
    ],
    buttons: [{ label: 'Einladung annehmen', href: tools.secretLink('join', linkId) }],
  }),
  'password-reset': ({ linkId }, tools) => ({
    subject: 'Neues Passwort wählen',
    heading: 'Neues Passwort wählen',
    paragraphs: [
      'Jemand, hoffentlich Sie, hat für diese Adresse ein neues Passwort angefordert.',
      `Der Link ist ${linkLife.words.de} lang gültig und funktioniert nur einmal. Waren Sie es nicht, ignorieren Sie diese E-Mail: Ihr Passwort bleibt unverändert.`,
    ],
    buttons: [{ label: 'Neues Passwort wählen', href: tools.secretLink('reset', linkId) }],
  }),
  verification: ({ linkId }, tools) => ({
    subject: 'E-Mail-Adresse bestätigen',
    heading: 'E-Mail-Adresse bestätigen',
    paragraphs: [
      'Bestätigen Sie, dass diese Adresse Ihnen gehört, damit Ihre Leads Sie erreichen.',
      `Der Link ist ${linkLife.words.de} lang gültig und funktioniert nur einmal.`,
    ],
    buttons: [{ label: 'Adresse bestätigen', href: tools.secretLink('verify', linkId) }],
  }),
  'address-changed': ({ newAddress }, tools) => ({
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    heading: 'Ihre E-Mail-Adresse wurde geändert',
    paragraphs: [
      `Ihr Leadlight-Konto nutzt jetzt ${newAddress}. An diese Adresse wird nichts mehr gesendet.`,
      'Waren Sie es nicht, sagen Sie es sofort einem Account admin Ihrer Organisation.',
    ],
    buttons: [{ label: 'Leadlight öffnen', href: tools.publicUrl }],
  }),
};
