import type { ReactNode } from 'react';
import { Page, Panel } from '../page.tsx';
import { NoPermission } from '../states.tsx';

interface ForbiddenPageProps {
  title: string;
  /** What the role can’t do: "Your role can’t send leads". */
  message: string;
  width?: 'narrow';
  children: ReactNode;
}

/** Shown in place of a page that the person can't open: says who can. */
export function ForbiddenPage({ title, message, width, children }: ForbiddenPageProps) {
  return (
    <Page title={title} width={width}>
      <Panel>
        <NoPermission title={message}>{children}</NoPermission>
      </Panel>
    </Page>
  );
}
