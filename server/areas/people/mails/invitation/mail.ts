import { z } from 'zod';
import { cutText } from '../../../../../contract/cut.ts';
import { defineMail } from '../../../mail/index.ts';
import { lifeOf } from '../../link-life/catalogue.ts';
import { english } from './catalogue.en.ts';

/** Invites someone to an organization (ID-5). */
export const invitationMail = defineMail({
  kind: 'invitation',
  inLedger: [],
  inActionCenter: [],
  category: null,
  facts: z.object({ linkId: z.uuid(), inviterName: z.string(), organizationName: z.string() }),
  folder: 'server/areas/people/mails/invitation',
  texts: english,
  write: ({ linkId, inviterName, organizationName }, t, tools) => ({
    // Goes to strangers, so the subject contains nothing that its sender wrote.
    subject: t('subject'),
    heading: t('heading'),
    paragraphs: [
      t('invites', { inviter: unlinked(inviterName), organization: unlinked(organizationName) }),
      t('linkLife', { life: lifeOf('invitation').in(tools.language) }),
    ],
    buttons: [{ label: t('accept'), href: tools.secretLink('join', linkId) }],
  }),
  sample: {
    facts: {
      linkId: '01900000-0000-7000-8000-000000000001',
      inviterName: 'Grace Okafor',
      organizationName: 'Contoso',
    },
    reason: 'invited',
  },
});

/**
 * People choose their own names, and this goes to someone who may not know them: mail clients must not turn a name into
 * a link.
 */
function unlinked(name: string): string {
  const plain = name.replaceAll('://', ' ').replace(/(?<=\S)[.@](?=\S)/g, ' ');
  return cutText(plain, 60);
}
