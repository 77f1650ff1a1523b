import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { waitingLeads } from '../leads/lead-facts.ts';
import { leadButton, leadButtons, leadRow, moreLeads, nameOf } from '../leads/lead-rows.ts';
import { sampleLead, sampleSparseLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { unansweredCategory } from './category.rules.ts';

/** Tells somebody that nobody has answered leads for as many working hours (WT-3). */
export const unansweredMail = defineMail({
  kind: 'unanswered',
  inLedger: ['unanswered'],
  inActionCenter: ['unanswered'],
  category: unansweredCategory,
  facts: waitingLeads.extend({ hours: z.int().positive() }),
  folder: 'server/areas/messages/mails/unanswered',
  texts: english,
  leads: ({ leads }) => leads,
  write: (facts, t, tools) => {
    const { leads, total, tabs, hours } = facts;
    const counted = { count: total, shown: tools.number(total) };
    const only = total === 1 ? leads[0] : undefined;
    return {
      subject: only ? t('subject.one', { customer: nameOf(only, tools) }) : t('subject.several', counted),
      heading: t('heading', { ...counted, hours, hoursShown: tools.number(hours) }),
      paragraphs: [t('whatToDo', counted)],
      lines: leads.map((lead) => leadRow(lead, tools)),
      after: moreLeads(facts, tools),
      buttons: only ? [leadButton(only, tools)] : leadButtons(tabs, tools, t('openAll'), 'status=Received'),
    };
  },
  sample: {
    facts: {
      leads: [sampleLead, sampleSparseLead],
      total: 2,
      tabs: { marketplace: 1, qualified: 1 },
      hours: 8,
    },
    reason: 'organization-admin',
  },
});
