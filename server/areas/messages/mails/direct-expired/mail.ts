import { z } from 'zod';
import type { CustomerUntoldReason } from '../../../../../contract/mail/lists.ts';
import { wordsIn } from '../../../../platform/texts.ts';
import { defineMail } from '../../../mail/index.ts';
import { leadTotal, maxLinesPerMail, placedLead } from '../leads/lead-facts.ts';
import { moreLeads, titleOf } from '../leads/lead-rows.ts';
import { samplePlacedLead, sampleSparsePlacedLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { directExpiredCategory } from './category.rules.ts';

/** Tells the operator which inquiries a partner let expire, and for each whether its customer was told (LC-4). */
export const directExpiredMail = defineMail({
  kind: 'direct-expired',
  inLedger: ['direct-expired'],
  inActionCenter: ['direct-expired'],
  category: directExpiredCategory,
  facts: z.object({ leads: z.array(placedLead).min(1).max(maxLinesPerMail), total: leadTotal }),
  folder: 'server/areas/messages/mails/direct-expired',
  texts: english,
  leads: ({ leads }) => leads,
  write: (facts, t, tools) => {
    const { leads, total } = facts;
    const wordUntold = (reason: CustomerUntoldReason) =>
      t('customerUntold', { reason: wordsIn(tools.language).customerUntold[reason] });
    const wordCustomer = (customer: 'told' | CustomerUntoldReason) =>
      customer === 'told' ? t('customerTold') : wordUntold(customer);
    return {
      subject: t('subject', { count: total, shown: tools.number(total) }),
      heading: leads[0] ? t('heading', { partner: leads[0].partnerName }) : t('headingUnnamed'),
      paragraphs: [t('wroteThemselves')],
      lines: leads.map((lead) => ({
        title: titleOf(lead, tools),
        details: [
          t('withPartner', { partner: lead.partnerName }),
          ...(lead.customer ? [wordCustomer(lead.customer)] : []),
          t('lead', { id: lead.id }),
        ],
        href: `${tools.publicUrl}/partner-leads/${lead.id}`,
      })),
      after: moreLeads(facts, tools),
      buttons: [{ label: t('see'), href: `${tools.publicUrl}/partner-leads?status=Expired` }],
    };
  },
  sample: {
    facts: {
      leads: [
        { ...samplePlacedLead, customer: 'told' },
        { ...sampleSparsePlacedLead, customer: 'no-address' },
      ],
      total: 2,
    },
    reason: 'operator',
  },
});
