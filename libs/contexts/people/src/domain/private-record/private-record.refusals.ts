export const privateRecordRefusals = {
  AdjustmentAlreadyRecorded: 'This adjustment is on record. End it, and record another.',
  AdjustmentUnknown: 'No adjustment is on record under this id.',
  WhatToDoMissing: 'There is nothing to be done. Say what is to be done.',
  RecordOfAnother: 'This record belongs to another person.',
  BeforeAdjustment: 'The adjustment was not on record on that day. Choose a later one.',
  AdjustmentEnded: 'The adjustment has ended. Record it anew if it is needed again.',
  ShareEndsBeforeStart: 'The sharing would end before it begins. Choose a later end.',
  AlreadyShared: 'The adjustment is shared with this organisation at that time. Unshare it first.',
  NotShared: 'The adjustment is not shared with this organisation on that day.',
} as const satisfies Record<string, string>;

export type PrivateRecordRefusal = keyof typeof privateRecordRefusals;
