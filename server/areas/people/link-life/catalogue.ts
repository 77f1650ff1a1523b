import { lifeWords } from '../../../../contract/link-life.ts';
import { sentencesOf } from '../../../platform/texts.ts';

/** How long the link in an email works, in words. */
export const lifeOf = sentencesOf('contract/link-life', lifeWords);
