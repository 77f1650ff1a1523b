import type { ComponentProps } from 'react';
import classes from './stack.module.css';

/** One under the other, at the distance that panels, fields and paragraphs keep on every page. */
export function Stack(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className={classes.stack} />;
}

interface StackedFormProps extends Omit<ComponentProps<'form'>, 'className'> {
  /** Takes the room that there is; otherwise lines are no longer than somebody types. */
  wide?: boolean;
}

/** Fields one under the other on a page. What is wrong with them, the page says. */
export function StackedForm({ wide = false, ...rest }: StackedFormProps) {
  return <form noValidate {...rest} className={classes.stack} data-wide={wide || undefined} />;
}

/** What happened, in its order. */
export function Timeline(props: Omit<ComponentProps<'ol'>, 'className'>) {
  return <ol {...props} className={`ll-list ${classes.stack}`} />;
}

interface ColumnsProps extends Omit<ComponentProps<'div'>, 'className'> {
  /** Which of the two is the wider one; `menu`: the first is a list of links. */
  split?: 'first' | 'second' | 'menu';
}

/** Two columns; one under the other where there is no room. */
export function Columns({ split = 'first', ...rest }: ColumnsProps) {
  return <div {...rest} className={classes.columns} data-split={split} />;
}
