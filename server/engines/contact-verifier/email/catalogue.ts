import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What this folder says of addresses. */
export const sentence = sentencesOf('server/engines/contact-verifier/email', english);
