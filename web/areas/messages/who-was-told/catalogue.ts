import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about who was told of a lead. */
export const t = textsOf(english);
