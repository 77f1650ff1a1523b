export { AccountLinks } from './account-links.service.ts';
export { accountJobs } from './accounts.jobs.ts';
export { registerAccounts } from './accounts.routes.ts';
export { PasswordReset } from './password-reset.service.ts';
export { replacePassword } from './people.repo.ts';
