import { sentencesOf } from '../../../../contract/sentences.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf({ en: english });
