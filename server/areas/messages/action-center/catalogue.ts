import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences about actions, notifications and announcements. */
export const sentence = sentencesOf('server/areas/messages/action-center', english);
