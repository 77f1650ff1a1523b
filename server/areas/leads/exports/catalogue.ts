import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What this folder says. */
export const sentence = sentencesOf('server/areas/leads/exports', english);
