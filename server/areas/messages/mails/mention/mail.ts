import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { leadLine } from '../leads/lead-facts.ts';
import { leadButton, leadRow, nameOf } from '../leads/lead-rows.ts';
import { sampleLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { mentionCategory } from './category.rules.ts';

/** Tells someone that a colleague mentioned them (WS-15). The text stays in Leadlight: it may be about the contact. */
export const mentionMail = defineMail({
  kind: 'mention',
  inLedger: ['mention'],
  inActionCenter: ['mention'],
  category: mentionCategory,
  facts: z.object({ lead: leadLine, byName: z.string(), activityId: z.uuid() }),
  folder: 'server/areas/messages/mails/mention',
  texts: english,
  leads: ({ lead }) => [lead],
  write: ({ lead, byName }, t, tools) => ({
    subject: t('subject', { colleague: byName, customer: nameOf(lead, tools) }),
    heading: t('heading', { colleague: byName }),
    paragraphs: [t('read')],
    lines: [leadRow(lead, tools)],
    buttons: [leadButton(lead, tools)],
  }),
  sample: {
    facts: { lead: sampleLead, byName: 'Grace Okafor', activityId: '00000000-0000-4000-8000-000000000001' },
    reason: 'mentioned',
  },
});
