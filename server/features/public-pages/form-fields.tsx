import type { ReactNode } from 'react';
import { type FormField, type FormState, fieldLabels } from './contact-form.ts';
import { countries } from './countries.ts';

interface FieldProps {
  readonly field: FormField;
  readonly state: FormState;
  readonly optional?: boolean;
}

/** What ties an input to its label, its value and its error. */
function inputProps({ field, state, optional }: FieldProps) {
  const wrong = state.errors[field] !== undefined;
  return {
    id: field,
    name: field,
    required: !optional,
    'aria-invalid': wrong ? (true as const) : undefined,
    'aria-describedby': wrong ? `${field}-error` : undefined,
  };
}

function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.field}>
        {fieldLabels[props.field]}
        {props.optional ? <span className="optional"> (optional)</span> : null}
      </label>
      {children}
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

/** One line of text. It has no maxlength: browsers would cut what is pasted without a word. */
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

export function TextArea(props: FieldProps) {
  return (
    <Field {...props}>
      <textarea {...inputProps(props)} rows={5} dir="auto" defaultValue={props.state.values[props.field]} />
    </Field>
  );
}

/** All countries, none chosen: a preset one would be sent unseen. */
export function CountryField(props: FieldProps) {
  return (
    <Field {...props}>
      <select
        {...inputProps(props)}
        autoComplete="country"
        defaultValue={props.state.values[props.field].trim().toUpperCase()}
      >
        <option value="">Choose a country</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

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
