import { type ReactNode, useEffect, useId } from 'react';
import { Buttons } from './buttons.tsx';
import { t } from './catalogue.ts';
import classes from './layout.module.css';
import { shared } from './words/catalogue.ts';

/** Sets the title of the browser's tab. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? t('page.tab', { title }) : shared('title.product');
  }, [title]);
}

interface PageProps {
  title: string;
  /** Shown as the heading instead of the title. */
  heading?: ReactNode;
  /** The link back to the list that the page belongs to. */
  up?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  width?: 'normal' | 'narrow' | 'wide';
  children: ReactNode;
}

/** A page with its title; the heading takes the focus after navigation. */
export function Page(props: PageProps) {
  useDocumentTitle(props.title);
  return (
    <div
      className={classes.page}
      data-wide={props.width === 'wide' || undefined}
      data-narrow={props.width === 'narrow' || undefined}
    >
      <header className={classes.head}>
        <div className={classes.headText}>
          {props.up && (
            <nav className={classes.up} aria-label={t('page.breadcrumb')}>
              {props.up}
            </nav>
          )}
          <h1 className={classes.title} tabIndex={-1} data-page-title>
            {props.heading ?? props.title}
          </h1>
          {props.description && <p className={classes.lead}>{props.description}</p>}
        </div>
        {props.actions && <Buttons>{props.actions}</Buttons>}
      </header>
      {props.children}
    </div>
  );
}

interface PanelProps {
  title?: ReactNode;
  actions?: ReactNode;
  /** Content reaches to the edges: tables and lists. */
  flush?: boolean;
  /** Collapsed at first, with this text next to the title: nothing in it needs attention. */
  folded?: string | undefined;
  children: ReactNode;
}

/** A titled section with its own background. */
export function Panel({ title, actions, flush = false, folded, children }: PanelProps) {
  const titleId = useId();
  if (folded !== undefined) {
    return (
      <section className={classes.panel} aria-labelledby={titleId}>
        <details className={classes.fold}>
          <summary>
            <h2 className={classes.panelTitle} id={titleId}>
              {title}
            </h2>
            <span className="ll-muted">{folded}</span>
          </summary>
          {actions && <div className={classes.foldActions}>{actions}</div>}
          <div className={classes.panelBody}>{children}</div>
        </details>
      </section>
    );
  }
  return (
    <section className={classes.panel} aria-labelledby={title ? titleId : undefined}>
      {(title || actions) && (
        <div className={classes.panelHead}>
          {title && (
            <h2 className={classes.panelTitle} id={titleId}>
              {title}
            </h2>
          )}
          {actions && <Buttons>{actions}</Buttons>}
        </div>
      )}
      <div className={classes.panelBody} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}

/** A list of labels and values; fields with the value `undefined` are left out. */
export function FieldList({ fields }: { fields: { label: string; value: ReactNode | undefined }[] }) {
  return (
    <dl className={classes.fields}>
      {fields
        .filter((field) => field.value !== undefined)
        .map((field) => (
          <FieldRow key={field.label} label={field.label} value={field.value} />
        ))}
    </dl>
  );
}

function FieldRow({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
