import { sentencesOf } from '../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf('server/areas/offers', english);
