import { z } from 'zod';
import { linkLife } from '../../../../../contract/link-life.ts';
import { defineMail } from '../../../mail/index.ts';
import { german } from './catalogue.de.ts';
import { english } from './catalogue.en.ts';

/** Contains the link for a new password (ID-5). */
export const passwordResetMail = defineMail({
  kind: 'password-reset',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ linkId: z.uuid() }),
  texts: { en: english, de: german },
  write: ({ linkId }, t, tools) => ({
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [t('requested'), t('linkLife', { life: linkLife.words[tools.language] })],
    buttons: [{ label: t('choose'), href: tools.secretLink('reset', linkId) }],
  }),
  sample: { facts: { linkId: '01900000-0000-7000-8000-000000000001' }, reason: 'asked' },
});
