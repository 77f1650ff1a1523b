import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { placedLead } from '../leads/lead-facts.ts';
import { nameOf } from '../leads/lead-rows.ts';
import { samplePlacedLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { sentLeadCategory } from './category.rules.ts';

const facts = z.object({
  /** What happened to the lead. */
  news: z.enum(['accepted', 'declined', 'expired', 'won', 'lost']),
  lead: placedLead,
  /** Who sent it, if that is not the recipient because the sender left. */
  senderName: z.string().optional(),
});
export type SentLeadFacts = z.infer<typeof facts>;

/** Tells the sender of a lead what happened to it at the partner (LC-4, NT-3). */
export const sentLeadMail = defineMail({
  kind: 'sent-lead',
  inLedger: ['sent-lead'],
  inActionCenter: ['sent-lead'],
  category: sentLeadCategory,
  facts,
  folder: 'server/areas/messages/mails/sent-lead',
  texts: english,
  leads: ({ lead }) => [lead],
  write: ({ news, lead, senderName }, t, tools) => {
    const named = { partner: lead.partnerName, customer: nameOf(lead, tools) };
    return {
      subject: t(`news.${news}.subject`, named),
      heading: t(`news.${news}.heading`, { partner: lead.partnerName }),
      paragraphs: [
        senderName === undefined
          ? t('youSent', named)
          : t('colleagueSent', { ...named, sender: senderName || t('formerColleague') }),
      ],
      buttons: [{ label: t('seeSent'), href: `${tools.publicUrl}/sent` }],
    };
  },
  sample: { facts: { news: 'accepted', lead: samplePlacedLead }, reason: 'lead-sender' },
});
