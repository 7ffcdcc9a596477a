/** Why a pay scale refuses, and what to do about it. */
export const payScaleRefusals = {
  PayScaleNotLoaded: 'No figures are loaded for this year. Load them first.',
  PayScaleConfirmed: 'The figures are confirmed. Correct them and say why.',
  OtherPayScale: 'The figures are of another country or year. Load them as the pay scale that they are.',
  YearNotKnown: 'A pay year is written like 2025/26. Give two years that follow each other.',
  CircularNotNamed: 'Every figure comes from a pay circular. Give its reference.',
  CircularDiffers: 'The figures were taken from another circular. Correct them if that one is right.',
  NoPayPoints: 'The table is empty, or a band in it is. Give each band its points.',
  BandTwice: 'A band stands in the table twice. Give each band once.',
  PointsOutOfOrder: 'The points of a band go from entry to top, and pay never falls. Put them in order.',
  PenceNotWhole: 'Pay is a whole number of pence a year, more than none.',
} as const satisfies Record<string, string>;
export type PayScaleRefusal = keyof typeof payScaleRefusals;
