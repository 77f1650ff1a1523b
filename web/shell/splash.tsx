import { ProductMark } from '../ui/product-mark.tsx';
import { t } from './catalogue.ts';
import classes from './shell.module.css';

/** Shown until it is known who is signed in. */
export function Splash() {
  return (
    <div className={classes.splash} role="status">
      <ProductMark size={40} />
      <span className="ll-visually-hidden">{t('loading')}</span>
    </div>
  );
}
