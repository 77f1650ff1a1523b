import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { lifeOf } from '../../link-life/catalogue.ts';
import { english } from './catalogue.en.ts';

/** Contains the link that confirms an address (ID-5, NT-5). */
export const verificationMail = defineMail({
  kind: 'verification',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ linkId: z.uuid() }),
  folder: 'server/areas/people/mails/verification',
  texts: english,
  write: ({ linkId }, t, tools) => ({
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [t('confirmYours'), t('linkLife', { life: lifeOf('link').in(tools.language) })],
    buttons: [{ label: t('confirm'), href: tools.secretLink('verify', linkId) }],
  }),
  sample: { facts: { linkId: '01900000-0000-7000-8000-000000000001' }, reason: 'asked' },
});
