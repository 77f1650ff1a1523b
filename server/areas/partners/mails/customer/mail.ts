import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { english } from './catalogue.en.ts';

const facts = z.object({
  news: z.enum(['declined', 'expired', 'forwarded']),
  partnerName: z.string(),
  offerTitle: z.string().nullable(),
  requestId: z.uuid(),
});
export type CustomerMailFacts = z.infer<typeof facts>;

/**
 * Tells customers how the requests that they sent themselves went, with a link to the page of the request (LC-3, LC-4).
 */
export const customerMail = defineMail({
  kind: 'customer',
  inLedger: ['customer'],
  inActionCenter: [],
  category: null,
  facts,
  folder: 'server/areas/partners/mails/customer',
  texts: english,
  toCustomer: true,
  write: ({ news, partnerName: partner, offerTitle: offer, requestId }, t, tools) => {
    const href = tools.secretLink('request', requestId);
    if (news === 'forwarded') {
      return {
        subject: t('forwarded.title', { partner }),
        heading: t('forwarded.title', { partner }),
        paragraphs: [
          offer ? t('forwarded.asYouAskedAbout', { partner, offer }) : t('forwarded.asYouAsked', { partner }),
        ],
        buttons: [{ label: t('forwarded.see'), href }],
      };
    }
    return {
      subject: t('subject', { partner }),
      heading: t(`over.${news}.heading`, { partner }),
      paragraphs: [
        offer
          ? t(`over.${news}.unfortunatelyAbout`, { partner, offer })
          : t(`over.${news}.unfortunately`, { partner }),
        t('others'),
      ],
      buttons: [{ label: t('choose'), href }],
      closing: [t('withdraw')],
    };
  },
  sample: {
    facts: {
      news: 'declined',
      partnerName: 'Contoso',
      offerTitle: 'Backup Suite',
      requestId: '01900000-0000-7000-8000-000000000001',
    },
    reason: 'customer-request',
  },
});
