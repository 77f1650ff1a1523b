import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the settings for vocabularies. */
export const t = textsOf(english);
