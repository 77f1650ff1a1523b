import { invitationLife, linkLife } from '../../../contract/link-life.ts';
import { sentencesOf } from '../../../contract/sentences.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf({ en: english });

/** How long a link of an email works, in words. */
export const lifeOf = sentencesOf({
  en: { link: linkLife.words.en, invitation: invitationLife.words.en },
  de: { link: linkLife.words.de, invitation: invitationLife.words.de },
});
