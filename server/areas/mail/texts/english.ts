import { invitationLife, linkLife } from '../../../../contract/link-life.ts';
import { words } from '../../../../contract/words.ts';
import type { LeadLine, PlacedLead } from '../facts/mail-content.ts';
import { expiredPartnerLeadsUrl, leadButtons, leadUrl, partnerLeadUrl } from './lead-links.ts';
import type { MailWords, TextLine, TextTools } from './mail-words.ts';

const nameOf = (lead: { customerName: string | null }) => lead.customerName ?? 'a customer without a company';

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
    ...(lead.expiresAt && !lead.isTest ? [`Answer by ${tools.moment(lead.expiresAt)}`] : []),
  ];
}

const more = (total: number, shown: number, tools: TextTools) =>
  total > shown ? `And ${tools.number(total - shown)} more in Leadlight.` : undefined;
const leadsOf = (count: number, tools: TextTools) =>
  count === 1 ? '1 lead' : `${tools.number(count)} leads`;
const tabLabels = {
  all: 'Open the leads',
  marketplace: (count: number) => `Open ${count} marketplace ${count === 1 ? 'lead' : 'leads'}`,
  qualified: (count: number) => `Open ${count} qualified ${count === 1 ? 'lead' : 'leads'}`,
};

const newsWords = {
  accepted: ['accepted', 'is working on it'],
  declined: ['declined', 'will not take it on'],
  expired: ['did not answer in time', 'did not answer in time; the lead has expired'],
  won: ['won', 'closed the deal'],
  lost: ['lost', 'closed it without a deal'],
} as const;

function customerTold({ customer }: PlacedLead): string[] {
  if (customer === null || customer === undefined) return [];
  if (customer === 'told') return ['Customer told, and offered other partners'];
  return [`Customer not told: ${words.customerUntold[customer]}`];
}

/** Nobody vouches for a customer who wrote to a partner. */
const considerations =
  'Nobody has verified who this customer is. Make sure before you share anything confidential, and watch out for fraud.';

