import type { Me } from '../../../../contract/identity/identity.ts';
import { ForgotPage } from './forgot-page.tsx';
import { JoinPage } from './join-page.tsx';
import type { MailLink } from './mail-link.ts';
import { ResetPage } from './reset-page.tsx';
import { VerifyPage } from './verify-page.tsx';

/** The page that a link in an email opens. `me` is null when no one is signed in. */
export function MailLinkPage({ link, me }: { link: MailLink; me: Me | null }) {
  if (link.kind === 'forgot') return <ForgotPage />;
  if (link.kind === 'join') return <JoinPage token={link.token} me={me} />;
  if (link.kind === 'reset') return <ResetPage token={link.token} />;
  return <VerifyPage token={link.token} me={me} />;
}
