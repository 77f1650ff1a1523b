import { sentencesOf } from '../../../../contract/sentences.ts';
import { english } from './catalogue.en.ts';

/** What imports say. */
export const sentence = sentencesOf({ en: english });
