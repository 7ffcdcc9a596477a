export const loginRefusals = {
  LoginLinkedToAnother: 'This login leads to somebody else. Correct that link if it was wrong.',
  LoginUnlinked: 'This login was unlinked and is not linked again. Sign in with another.',
  PersonHasLogin: 'This person has a login. Unlink it first.',
  OperatorNeeded:
    'This person had another login before. Ask an operator to link a new one, who makes sure whose it is.',
  LoginNotLinked: 'This login leads to nobody. There is nothing to unlink.',
  UnlinkedBeforeLinked: 'The login led to nobody on that day. Choose the day of linking or a later one.',
  NothingToCorrect:
    'The link that this corrects is not on record, or has been corrected. Name the one that stands.',
} as const satisfies Record<string, string>;

export type LoginRefusal = keyof typeof loginRefusals;
