import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** What keys are called. */
export const t = textsOf(english);
