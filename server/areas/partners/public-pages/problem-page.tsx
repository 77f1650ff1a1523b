import type { ErrorCode } from '../../../../contract/errors.ts';
import type { AppError } from '../../../platform/errors.ts';
import { Layout } from './layout.tsx';

interface Explanation {
  readonly title: string;
  readonly text: string;
}

const explanations: Partial<Record<ErrorCode, Explanation>> = {
  'not-found': {
    title: 'There is no page at this address',
    text: 'The offer or the partner may no longer be listed, or the address may have a typing mistake.',
  },
  'body-too-large': {
    title: 'The request is too long',
    text: 'Your request was not sent. Go back, shorten your message, and send the form again.',
  },
  'unsupported-media-type': {
    title: 'The form could not be read',
    text: 'Your request was not sent. Open the page again and send the form from there.',
  },
  'cross-site-request': {
    title: 'The form came from another site',
    text: 'Your request was not sent. Open the page here and send the form from there.',
  },
  unavailable: {
    title: 'This page is not available right now',
    text: 'If you sent a form, it was not stored. Please try again in a moment.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'If you sent a form, please send it again in a moment: sending it twice makes only one request.',
  },
};

/** An error page for customers: what happened and what to do, without technical terms. */
export function ProblemPageView({ error, requestId }: { error: AppError; requestId: string }) {
  const { title, text } = explain(error);
  return (
    <Layout title={title}>
      <div className="card notice">
        <h1>{title}</h1>
        <p>{text}</p>
        {error.status >= 500 ? (
          <p className="quiet">
            If it happens again, tell us this number: <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}

function explain(error: AppError): Explanation {
  if (error.code === 'too-many-requests') {
    const minutes = Math.max(1, Math.ceil((error.details.retryAfterSeconds ?? 60) / 60));
    return {
      title: 'Too many requests from your network',
      text:
        'This form was sent many times in a short while, so your request was not sent. ' +
        `Please wait ${minutes === 1 ? 'one minute' : `${minutes} minutes`}, go back, and send it again.`,
    };
  }
  return (
    explanations[error.code] ?? {
      title: 'This request could not be read',
      text: 'Please open the page again and try once more.',
    }
  );
}
