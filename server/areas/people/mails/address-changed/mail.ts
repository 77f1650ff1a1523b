import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { english } from './catalogue.en.ts';

/** Tells the old address of an account that a new one has replaced it (ID-5). */
export const addressChangedMail = defineMail({
  kind: 'address-changed',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ newAddress: z.string() }),
  folder: 'server/areas/people/mails/address-changed',
  texts: english,
  write: ({ newAddress }, t, tools) => ({
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [t('usesNow', { address: newAddress }), t('notYou')],
    buttons: [{ label: t('open'), href: tools.publicUrl }],
  }),
  sample: { facts: { newAddress: 'grace@contoso.example' }, reason: 'address-replaced' },
});
