import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about offers. */
export const t = textsOf(english);
