import type { ReactNode } from 'react';
import type { FormState } from './contact-form.ts';
import { countriesIn } from './countries.ts';
import type { FormTexts } from './texts/catalogue.ts';
import type { FormField } from './texts/form-fields.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

interface FieldProps {
  readonly field: FormField;
  readonly state: FormState;
  readonly t: FormTexts;
  readonly optional?: boolean;
  /** One sentence that helps people fill in the field. */
  readonly hint?: string;
}

/** Links an input to its label, its value and its error. */
function inputProps({ field, state, optional, hint }: FieldProps) {
  const wrong = state.errors[field] !== undefined;
  const described = [...(wrong ? [`${field}-error`] : []), ...(hint ? [`${field}-hint`] : [])];
  return {
    id: field,
    name: field,
    required: !optional,
    'aria-invalid': wrong ? (true as const) : undefined,
    'aria-describedby': described.join(' ') || undefined,
  };
}

function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.field}>
        {props.t(`labels.${props.field}`)}
        {props.optional ? <span className="optional"> {props.t('optional')}</span> : null}
      </label>
      {children}
      {props.hint ? (
        <p className="hint" id={`${props.field}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldError {...props} />
    </div>
  );
}

function FieldError({ field, state }: FieldProps) {
  const error = state.errors[field];
  return error ? (
    <p className="error" id={`${field}-error`}>
      {error}
    </p>
  ) : null;
}

interface TextFieldProps extends FieldProps {
  readonly autoComplete: string;
  readonly type?: 'text' | 'email' | 'tel';
}

/** One line of text. It has no maxlength: browsers would silently truncate pasted text. */
export function TextField({ autoComplete, type = 'text', ...props }: TextFieldProps) {
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        type={type}
        dir={type === 'text' ? 'auto' : undefined}
        autoComplete={autoComplete}
        defaultValue={props.state.values[props.field]}
      />
    </Field>
  );
}

/** A field of several lines. */
export function TextArea(props: FieldProps) {
  return (
    <Field {...props}>
      <textarea {...inputProps(props)} rows={5} dir="auto" defaultValue={props.state.values[props.field]} />
    </Field>
  );
}

/** All countries, none selected: a preset one would be sent without being noticed. */
export function CountryField({ language, ...props }: FieldProps & { readonly language: PageLanguage }) {
  return (
    <Field {...props}>
      <select
        {...inputProps(props)}
        autoComplete="country"
        defaultValue={props.state.values[props.field].trim().toUpperCase()}
      >
        <option value="">{props.t('chooseCountry')}</option>
        {countriesIn(language).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A checkbox with its sentence. */
export function CheckBox({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className="check">
      <input
        {...inputProps(props)}
        type="checkbox"
        value="on"
        defaultChecked={props.state.values[props.field] === 'on'}
      />
      <label htmlFor={props.field}>{children}</label>
      <FieldError {...props} />
    </div>
  );
}
