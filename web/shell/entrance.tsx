import type { ReactNode } from 'react';
import { useDocumentTitle } from '../ui/index.ts';
import { ProductMark } from './product-mark.tsx';
import classes from './shell.module.css';

interface EntranceProps {
  /** What the tab is called. */
  title: string;
  heading: string;
  description?: ReactNode;
  children: ReactNode;
}

/** A page that needs nobody to be signed in: sign-in, and what links in mails open. */
export function Entrance({ title, heading, description, children }: EntranceProps) {
  useDocumentTitle(title);
  return (
    <main className={classes.signIn}>
      <div className={classes.signInBox}>
        <div className={classes.signInBrand}>
          <ProductMark size={44} />
          <div>
            <h1>{heading}</h1>
            {description && <p className="ll-muted">{description}</p>}
          </div>
        </div>
        {children}
      </div>
    </main>
  );
}
