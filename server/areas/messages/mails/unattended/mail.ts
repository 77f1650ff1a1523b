import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { leadTotal } from '../leads/lead-facts.ts';
import { english } from './catalogue.en.ts';

/** Tells Account admins about leads that wait while nobody who could answer them can be reached (NT-1). */
export const unattendedMail = defineMail({
  kind: 'unattended',
  // It stands for the email that nobody gets.
  inLedger: ['new-lead', 'expiring-soon'],
  inActionCenter: ['new-lead', 'expiring-soon'],
  category: null,
  facts: z.object({
    about: z.enum(['new-lead', 'expiring-soon']),
    total: leadTotal,
    locations: z.array(z.string()),
  }),
  folder: 'server/areas/messages/mails/unattended',
  texts: english,
  write: ({ about, total, locations }, t, tools) => {
    const counted = { count: total, shown: tools.number(total) };
    const whatToDo =
      locations.length > 0 ? t('giveRoleAt', { locations: locations.join(', ') }) : t('giveRole');
    return {
      subject: t('subject', counted),
      heading: t('heading', counted),
      paragraphs: [about === 'expiring-soon' ? `${t('expireSoon')} ${whatToDo}` : whatToDo],
      buttons: [{ label: t('choose'), href: `${tools.publicUrl}/settings/people` }],
    };
  },
  sample: { facts: { about: 'new-lead', total: 2, locations: ['Munich'] }, reason: 'account-admin' },
});
