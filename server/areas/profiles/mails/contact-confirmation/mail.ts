import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { english } from './catalogue.en.ts';

/** Asks somebody outside the organization whether they are the contact of a location (BP-12). */
export const contactConfirmationMail = defineMail({
  kind: 'contact-confirmation',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ contactId: z.uuid(), organizationName: z.string(), locationName: z.string() }),
  folder: 'server/areas/profiles/mails/contact-confirmation',
  texts: english,
  write: ({ contactId, organizationName: organization, locationName: location }, t, tools) => ({
    subject: t('subject', { organization }),
    heading: t('heading', { organization }),
    paragraphs: [t('about', { organization, location }), t('onlyIf')],
    buttons: [{ label: t('confirm'), href: tools.secretLink('contact', contactId) }],
  }),
  sample: {
    facts: {
      contactId: '01900000-0000-7000-8000-000000000001',
      organizationName: 'Contoso',
      locationName: 'Main office',
    },
    reason: 'named-as-contact',
  },
});
