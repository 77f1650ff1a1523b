import { sentencesOf } from '../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf('server/areas/vocabularies', english);
