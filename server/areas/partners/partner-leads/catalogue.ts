import { sentencesOf } from '../../../../contract/sentences.ts';
import { words } from '../../../../contract/words.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf({ en: english });

/** Why a lead cannot be sent to another partner. */
export const notRerouted = sentencesOf({ en: words.rerouting });
