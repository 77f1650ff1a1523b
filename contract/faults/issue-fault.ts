import type { z } from 'zod';
import type { Sentence } from '../sentences.ts';
import { fault } from './catalogue.ts';
import { faultBehind } from './said.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
type SizeIssue = IssueOf<'too_small'> | IssueOf<'too_big'>;

/**
 * What is wrong with a value, in our words: those of its schema, or else of the kind of issue. The words of the library
 * that checks values are never used.
 * @param issue found with `reportInput`; without it, a value of another type counts as missing
 */
export function faultOf(issue: Issue): Sentence {
  // The compiler doesn't see that the entry found by an issue's code takes that issue.
  const sentenceFor = byCode[issue.code] as (issue: Issue) => Sentence;
  return sentenceFor(issue);
}

/** What the schema itself says. */
const saidOf = ({ message }: Issue) => faultBehind(message);

/** Every kind of issue that the library knows; a new one does not compile until it has a sentence. */
const byCode: { readonly [Code in Issue['code']]: (issue: IssueOf<Code>) => Sentence } = {
  // What a schema says is about a value of the right type; of another type, the type is what helps.
  invalid_type: ({ input, expected }) =>
    input === undefined ? fault('value.missing') : fault('value.otherType', { type: expected }),
  invalid_value: ({ values }) => fault('value.otherChoice', { values: values.map(String).join(', ') }),
  unrecognized_keys: () => fault('value.unknownField'),
  too_small: limitFault,
  too_big: limitFault,
  invalid_format: (issue) => saidOf(issue) ?? formatFault(issue),
  not_multiple_of: (issue) => saidOf(issue) ?? fault('number.noMultiple', { step: String(issue.divisor) }),
  invalid_union: (issue) => saidOf(issue) ?? unionFault(issue),
  invalid_key: (issue) => saidOf(issue) ?? fault('value.wrongKey'),
  invalid_element: (issue) => saidOf(issue) ?? fault('value.wrongEntry'),
  custom: (issue) => saidOf(issue) ?? fault('value.wrong'),
};

/** The formats that have a sentence of their own. */
const formatFaults: { readonly [Format in z.core.$ZodStringFormats]?: Sentence } = {
  date: fault('text.noDay'),
  datetime: fault('text.noMoment'),
  uuid: fault('text.noId'),
  email: fault('text.noEmail'),
};
const otherFormat = fault('value.otherFormat');

function formatFault({ format }: IssueOf<'invalid_format'>): Sentence {
  const known: { readonly [format: string]: Sentence | undefined } = formatFaults;
  return known[format] ?? otherFormat;
}

/** How the size of a value is measured: a text has characters, a list has values, anything else is an amount itself. */
function measureOf({ origin }: SizeIssue): 'amount' | 'characters' | 'values' {
  if (origin === 'string') return 'characters';
  return origin === 'array' || origin === 'set' || origin === 'map' ? 'values' : 'amount';
}

function limitFault(issue: SizeIssue): Sentence {
  return measureOf(issue) === 'amount' ? amountFault(issue) : (saidOf(issue) ?? sizeFault(issue));
}

function amountFault(issue: SizeIssue): Sentence {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.exact) return fault('number.notExact', { number: limit });
  if (issue.code === 'too_small')
    return issue.inclusive === false
      ? fault('number.notMore', { limit })
      : fault('number.tooSmall', { least: limit });
  return issue.inclusive === false
    ? fault('number.notLess', { limit })
    : fault('number.tooLarge', { most: limit });
}

/** Sizes are whole numbers, so a limit that is excluded is the next one included. */
function sizeFault(issue: SizeIssue): Sentence {
  const isText = measureOf(issue) === 'characters';
  const excluded = issue.inclusive === false ? 1 : 0;
  if (issue.exact) {
    const size = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    return isText ? fault('text.otherLength', { length: size }) : fault('list.otherCount', { count: size });
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum) - excluded;
    return isText ? fault('text.tooLong', { most }) : fault('list.tooManyValues', { most });
  }
  const least = Number(issue.minimum) + excluded;
  if (least === 1) return fault('text.empty');
  return isText ? fault('text.tooShort', { least }) : fault('list.tooFewValues', { least });
}

function unionFault(issue: IssueOf<'invalid_union'>): Sentence {
  if (issue.inclusive === false) return fault('value.severalForms');
  const { options = [] } = issue;
  return options.length > 0
    ? fault('value.otherChoice', { values: options.map(String).join(', ') })
    : fault('value.otherForm');
}
