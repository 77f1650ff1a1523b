import type { ComponentProps } from 'react';
import classes from './layout.module.css';

interface ButtonsProps extends Omit<ComponentProps<'div'>, 'className'> {
  place?: 'end' | 'center';
}

/** Buttons in a row that wraps. */
export function Buttons({ place, ...rest }: ButtonsProps) {
  return <div {...rest} className={classes.buttons} data-place={place} />;
}
