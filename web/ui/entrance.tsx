import type { ComponentProps, ReactNode } from 'react';
import classes from './entrance.module.css';
import { LanguageChoice } from './language-choice.tsx';
import { useDocumentTitle } from './page.tsx';
import { ProductMark } from './product-mark.tsx';

interface EntranceProps {
  /** The title of the browser's tab. */
  title: string;
  heading: string;
  description?: ReactNode;
  children: ReactNode;
}

/** A page for people who aren't signed in: sign-in, and what links in emails open. */
export function Entrance({ title, heading, description, children }: EntranceProps) {
  useDocumentTitle(title);
  return (
    <main className={classes.entrance}>
      <div className={classes.box}>
        <LanguageChoice />
        <div className={classes.brand}>
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

/** The text on the page… */
export function EntranceCard(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className={classes.card} />;
}

/** …or fills in. */
export function EntranceForm(props: Omit<ComponentProps<'form'>, 'className'>) {
  return <form {...props} className={classes.card} />;
}
