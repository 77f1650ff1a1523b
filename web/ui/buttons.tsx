import type { ComponentProps } from 'react';
import classes from './layout.module.css';

interface ButtonsProps extends Omit<ComponentProps<'div'>, 'className'> {
  /** Where in the line they are; after: at the end of a line that something else begins. */
  place?: 'end' | 'center' | 'after';
}

/** Buttons in a row that wraps. */
export function Buttons({ place, ...rest }: ButtonsProps) {
  return <div {...rest} className={classes.buttons} data-place={place} />;
}
