import { sentencesOf } from '../sentences.ts';
import { english } from './catalogue.en.ts';

/** What schemas say is wrong with a value. */
export const fault = sentencesOf('contract/faults', english);
