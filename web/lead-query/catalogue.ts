import { textsOf } from '../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The names of lists of leads and of views. */
export const t = textsOf(english);
