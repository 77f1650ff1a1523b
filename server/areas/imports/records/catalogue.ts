import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What imports say. */
export const sentence = sentencesOf('server/areas/imports/records', english);
