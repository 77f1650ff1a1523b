import type { CallToAction } from '../../../contract/enums.ts';
import { Layout } from './layout.tsx';

interface ThanksPageProps {
  readonly partner: string;
  readonly callToAction: CallToAction;
  /** undefined: the request was about the partner itself. */
  readonly offerTitle?: string;
  readonly back: { readonly href: string; readonly label: string };
}

/** Says that the request has arrived, and what happens next. */
export function ThanksPageView({ partner, callToAction, offerTitle, back }: ThanksPageProps) {
  const name = <bdi>{partner}</bdi>;
  return (
    <Layout title={`Your request was sent to ${partner}`} partner={partner}>
      <div className="card notice">
        <span className="done">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12.5l4.5 4.5L19 7.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
          </svg>
        </span>
        <h1>Your request was sent to {name}.</h1>
        {offerTitle ? (
          <p>
            It is about <bdi>{offerTitle}</bdi>.
          </p>
        ) : null}
        <h2>What happens next</h2>
        <ol>
          <li>{name} receives your request with the details that you gave.</li>
          <li>
            {callToAction === 'ContactMe' ? (
              <>Somebody there reads it and, if they can help you, gets in touch by e-mail or phone.</>
            ) : (
              <>Somebody there may get in touch by e-mail or phone to help you to get started.</>
            )}
          </li>
        </ol>
        <p className="quiet">There is nothing more to do. You may close this page.</p>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </div>
    </Layout>
  );
}
