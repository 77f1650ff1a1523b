import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of API tokens and marketplace endpoints. */
export const t = textsOf(english);
