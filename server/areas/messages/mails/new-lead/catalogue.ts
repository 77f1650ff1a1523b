import { sentencesOf } from '../../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What the settings say about this kind of email. */
export const sentence = sentencesOf('server/areas/messages/mails/new-lead', english);
