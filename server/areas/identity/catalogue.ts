import { sentencesOf } from '../../../contract/sentences.ts';
import { words } from '../../../contract/words.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf({ en: english });

/** The name of a role. */
export const roleName = sentencesOf({ en: words.role });
