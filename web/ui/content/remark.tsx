import type { ComponentProps } from 'react';
import classes from './remark.module.css';

interface RemarkProps extends Omit<ComponentProps<'p'>, 'className'> {
  /** `attention`: something is wrong; `active`: the current state; otherwise additional information. */
  tone?: 'attention' | 'active';
}

/** A sentence on a tinted background, optionally with an icon. */
export function Remark({ tone, ...rest }: RemarkProps) {
  return <p {...rest} className={classes.remark} data-tone={tone} />;
}
