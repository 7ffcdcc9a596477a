/** Why a readiness item cannot be met, waived or lapse, whoever it is an item of. */
export const readinessRefusals = {
  NothingToCorrect:
    'The event that this corrects is not one of this kind, or has been corrected. Name the one that stands.',
  EvidenceMissing: 'There is no evidence note. Say what shows that the item is in place.',
  ReadinessEndsBeforeStart: 'The item would end before it is met. Choose a later end.',
  ReadinessItemAlreadyMet: 'The item is met on that day and needs no waiver.',
  ReadinessItemNotInPlace: 'The item is neither met nor waived on that day. There is nothing to lapse.',
  ReasonMissing: 'A waiver is public and gives its reason. Say why the item is waived.',
  WaiverWithoutExpiry: 'A waiver has an end. Say when it expires, within twelve months.',
  WaiverEndsBeforeStart: 'The waiver would expire before it begins. Choose a later day.',
  WaiverTooLong:
    'A waiver lasts no longer than twelve months. Choose an earlier expiry, and waive anew then.',
} as const satisfies Record<string, string>;

export type ReadinessRefusal = keyof typeof readinessRefusals;
