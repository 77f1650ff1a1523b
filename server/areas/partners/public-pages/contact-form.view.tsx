import type { ReactNode } from 'react';
import type { FormState, SealedForm } from './contact-form.ts';
import { CheckBox, CountryField, TextArea, TextField } from './form-fields.tsx';
import { formScriptHref } from './form-script.ts';
import { type FormTexts, formTexts } from './texts/catalogue.ts';
import type { FormField } from './texts/form-fields.ts';
import { marks } from './texts/marks.tsx';
import type { PageLanguage } from './texts/page-language.rules.ts';

interface ContactFormProps {
  readonly partner: string;
  readonly language: PageLanguage;
  readonly heading: string;
  readonly introduction: ReactNode;
  /** Where the form is sent. */
  readonly action: string;
  readonly submitLabel: string;
  /** Profiles ask whether partners should get in touch directly (LC-5). */
  readonly asksDirectContact: boolean;
  readonly state: SealedForm;
}

/** The contact form. The server checks it and says what is wrong in one place, so browsers need not (noValidate). */
export function ContactFormCard(props: ContactFormProps) {
  const { partner, state, language } = props;
  const t = formTexts[language];
  return (
    <section className="card" aria-labelledby="contact-form">
      <h2 id="contact-form">{props.heading}</h2>
      <p className="introduction">{props.introduction}</p>
      <ErrorSummary state={state} t={t} />
      <form method="post" action={props.action} noValidate data-challenge={state.seal.challenge}>
        <input type="hidden" name="formKey" value={state.formKey} />
        <input type="hidden" name="formToken" value={state.seal.token} />
        <input type="hidden" name="proof" value="" />
        <input type="hidden" name="askedEmail" value={state.askedEmail} />
        <Trap />
        <PersonFields state={state} t={t} language={language} />
        <TextArea field="message" state={state} t={t} optional />
        {props.asksDirectContact ? (
          <CheckBox field="contactDirectly" state={state} t={t} optional>
            {t('contactDirectly')}
          </CheckBox>
        ) : null}
        <CheckBox field="consent" state={state} t={t}>
          {t.rich('consent', { partner, ...marks })}
        </CheckBox>
        <button className="button" type="submit">
          {props.submitLabel}
        </button>
      </form>
      <script src={formScriptHref} defer />
    </section>
  );
}

/**
 * A field for programs that fill in everything. It is not displayed, so people do not find it by eye, keyboard or
 * screen reader.
 */
function Trap() {
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor="homepage">Leave this field empty</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

interface PersonFieldsProps {
  readonly state: FormState;
  readonly t: FormTexts;
  readonly language: PageLanguage;
}

/** A first or a last name is enough, and an address or a number; the sentences at the fields say so. */
function PersonFields({ state, t, language }: PersonFieldsProps) {
  const common = { state, t };
  const asksForContact = state.errors.email !== undefined || state.errors.phone !== undefined;
  return (
    <>
      <div className="pair">
        <TextField field="firstName" {...common} autoComplete="given-name" />
        <TextField field="lastName" {...common} autoComplete="family-name" />
      </div>
      <TextField
        field="email"
        {...common}
        autoComplete="email"
        type="email"
        hint={asksForContact ? t('emailHint') : undefined}
      />
      <TextField field="phone" {...common} autoComplete="tel" type="tel" optional />
      <div className="pair">
        <TextField field="company" {...common} autoComplete="organization" optional />
        <TextField field="title" {...common} autoComplete="organization-title" optional />
      </div>
      <CountryField field="country" {...common} language={language} />
    </>
  );
}

/** Lists every wrong field with a link to it. Takes the focus: without scripts, nothing else would tell people. */
function ErrorSummary({ state, t }: { state: FormState; t: FormTexts }) {
  const errors = Object.entries(state.errors) as [FormField, string][];
  if (errors.length === 0 && !state.outdated) return null;
  const counted = { count: errors.length, shown: `${errors.length}` };
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was asked for by sending the form, and this is its answer.
    <div className="summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="errors">
      <h3 id="errors">{errors.length === 0 ? t('outdated') : t('summary', counted)}</h3>
      <ul>
        {errors.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
