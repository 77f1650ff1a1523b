import type { ComponentProps, ReactNode } from 'react';
import classes from './list.module.css';

interface ListProps extends Omit<ComponentProps<'ul'>, 'className'> {
  /** The rows are those of an earlier query; the new ones are loading. */
  stale?: boolean;
}

/** Rows from edge to edge of a flush panel, divided by lines. A row with nothing but a link is a link as a whole. */
export function List({ stale = false, ...rest }: ListProps) {
  return <ul {...rest} className={`ll-list ${classes.list}`} data-stale={stale || undefined} />;
}

interface ListRowProps {
  title: ReactNode;
  /** Facts in a row, each its own element. */
  details: ReactNode;
  actions?: ReactNode;
  /** On narrow screens, the actions go below: there are several. */
  wraps?: boolean;
  children?: ReactNode;
}

/** A row of a {@link List}: title, details and actions. */
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

/** A word next to the title of a row that sets it apart: "You", "Expired". */
export function Tag({ tone, children }: { tone: 'active' | 'attention'; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
