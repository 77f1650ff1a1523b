import type { ReactNode } from 'react';
import classes from './banner.module.css';

interface BannerProps {
  icon: ReactNode;
  tone: 'hot' | 'attention' | 'info' | 'quiet' | 'bad';
  title: ReactNode;
  children?: ReactNode;
  /** Screen readers announce it immediately. */
  urgent?: boolean;
}

/** A sentence or two about the lead to read before anything else. */
export function Banner({ icon, tone, title, children, urgent = false }: BannerProps) {
  return (
    <div className={classes.banner} data-tone={tone} role={urgent ? 'alert' : 'note'}>
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
