import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  icon: ReactNode;
  tone: 'hot' | 'attention' | 'info' | 'quiet' | 'bad';
  title: ReactNode;
  children?: ReactNode;
  /** Screen readers announce it immediately. */
  urgent?: boolean;
}

/** A sentence or two about the lead to read before anything else. */
export function Notice({ icon, tone, title, children, urgent = false }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={urgent ? 'alert' : 'note'}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <div className={classes.text}>
        <p className={classes.title}>{title}</p>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
