import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Reasons, for readers of any language. */
export const sentence = sentencesOf('server/areas/leads/duplicates', english);
