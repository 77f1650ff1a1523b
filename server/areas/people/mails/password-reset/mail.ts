import { z } from 'zod';
import { defineMail } from '../../../mail/index.ts';
import { lifeOf } from '../../link-life/catalogue.ts';
import { english } from './catalogue.en.ts';

/** Contains the link for a new password (ID-5). */
export const passwordResetMail = defineMail({
  kind: 'password-reset',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ linkId: z.uuid() }),
  folder: 'server/areas/people/mails/password-reset',
  texts: english,
  write: ({ linkId }, t, tools) => ({
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [t('requested'), t('linkLife', { life: lifeOf('link').in(tools.language) })],
    buttons: [{ label: t('choose'), href: tools.secretLink('reset', linkId) }],
  }),
  sample: { facts: { linkId: '01900000-0000-7000-8000-000000000001' }, reason: 'asked' },
});
