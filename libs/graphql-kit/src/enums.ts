import { registerEnumType } from '@nestjs/graphql';
import type { CorrectionReason } from '@alongside/kernel';

/**
 * A GraphQL enum of a union of words. Each value is its own name; `descriptions` are read by integrators.
 */
export const enumOf = <Value extends string>(
  name: string,
  descriptions: Readonly<Record<Value, string>>,
  description: string,
): Readonly<Record<Value, Value>> => {
  const values = Object.fromEntries(Object.keys(descriptions).map((value) => [value, value])) as Record<
    Value,
    Value
  >;
  registerEnumType(values, {
    name,
    description,
    valuesMap: Object.fromEntries(
      Object.entries<string>(descriptions).map(([value, text]) => [value, { description: text }]),
    ) as Record<Value, { description: string }>,
  });
  return values;
};

export const CorrectionReasonEnum = enumOf<CorrectionReason>(
  'CorrectionReason',
  {
    enteredInError: 'It was never so.',
    wrongDate: 'It was so, from another day.',
    wrongPerson: 'It was so of somebody else.',
    lateNotice: 'It became known later that it was otherwise.',
    contested: 'The person concerned contested it, and was right.',
  },
  'Why an earlier fact was wrong. Words about it go into the note, which is sealed.',
);
