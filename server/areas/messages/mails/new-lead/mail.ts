import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { leadLine } from '../leads/lead-facts.ts';
import { considerations, leadButton, leadRow, nameOf } from '../leads/lead-rows.ts';
import { sampleHotLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { newLeadCategory } from './category.rules.ts';

/** Tells the people who look after a lead that it came (NT-1). */
export const newLeadMail = defineMail({
  kind: 'new-lead',
  inLedger: ['new-lead'],
  inActionCenter: ['new-lead'],
  category: newLeadCategory,
  facts: z.object({ lead: leadLine }),
  folder: 'server/areas/messages/mails/new-lead',
  texts: english,
  leads: ({ lead }) => [lead],
  write: ({ lead }, t, tools) => {
    const urgency = lead.hot ? 'hot' : 'new';
    const subject = t('subject', { urgency, customer: nameOf(lead, tools) });
    return {
      subject: lead.isTest ? t('testSubject', { subject }) : subject,
      heading: t(`heading.${urgency}`),
      paragraphs: [],
      lines: [leadRow(lead, tools)],
      buttons: [leadButton(lead, tools)],
      closing: [t('contactInside'), considerations(tools)],
    };
  },
  sample: { facts: { lead: sampleHotLead }, reason: 'location-admin' },
});
