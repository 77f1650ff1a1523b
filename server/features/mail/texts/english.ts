import { words } from '../../../../contract/words.ts';
import type { LeadLine } from '../mail-content.ts';
import type { MailWords, TextLine, TextTools } from '../mail-text.ts';

const nameOf = (lead: { customerName: string | null }) => lead.customerName ?? 'a customer without a company';
const leadUrl = (tools: TextTools, id: string) => `${tools.publicUrl}/leads/${id}`;

function line(lead: LeadLine, tools: TextTools): TextLine {
  return {
    title: lead.customerName ?? 'No company given',
    details: detailsOf(lead, tools),
    href: leadUrl(tools, lead.id),
  };
}

function detailsOf(lead: LeadLine, tools: TextTools): string[] {
  return [
    ...(lead.hot ? ['Hot: asks to be contacted directly'] : []),
    ...(lead.isTest ? ['Test lead'] : []),
    ...(lead.offerTitle ? [lead.offerTitle] : []),
    ...(lead.country ? [tools.country(lead.country)] : []),
    ...(lead.qualification === 'Direct' ? [] : [words.qualification[lead.qualification]]),
    ...(lead.locationName ? [`For ${lead.locationName}`] : []),
    ...(lead.expiresAt ? [`Answer by ${tools.moment(lead.expiresAt)}`] : []),
  ];
}

const more = (total: number, shown: number, tools: TextTools) =>
  total > shown ? `And ${tools.number(total - shown)} more in Leadlight.` : undefined;
const leadsOf = (count: number, tools: TextTools) =>
  count === 1 ? '1 lead' : `${tools.number(count)} leads`;

const newsWords = {
  accepted: ['accepted', 'is working on it'],
  declined: ['declined', 'will not take it on'],
  expired: ['did not answer in time', 'did not answer in time; the lead has expired'],
  won: ['won', 'closed the deal'],
  lost: ['lost', 'closed it without a deal'],
} as const;

