import { z } from 'zod';
import { linkLife } from '../../../../../contract/link-life.ts';
import { defineMail } from '../../../mail/index.ts';
import { german } from './catalogue.de.ts';
import { english } from './catalogue.en.ts';

/** Contains the link that confirms an address (ID-5, NT-5). */
export const verificationMail = defineMail({
  kind: 'verification',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ linkId: z.uuid() }),
  texts: { en: english, de: german },
  write: ({ linkId }, t, tools) => ({
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [t('confirmYours'), t('linkLife', { life: linkLife.words[tools.language] })],
    buttons: [{ label: t('confirm'), href: tools.secretLink('verify', linkId) }],
  }),
  sample: { facts: { linkId: '01900000-0000-7000-8000-000000000001' }, reason: 'asked' },
});
