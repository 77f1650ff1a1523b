import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences of this folder. */
export const sentence = sentencesOf('server/areas/partners/public-pages', english);
