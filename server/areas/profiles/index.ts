export { profilesArea } from './area.ts';
export { profileMails } from './ask-about-contacts.ts';
export { dayOf, isAway } from './availability.rules.ts';
export type { AskedContact } from './contacts.repo.ts';
export type { ContactsService } from './contacts.service.ts';
export { profilePath } from './page-path.ts';
