import type { ComponentProps, ReactNode } from 'react';
import classes from './list.module.css';

interface ListProps extends Omit<ComponentProps<'ul'>, 'className'> {
  /** What is shown is of an earlier choice; the new one is on its way. */
  stale?: boolean;
}

/** Rows from edge to edge of a flush panel, divided by lines. A row that holds nothing but a link is one as a whole. */
export function List({ stale = false, ...rest }: ListProps) {
  return <ul {...rest} className={`ll-list ${classes.list}`} data-stale={stale || undefined} />;
}

interface ListRowProps {
  title: ReactNode;
  /** Facts beside each other, each an element of its own. */
  details: ReactNode;
  actions?: ReactNode;
  /** Where there is little room the actions go below: they are more than one. */
  wraps?: boolean;
  children?: ReactNode;
}

/** A row of a {@link List}: what it is about, what is known of it, and what can be done. */
export function ListRow({ title, details, actions, wraps = false, children }: ListRowProps) {
  return (
    <li className={classes.row} data-wraps={wraps || undefined}>
      <div className={classes.text}>
        <p className={classes.title}>{title}</p>
        <div className="ll-facts ll-small">{details}</div>
        {children}
      </div>
      {actions}
    </li>
  );
}

/** A word beside the title of a row that sets it apart: "You", "Expired". */
export function Tag({ tone, children }: { tone: 'active' | 'attention'; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
