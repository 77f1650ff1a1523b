export { AccountLinks } from './account-links.service.ts';
export { accountJobs } from './accounts.jobs.ts';
export { registerAccounts } from './accounts.routes.ts';
export { askAboutLinks } from './ask-about-links.ts';
export { FailedSignIns } from './failed-sign-ins.service.ts';
export { PasswordReset } from './password-reset.service.ts';
export { replacePassword } from './people.repo.ts';
