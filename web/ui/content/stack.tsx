import type { ComponentProps } from 'react';
import classes from './stack.module.css';

/** Stacks its children with the spacing of panels, fields and paragraphs on every page. */
export function Stack(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className={classes.stack} />;
}

interface StackedFormProps extends Omit<ComponentProps<'form'>, 'className'> {
  /** Uses the full width; otherwise fields are no wider than people type. */
  wide?: boolean;
}

/** A form with stacked fields on a page; the page shows its errors. */
export function StackedForm({ wide = false, ...rest }: StackedFormProps) {
  return <form noValidate {...rest} className={classes.stack} data-wide={wide || undefined} />;
}

/** Events in order. */
export function Timeline(props: Omit<ComponentProps<'ol'>, 'className'>) {
  return <ol {...props} className={`ll-list ${classes.stack}`} />;
}

interface ColumnsProps extends Omit<ComponentProps<'div'>, 'className'> {
  /**
   * Which of the two is the wider one; `menu`: the first is a list of links; `room`: the first, and how much room the
   * columns themselves have decides whether they are stacked.
   */
  split?: 'first' | 'second' | 'menu' | 'room';
}

/** Two columns; stacked on narrow screens. */
export function Columns({ split = 'first', ...rest }: ColumnsProps) {
  return <div {...rest} className={classes.columns} data-split={split} />;
}
