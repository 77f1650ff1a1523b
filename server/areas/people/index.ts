export { peopleArea } from './area.ts';
export { askAboutLinks } from './ask-about-links.ts';
export { replacePassword } from './people.repo.ts';
