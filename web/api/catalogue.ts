import { textsOf } from '../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of failed requests. */
export const t = textsOf(english);
