import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about what a partner shares with the operator. */
export const t = textsOf(english);