/** Mails in English. */
export const english: MailWords = {
  frame: {
    reason: {
      'profile-contact':
        'You get this mail because you are the contact of the profile that the customer found.',
      'location-admin': 'You get this mail because you look after the leads of this location.',
      'organization-admin': 'You get this mail because you look after the leads of your organization.',
      'team-added': 'You get this mail because somebody put you on the lead’s team.',
      'lead-sender': 'You get this mail because you sent this lead.',
      operator: 'You get this mail because you run this installation.',
      'customer-request': 'You get this mail because you asked a partner to get in touch with you.',
      invited: 'You get this mail because somebody invited you.',
      asked: 'You get this mail because it was asked for on the sign-in page or in your settings.',
    },
    settings: 'Choose which mails you get',
  },
  'new-lead': ({ lead }, tools) => ({
    subject: `${lead.isTest ? '[Test] ' : ''}${lead.hot ? 'Hot lead' : 'New lead'}: ${nameOf(lead)}`,
    heading: lead.hot ? 'A customer asks you to get in touch directly' : 'You have a new lead',
    paragraphs: [],
    lines: [line(lead, tools)],
    button: { label: 'Open the lead', href: leadUrl(tools, lead.id) },
    closing: ['Contact details are in Leadlight, not in this mail.'],
  }),
  digest: ({ leads, total }, tools) => ({
    subject: total === 1 ? '1 more lead' : `${tools.number(total)} more leads`,
    heading: total === 1 ? '1 more lead came in' : `${tools.number(total)} more leads came in`,
    paragraphs: ['You had many leads, so these come together.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    button: { label: 'Open your leads', href: `${tools.publicUrl}/leads` },
  }),
  'expiring-soon': ({ leads, total }, tools) => ({
    subject:
      total === 1 && leads[0] ? `Expiring soon: ${nameOf(leads[0])}` : `${leadsOf(total, tools)} expire soon`,
    heading: total === 1 ? 'A lead waits for your answer' : `${leadsOf(total, tools)} wait for your answer`,
    paragraphs: ['A lead that is not answered in time expires, and its contact can no longer be seen.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    button:
      total === 1 && leads[0]
        ? { label: 'Answer the lead', href: leadUrl(tools, leads[0].id) }
        : { label: 'Answer the leads', href: `${tools.publicUrl}/leads?status=Received&sort=expiresAt` },
  }),
  'team-assignment': ({ lead, byName }, tools) => ({
    subject: `You are on the team for ${nameOf(lead)}`,
    heading: `${byName} added you to a lead’s team`,
    paragraphs: [],
    lines: [line(lead, tools)],
    button: { label: 'Open the lead', href: leadUrl(tools, lead.id) },
  }),
  'sent-lead': ({ news, lead }, tools) => ({
    subject: `${lead.partnerName} ${newsWords[news][0]}: ${nameOf(lead)}`,
    heading: `${lead.partnerName} ${newsWords[news][1]}`,
    paragraphs: [`This is about ${nameOf(lead)}, the lead that you sent to ${lead.partnerName}.`],
    button: { label: 'See the leads you sent', href: `${tools.publicUrl}/sent` },
  }),
  'direct-expired': ({ leads, total }, tools) => ({
    subject: `${leadsOf(total, tools)} expired without an answer`,
    heading: 'Partners did not answer in time',
    paragraphs: [
      'These customers wrote to a partner themselves. They were told, and offered other partners.',
    ],
    lines: leads.map((lead) => ({
      title: lead.customerName ?? 'No company given',
      details: [`With ${lead.partnerName}`, `Lead ${lead.id}`],
      href: tools.publicUrl,
    })),
    after: more(total, leads.length, tools),
  }),
  customer: ({ news, partnerName, offerTitle, requestId }, tools) => {
    const about = offerTitle ? ` about ${offerTitle}` : '';
    const href = tools.secretLink('request', requestId);
    if (news === 'forwarded') {
      return {
        subject: `Your request is now with ${partnerName}`,
        heading: `Your request is now with ${partnerName}`,
        paragraphs: [
          `We sent your request${about} on, as you asked. ${partnerName} will get in touch with you.`,
        ],
        button: { label: 'See your request', href },
      };
    }
    return {
      subject: `Your request to ${partnerName}`,
      heading:
        news === 'declined'
          ? `${partnerName} cannot take on your request`
          : `${partnerName} did not answer in time`,
      paragraphs: [
        `You asked ${partnerName} to get in touch${about}. ${
          news === 'declined' ? 'They cannot help you this time' : 'They have not answered'
        }, and we are sorry for that.`,
        'Other partners may fit as well. You can send your request on with one click; nothing is sent before you do.',
      ],
      button: { label: 'Choose another partner', href },
      closing: ['On the same page you can withdraw your request.'],
    };
  },
  invitation: ({ inviterName, organizationName, linkId }, tools) => ({
    subject: 'An invitation to Leadlight',
    heading: 'You are invited to Leadlight',
    paragraphs: [
      `${inviterName} invites you to work on partner leads with ${organizationName}.`,
      'The link works once, for one hour. If it has run out, ask for a new invitation.',
    ],
    button: { label: 'Accept the invitation', href: tools.secretLink('join', linkId) },
  }),
  'password-reset': ({ linkId }, tools) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody, we hope you, asked for a new password for this address.',
      'The link works once, for one hour. If it was not you, do nothing: your password stays as it is.',
    ],
    button: { label: 'Choose a new password', href: tools.secretLink('reset', linkId) },
  }),
  verification: ({ linkId }, tools) => ({
    subject: 'Confirm your e-mail address',
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Confirm that this address is yours, so that your leads reach you.',
      'The link works once, for one hour.',
    ],
    button: { label: 'Confirm the address', href: tools.secretLink('verify', linkId) },
  }),
};
