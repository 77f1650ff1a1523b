import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { leadLine } from '../leads/lead-facts.ts';
import { leadButton, leadRow, nameOf } from '../leads/lead-rows.ts';
import { sampleLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { teamAssignmentCategory } from './category.rules.ts';

/** Tells someone that a colleague added them to a lead's team (NT-3). */
export const teamAssignmentMail = defineMail({
  kind: 'team-assignment',
  inLedger: ['team-assignment'],
  inActionCenter: ['team-assignment'],
  category: teamAssignmentCategory,
  facts: z.object({ lead: leadLine, byName: z.string() }),
  folder: 'server/areas/messages/mails/team-assignment',
  texts: english,
  leads: ({ lead }) => [lead],
  write: ({ lead, byName }, t, tools) => ({
    subject: t('subject', { customer: nameOf(lead, tools) }),
    heading: t('heading', { colleague: byName }),
    paragraphs: [],
    lines: [leadRow(lead, tools)],
    buttons: [leadButton(lead, tools)],
  }),
  sample: { facts: { lead: sampleLead, byName: 'Grace Okafor' }, reason: 'team-added' },
});
