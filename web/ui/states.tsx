import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError, explainError } from '../api/client.ts';
import { Buttons } from './buttons.tsx';
import { t } from './catalogue.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './layout.module.css';
import { code } from './rich-text.tsx';
import { shared } from './words/catalogue.ts';

interface StateProps {
  icon: ReactNode;
  title: string;
  tone?: 'bad';
  children?: ReactNode;
  actions?: ReactNode;
}

/** Shown when there is nothing else: says why, and what to do next. */
export function EmptyState({ icon, title, tone, children, actions }: StateProps) {
  return (
    <div className={classes.state}>
      <div className={classes.stateIcon} data-tone={tone} aria-hidden>
        {icon}
      </div>
      <h2 className={classes.stateTitle}>{title}</h2>
      {children && <div className={classes.stateText}>{children}</div>}
      {actions && (
        <div className={classes.stateActions}>
          <Buttons place="center">{actions}</Buttons>
        </div>
      )}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  actions?: ReactNode;
}

/** Shown when something failed: the server's message, the request id, and a way to try again. */
export function ErrorState({ error, title, onRetry, actions }: ErrorStateProps) {
  const requestId = error instanceof ApiError ? error.problem.requestId : '';
  const heading = title ?? (error instanceof ApiError ? error.problem.title : shared('wentWrong'));
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={26} stroke={1.7} />}
        tone="bad"
        title={heading}
        actions={
          <>
            {onRetry && <Button onClick={onRetry}>{shared('action.tryAgain')}</Button>}
            {actions}
          </>
        }
      >
        {explainError(error)}
        {requestId && (
          <div className={classes.requestId}>
            {t.rich('error.request', {
              number: requestId,
              code,
              copy: () => <CopyButton value={requestId} label={t('error.copyNumber')} />,
            })}
          </div>
        )}
      </EmptyState>
    </div>
  );
}

/** Shown when the person's role doesn't allow this: says which role does. */
export function NoPermission({ title, children, actions }: Omit<StateProps, 'icon' | 'tone'>) {
  return (
    <EmptyState icon={<IconLock size={26} stroke={1.7} />} title={title} actions={actions}>
      {children}
    </EmptyState>
  );
}
