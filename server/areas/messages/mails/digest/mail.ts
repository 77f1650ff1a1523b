import { defineMail } from '../../../mail/index.ts';
import { waitingLeads } from '../leads/lead-facts.ts';
import { considerations, leadButtons, leadRow, moreLeads } from '../leads/lead-rows.ts';
import { sampleHotLead, sampleSparseLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';

/** Lists the leads that came on a day after the limit for individual emails was reached (NT-2). */
export const digestMail = defineMail({
  kind: 'digest',
  // Its leads are recorded, and shown in the Action center, as new ones; the setting is theirs, too.
  inLedger: ['new-lead'],
  inActionCenter: ['new-lead'],
  category: null,
  facts: waitingLeads,
  folder: 'server/areas/messages/mails/digest',
  texts: english,
  leads: ({ leads }) => leads,
  write: (facts, t, tools) => {
    const { leads, total, tabs } = facts;
    const counted = { count: total, shown: tools.number(total) };
    return {
      subject: t('subject', counted),
      heading: t('heading', counted),
      paragraphs: [t('busyDay')],
      lines: leads.map((lead) => leadRow(lead, tools)),
      after: moreLeads(facts, tools),
      buttons: leadButtons(tabs, tools),
      closing: [considerations(tools)],
    };
  },
  sample: {
    facts: {
      leads: [sampleHotLead, sampleSparseLead],
      total: 7,
      tabs: { marketplace: 5, qualified: 2 },
    },
    reason: 'organization-admin',
  },
});
