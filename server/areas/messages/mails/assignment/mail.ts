import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { waitingLeads } from '../leads/lead-facts.ts';
import { leadButton, leadButtons, leadRow, moreLeads, nameOf } from '../leads/lead-rows.ts';
import { sampleLead, sampleSparseLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { assignmentCategory } from './category.rules.ts';

/** Tells someone that a colleague made them the owner of leads: one email for all that were assigned together (NT-3). */
export const assignmentMail = defineMail({
  kind: 'assignment',
  inLedger: ['assignment'],
  inActionCenter: ['assignment'],
  category: assignmentCategory,
  facts: waitingLeads.extend({ byName: z.string() }),
  folder: 'server/areas/messages/mails/assignment',
  texts: english,
  leads: ({ leads }) => leads,
  write: (facts, t, tools) => {
    const { leads, total, tabs, byName } = facts;
    const counted = { count: total, shown: tools.number(total) };
    const only = total === 1 ? leads[0] : undefined;
    return {
      subject: only ? t('subject.one', { customer: nameOf(only, tools) }) : t('subject.several', counted),
      heading: t('heading', { colleague: byName, ...counted }),
      paragraphs: [t('owner')],
      lines: leads.map((lead) => leadRow(lead, tools)),
      after: moreLeads(facts, tools),
      buttons: only ? [leadButton(only, tools)] : leadButtons(tabs, tools, t('openAll'), 'assignedTo=me'),
    };
  },
  sample: {
    facts: {
      leads: [sampleLead, sampleSparseLead],
      total: 2,
      tabs: { marketplace: 1, qualified: 1 },
      byName: 'Grace Okafor',
    },
    reason: 'assigned',
  },
});
