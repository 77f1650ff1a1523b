import { describe, expect, it } from 'vitest';
import { matchField, spreadIssues, toFieldPath } from './problem-fields.ts';

const issue = (path: string, message = 'must not be empty') => ({ path, message, rule: 'rule' });
const problem = (...issues: ReturnType<typeof issue>[]) => ({
  title: 'Wrong values',
  detail: 'See issues',
  issues,
});

describe('toFieldPath', () => {
  it.each([
    ['body.estimatedValue.amountMinor', 'estimatedValue.amountMinor'],
    ['body.employees[0].name', 'employees.0.name'],
    ['$.employees.1.email', 'employees.1.email'],
    ['body', ''],
    ['$', ''],
    ['bodyguard', 'bodyguard'],
  ])('%s is %s', (path, field) => {
    expect(toFieldPath(path)).toBe(field);
  });
});

describe('spreadIssues', () => {
  const fieldOf = matchField(['dealName', 'employees'], {
    'estimatedValue.currency': 'currency',
    estimatedValue: 'amount',
  });

  it('puts each issue beside its field, the first one of a field first', () => {
    const spread = spreadIssues(
      problem(
        issue('body.dealName'),
        issue('body.estimatedValue.amountMinor', 'must not be negative'),
        issue('body.estimatedValue.currency', 'is not offered'),
        issue('body.employees[1].name'),
        issue('body.dealName', 'something else'),
      ),
      fieldOf,
    );
    expect(spread).toEqual({
      fields: {
        dealName: 'Must not be empty',
        amount: 'Must not be negative',
        currency: 'Is not offered',
        'employees.1.name': 'Must not be empty',
      },
      others: [],
    });
  });

  it('tells what belongs to no field in general', () => {
    const spread = spreadIssues(
      problem(issue('body.color', 'is unknown'), issue('body', 'changes nothing')),
      fieldOf,
    );
    expect(spread).toEqual({ fields: {}, others: ['color: is unknown', 'Changes nothing'] });
  });

  it('falls back to the sentence of the problem', () => {
    expect(spreadIssues({ title: 'Title', detail: 'Detail' }, fieldOf).others).toEqual(['Detail']);
    expect(spreadIssues({ title: 'Title', detail: '' }, fieldOf).others).toEqual(['Title']);
  });
});
