import type { LeadLine } from '../mail-content.ts';
import type { MailWords, TextLine, TextTools } from '../mail-text.ts';

const nameOf = (lead: { customerName: string | null }) => lead.customerName ?? 'ein Kunde ohne Firmenangabe';
const leadUrl = (tools: TextTools, id: string) => `${tools.publicUrl}/leads/${id}`;

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
    ...(lead.expiresAt ? [`Antwort bis ${tools.moment(lead.expiresAt)}`] : []),
  ];
}

const more = (total: number, shown: number, tools: TextTools) =>
  total > shown ? `Und ${tools.number(total - shown)} weitere in Leadlight.` : undefined;
const leadsOf = (count: number, tools: TextTools) =>
  count === 1 ? '1 Lead' : `${tools.number(count)} Leads`;

const newsWords = {
  accepted: ['hat angenommen', 'arbeitet daran'],
  declined: ['hat abgelehnt', 'übernimmt den Lead nicht'],
  expired: ['hat nicht geantwortet', 'hat nicht rechtzeitig geantwortet; der Lead ist abgelaufen'],
  won: ['hat gewonnen', 'hat den Auftrag gewonnen'],
  lost: ['hat verloren', 'hat ohne Auftrag abgeschlossen'],
} as const;

/** Mails in German. */
export const german: MailWords = {
  frame: {
    reason: {
      'profile-contact': 'Sie bekommen diese Mail, weil Sie im gefundenen Profil als Kontakt stehen.',
      'location-admin': 'Sie bekommen diese Mail, weil Sie die Leads dieses Standorts betreuen.',
      'organization-admin': 'Sie bekommen diese Mail, weil Sie die Leads Ihrer Organisation betreuen.',
      'team-added': 'Sie bekommen diese Mail, weil jemand Sie in das Team des Leads aufgenommen hat.',
      'lead-sender': 'Sie bekommen diese Mail, weil Sie diesen Lead gesendet haben.',
      operator: 'Sie bekommen diese Mail, weil Sie diese Installation betreiben.',
      'customer-request': 'Sie bekommen diese Mail, weil Sie einen Partner um Kontakt gebeten haben.',
      invited: 'Sie bekommen diese Mail, weil jemand Sie eingeladen hat.',
      asked:
        'Sie bekommen diese Mail, weil sie auf der Anmeldeseite oder in Ihren Einstellungen angefordert wurde.',
    },
    settings: 'Auswählen, welche Mails Sie bekommen',
  },
  'new-lead': ({ lead }, tools) => ({
    subject: `${lead.isTest ? '[Test] ' : ''}${lead.hot ? 'Eiliger Lead' : 'Neuer Lead'}: ${nameOf(lead)}`,
    heading: lead.hot ? 'Ein Kunde bittet um direkten Kontakt' : 'Sie haben einen neuen Lead',
    paragraphs: [],
    lines: [line(lead, tools)],
    button: { label: 'Lead öffnen', href: leadUrl(tools, lead.id) },
    closing: ['Kontaktdaten stehen in Leadlight, nicht in dieser Mail.'],
  }),
  digest: ({ leads, total }, tools) => ({
    subject: total === 1 ? '1 weiterer Lead' : `${tools.number(total)} weitere Leads`,
    heading:
      total === 1
        ? '1 weiterer Lead ist eingegangen'
        : `${tools.number(total)} weitere Leads sind eingegangen`,
    paragraphs: ['Es kamen viele Leads, darum stehen diese zusammen in einer Mail.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    button: { label: 'Leads öffnen', href: `${tools.publicUrl}/leads` },
  }),
  'expiring-soon': ({ leads, total }, tools) => ({
    subject:
      total === 1 && leads[0]
        ? `Läuft bald ab: ${nameOf(leads[0])}`
        : `${leadsOf(total, tools)} laufen bald ab`,
    heading:
      total === 1 ? 'Ein Lead wartet auf Ihre Antwort' : `${leadsOf(total, tools)} warten auf Ihre Antwort`,
    paragraphs: [
      'Ein Lead, der nicht rechtzeitig beantwortet wird, läuft ab; sein Kontakt ist dann nicht mehr zu sehen.',
    ],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    button:
      total === 1 && leads[0]
        ? { label: 'Lead beantworten', href: leadUrl(tools, leads[0].id) }
        : { label: 'Leads beantworten', href: `${tools.publicUrl}/leads?status=Received&sort=expiresAt` },
  }),
  'team-assignment': ({ lead, byName }, tools) => ({
    subject: `Sie sind im Team für ${nameOf(lead)}`,
    heading: `${byName} hat Sie in das Team eines Leads aufgenommen`,
    paragraphs: [],
    lines: [line(lead, tools)],
    button: { label: 'Lead öffnen', href: leadUrl(tools, lead.id) },
  }),
  'sent-lead': ({ news, lead }, tools) => ({
    subject: `${lead.partnerName} ${newsWords[news][0]}: ${nameOf(lead)}`,
    heading: `${lead.partnerName} ${newsWords[news][1]}`,
    paragraphs: [`Es geht um ${nameOf(lead)}, den Lead, den Sie an ${lead.partnerName} gesendet haben.`],
    button: { label: 'Gesendete Leads ansehen', href: `${tools.publicUrl}/sent` },
  }),
  'direct-expired': ({ leads, total }, tools) => ({
    subject: `${leadsOf(total, tools)} ohne Antwort abgelaufen`,
    heading: 'Partner haben nicht rechtzeitig geantwortet',
    paragraphs: [
      'Diese Kunden haben einem Partner selbst geschrieben. Sie wissen Bescheid und haben andere Partner zur Auswahl.',
    ],
    lines: leads.map((lead) => ({
      title: lead.customerName ?? 'Keine Firma angegeben',
      details: [`Bei ${lead.partnerName}`, `Lead ${lead.id}`],
      href: tools.publicUrl,
    })),
    after: more(total, leads.length, tools),
  }),
  customer: ({ news, partnerName, offerTitle, requestId }, tools) => {
    const about = offerTitle ? ` zu ${offerTitle}` : '';
    const href = tools.secretLink('request', requestId);
    if (news === 'forwarded') {
      return {
        subject: `Ihre Anfrage ist jetzt bei ${partnerName}`,
        heading: `Ihre Anfrage ist jetzt bei ${partnerName}`,
        paragraphs: [
          `Wir haben Ihre Anfrage${about} weitergegeben, wie Sie es wollten. ${partnerName} wird sich bei Ihnen melden.`,
        ],
        button: { label: 'Anfrage ansehen', href },
      };
    }
    return {
      subject: `Ihre Anfrage an ${partnerName}`,
      heading:
        news === 'declined'
          ? `${partnerName} kann Ihre Anfrage nicht übernehmen`
          : `${partnerName} hat nicht rechtzeitig geantwortet`,
      paragraphs: [
        `Sie haben ${partnerName}${about} um Kontakt gebeten. ${
          news === 'declined' ? 'Diesmal kann man Ihnen dort nicht helfen' : 'Eine Antwort gab es nicht'
        }; das tut uns leid.`,
        'Andere Partner passen vielleicht ebenso. Mit einem Klick geben Sie Ihre Anfrage weiter; vorher wird nichts gesendet.',
      ],
      button: { label: 'Anderen Partner wählen', href },
      closing: ['Auf derselben Seite können Sie Ihre Anfrage zurückziehen.'],
    };
  },
  invitation: ({ inviterName, organizationName, linkId }, tools) => ({
    subject: 'Eine Einladung zu Leadlight',
    heading: 'Sie sind zu Leadlight eingeladen',
    paragraphs: [
      `${inviterName} lädt Sie ein, mit ${organizationName} an Partner-Leads zu arbeiten.`,
      'Der Link gilt einmal und eine Stunde lang. Danach bitten Sie um eine neue Einladung.',
    ],
    button: { label: 'Einladung annehmen', href: tools.secretLink('join', linkId) },
  }),
  'password-reset': ({ linkId }, tools) => ({
    subject: 'Neues Passwort wählen',
    heading: 'Neues Passwort wählen',
    paragraphs: [
      'Jemand, hoffentlich Sie, hat für diese Adresse ein neues Passwort angefordert.',
      'Der Link gilt einmal und eine Stunde lang. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
    ],
    button: { label: 'Neues Passwort wählen', href: tools.secretLink('reset', linkId) },
  }),
  verification: ({ linkId }, tools) => ({
    subject: 'E-Mail-Adresse bestätigen',
    heading: 'E-Mail-Adresse bestätigen',
    paragraphs: [
      'Bestätigen Sie, dass diese Adresse Ihnen gehört, damit Ihre Leads Sie erreichen.',
      'Der Link gilt einmal und eine Stunde lang.',
    ],
    button: { label: 'Adresse bestätigen', href: tools.secretLink('verify', linkId) },
  }),
};
