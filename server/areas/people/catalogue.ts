import { lifeWords } from '../../../contract/link-life.ts';
import { sentencesOf } from '../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf('server/areas/people', english);

/** How long the link in an email works, in words. */
export const lifeOf = sentencesOf('contract/link-life', lifeWords);
