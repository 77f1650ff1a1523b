import { sentencesOf } from '../../../../contract/sentences.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf({ en: english });
