import { defineMail } from '../../../mail/index.ts';
import { waitingLeads } from '../leads/lead-facts.ts';
import { leadButtons, leadRow, leadUrl, moreLeads, nameOf } from '../leads/lead-rows.ts';
import { sampleLead, sampleSparseLead } from '../leads/sample-leads.ts';
import { english } from './catalogue.en.ts';
import { expiringSoonCategory } from './category.rules.ts';

/** Reminds the people who look after leads that expire soon (NT-3). */
export const expiringSoonMail = defineMail({
  kind: 'expiring-soon',
  inLedger: ['expiring-soon'],
  inActionCenter: ['expiring-soon'],
  category: expiringSoonCategory,
  facts: waitingLeads,
  folder: 'server/areas/messages/mails/expiring-soon',
  texts: english,
  leads: ({ leads }) => leads,
  write: (facts, t, tools) => {
    const { leads, total, tabs } = facts;
    const counted = { count: total, shown: tools.number(total) };
    const only = total === 1 ? leads[0] : undefined;
    return {
      subject: only ? t('subject.one', { customer: nameOf(only, tools) }) : t('subject.several', counted),
      heading: t('heading', counted),
      paragraphs: [t('expires')],
      lines: leads.map((lead) => leadRow(lead, tools)),
      after: moreLeads(facts, tools),
      buttons: only
        ? [{ label: t('answer.one'), href: leadUrl(only, tools) }]
        : leadButtons(tabs, tools, t('answer.all')),
    };
  },
  sample: {
    facts: { leads: [sampleLead, sampleSparseLead], total: 2, tabs: { marketplace: 1, qualified: 1 } },
    reason: 'organization-admin',
  },
});
