import { invitationLife, linkLife } from '../../../contract/link-life.ts';
import { sentencesOf } from '../../../contract/sentences.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf({ en: english });

/** How long the link in an email works, in words. */
export const lifeOf = sentencesOf({
  en: { link: linkLife.words.en, invitation: invitationLife.words.en },
  de: { link: linkLife.words.de, invitation: invitationLife.words.de },
});
