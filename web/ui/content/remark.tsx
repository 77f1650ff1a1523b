import type { ComponentProps } from 'react';
import classes from './remark.module.css';

interface RemarkProps extends Omit<ComponentProps<'p'>, 'className'> {
  /** `attention`: something is not as it should be; `active`: how it stands; otherwise it only adds. */
  tone?: 'attention' | 'active';
}

/** A sentence on a tinted ground, with an icon before it or without. */
export function Remark({ tone, ...rest }: RemarkProps) {
  return <p {...rest} className={classes.remark} data-tone={tone} />;
}
