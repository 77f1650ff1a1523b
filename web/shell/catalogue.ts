import { textsOf } from '../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts around every page. */
export const t = textsOf(english);
