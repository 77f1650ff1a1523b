import { english } from './catalogue.en.ts';
import { sentencesOf } from './texts.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf('server/platform', english);