/** Emails in English. */
export const english: MailWords = {
  frame: {
    reason: {
      'profile-contact':
        'You got this email because you are the contact of the profile that the customer found.',
      'location-admin': 'You got this email because you are responsible for leads at this location.',
      'organization-admin': 'You got this email because you are responsible for leads in your organization.',
      'team-added': 'You got this email because somebody added you to the lead’s team.',
      'lead-sender': 'You got this email because you sent this lead.',
      operator: 'You got this email because you run this installation.',
      'customer-request': 'You got this email because you asked a partner to get in touch with you.',
      invited: 'You got this email because somebody invited you.',
      asked: 'You got this email because it was requested on the sign-in page or in your settings.',
      'account-admin': 'You got this email because you are an Account admin of your organization.',
      'sender-left': 'You got this email because the person who sent this lead no longer works with you.',
      'address-replaced': 'You got this email because this was the email address of your account.',
    },
    settings: 'Choose which emails you get',
    timesIn: (zone) => `Times are in the time zone ${zone}.`,
  },
  'new-lead': ({ lead }, tools) => ({
    subject: `${lead.isTest ? '[Test] ' : ''}${lead.hot ? 'Hot lead' : 'New lead'}: ${nameOf(lead)}`,
    heading: lead.hot ? 'A customer asks you to get in touch directly' : 'You have a new lead',
    paragraphs: [],
    lines: [line(lead, tools)],
    buttons: [{ label: 'Open the lead', href: leadUrl(tools, lead.id) }],
    closing: ['You’ll find the contact details in Leadlight, not in this email.', considerations],
  }),
  digest: ({ leads, total, tabs }, tools) => ({
    subject: total === 1 ? '1 more lead' : `${tools.number(total)} more leads`,
    heading: total === 1 ? '1 more lead is waiting' : `${tools.number(total)} more leads are waiting`,
    paragraphs: ['It was a busy day, so these leads come in one email.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    buttons: leadButtons(tools, tabs, tabLabels),
    closing: [considerations],
  }),
  'expiring-soon': ({ leads, total, tabs }, tools) => ({
    subject:
      total === 1 && leads[0]
        ? `Expiring soon: ${nameOf(leads[0])}`
        : `${leadsOf(total, tools)} expiring soon`,
    heading:
      total === 1
        ? 'A lead is waiting for your answer'
        : `${leadsOf(total, tools)} are waiting for your answer`,
    paragraphs: ['Leads that are not answered in time expire. After that, nobody can see their contact.'],
    lines: leads.map((lead) => line(lead, tools)),
    after: more(total, leads.length, tools),
    buttons:
      total === 1 && leads[0]
        ? [{ label: 'Answer the lead', href: leadUrl(tools, leads[0].id) }]
        : leadButtons(tools, tabs, { ...tabLabels, all: 'Answer the leads' }),
  }),
  unattended: ({ about, total, locations }, tools) => ({
    subject: `${leadsOf(total, tools)} with nobody to answer`,
    heading: `${leadsOf(total, tools)} ${total === 1 ? 'is' : 'are'} waiting, and nobody responsible can be reached`,
    paragraphs: [
      `${about === 'expiring-soon' ? 'They expire soon. ' : ''}Give somebody the role Referrals admin${
        locations.length > 0 ? ` for ${locations.join(', ')}` : ''
      }, or correct the email address of whoever has it.`,
    ],
    buttons: [{ label: 'Choose who is responsible', href: `${tools.publicUrl}/settings/people` }],
  }),
  'team-assignment': ({ lead, byName }, tools) => ({
    subject: `You are on the team for ${nameOf(lead)}`,
    heading: `${byName} added you to a lead’s team`,
    paragraphs: [],
    lines: [line(lead, tools)],
    buttons: [{ label: 'Open the lead', href: leadUrl(tools, lead.id) }],
  }),
  'sent-lead': ({ news, lead, senderName }, tools) => ({
    subject: `${lead.partnerName} ${newsWords[news][0]}: ${nameOf(lead)}`,
    heading: `${lead.partnerName} ${newsWords[news][1]}`,
    paragraphs: [
      senderName === undefined
        ? `This is about ${nameOf(lead)}, the lead that you sent to ${lead.partnerName}.`
        : `This is about ${nameOf(lead)}, the lead that ${senderName || 'a former colleague'} sent to ${lead.partnerName}.`,
    ],
    buttons: [{ label: 'See sent leads', href: `${tools.publicUrl}/sent` }],
  }),
  'direct-expired': ({ leads, total }, tools) => ({
    subject: `${leadsOf(total, tools)} expired without an answer`,
    heading: leads[0] ? `${leads[0].partnerName} did not answer in time` : 'A partner did not answer in time',
    paragraphs: [
      'These customers wrote to a partner themselves. Below you see which of them have been told.',
    ],
    lines: leads.map((lead) => ({
      title: lead.customerName ?? 'No company given',
      details: [`With ${lead.partnerName}`, ...customerTold(lead), `Lead ${lead.id}`],
      href: partnerLeadUrl(tools, lead.id),
    })),
    after: more(total, leads.length, tools),
    buttons: [{ label: 'See what expired', href: expiredPartnerLeadsUrl(tools) }],
  }),
  customer: ({ news, partnerName, offerTitle, requestId }, tools) => {
    const about = offerTitle ? ` about ${offerTitle}` : '';
    const href = tools.secretLink('request', requestId);
    if (news === 'forwarded') {
      return {
        subject: `Your request is now with ${partnerName}`,
        heading: `Your request is now with ${partnerName}`,
        paragraphs: [
          `As you asked, we sent your request${about} to ${partnerName}. They will get in touch with you.`,
        ],
        buttons: [{ label: 'See your request', href }],
      };
    }
    return {
      subject: `Your request to ${partnerName}`,
      heading:
        news === 'declined'
          ? `${partnerName} can’t take on your request`
          : `${partnerName} did not answer in time`,
      paragraphs: [
        `You asked ${partnerName} to get in touch${about}. Unfortunately, ${news === 'declined' ? 'they can’t help you this time' : 'they have not answered'}.`,
        'Other partners may be able to help. You can send them your request with one click; nothing is sent before you do.',
      ],
      buttons: [{ label: 'Choose another partner', href }],
      closing: ['You can withdraw your request on the same page.'],
    };
  },
  invitation: ({ inviterName, organizationName, linkId }, tools) => ({
    subject: 'Your invitation to Leadlight',
    heading: 'You are invited to Leadlight',
    paragraphs: [
      `${inviterName} invites you to work on partner leads with ${organizationName}.`,
      `The link works once, within ${invitationLife.words.en}. After that, ask for a new invitation.`,
    ],
    buttons: [{ label: 'Accept the invitation', href: tools.secretLink('join', linkId) }],
  }),
  'password-reset': ({ linkId }, tools) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody, we hope you, requested a new password for this address.',
      `The link works once, within ${linkLife.words.en}. If it wasn’t you, ignore this email: your password stays the same.`,
    ],
    buttons: [{ label: 'Choose a new password', href: tools.secretLink('reset', linkId) }],
  }),
  verification: ({ linkId }, tools) => ({
    subject: 'Confirm your email address',
    heading: 'Confirm your email address',
    paragraphs: [
      'Confirm that this address is yours, so that your leads reach you.',
      `The link works once, within ${linkLife.words.en}.`,
    ],
    buttons: [{ label: 'Confirm the address', href: tools.secretLink('verify', linkId) }],
  }),
  'address-changed': ({ newAddress }, tools) => ({
    subject: 'Your email address was changed',
    heading: 'Your email address was changed',
    paragraphs: [
      `Your Leadlight account now uses ${newAddress}. Nothing is sent to this address any more.`,
      'If it wasn’t you, tell an Account admin of your organization at once.',
    ],
    buttons: [{ label: 'Open Leadlight', href: tools.publicUrl }],
  }),
};
