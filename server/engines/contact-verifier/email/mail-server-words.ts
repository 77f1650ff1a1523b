import type { MailServers } from '../dns/mail-servers.ts';

export type Denial = Exclude<MailServers, { kind: 'servers' | 'trouble' }>;

/** What a domain that accepts no mail says about itself. */
export const denials: Readonly<Record<Denial['kind'], { readonly code: string; readonly words: string }>> = {
  'refuses-mail': { code: 'null-mx', words: 'The domain says that it accepts no mail.' },
  'no-mail-server': {
    code: 'no-mail-server',
    words: 'The domain has no mail servers and no address.',
  },
  'no-such-domain': { code: 'no-such-domain', words: 'The domain does not exist.' },
};

/** Not Invalid: this resolver may see an internal view, or a mistake that is being fixed (CV-4). */
export const unreachableWords = {
  'not-public': {
    code: 'mail-server-not-public',
    words: 'The mail servers have no public address, as seen from here.',
  },
  'no-address': {
    code: 'mail-server-without-address',
    words: 'The mail servers of the domain have no address, as seen from here.',
  },
};
