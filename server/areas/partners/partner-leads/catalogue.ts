import { sentencesOf } from '../../../../contract/sentences.ts';
import { words } from '../../../../contract/words.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf({ en: english });

/** Why a lead cannot be sent to another partner. */
export const notRerouted = sentencesOf({ en: words.rerouting });
