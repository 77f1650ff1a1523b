export { peopleArea } from './area.ts';
export { accountMails } from './ask-about-links.ts';
export { replacePassword } from './people.repo.ts';
