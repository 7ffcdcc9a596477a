export const invitationRefusals = {
  NoSuchInvitation: 'There is no such invitation. Send one.',
  InvitationSentBefore: 'This invitation was sent before. Send another with a command id of its own.',
  ExpiresTooEarly: 'The invitation would be over before anybody could accept it. Choose a later day.',
  ExpiresTooLate: 'An invitation holds for 60 days at most. Choose an earlier day.',
  PersonHasLogin: 'This person signs in already. Unlink their login first, if it is not theirs any more.',
  OperatorNeeded:
    'This person had another login before. Ask an operator to invite them, who makes sure that it is them.',
  InvitationWithdrawn: 'This invitation was withdrawn. Ask whoever sent it for another.',
  InvitationAccepted: 'This invitation has been accepted, and can be accepted once.',
  InvitationExpired: 'This invitation is over. Ask whoever sent it for another.',
  InvitationOutdated:
    'This person lost a login after the invitation was sent, and so it holds no more. Ask an operator for another.',
  LoginOfSomebody:
    'Whom you signed in as is known here already. Sign in with the account that you want to use for this invitation.',
  LoginUnlinked: 'This account was unlinked here and is not linked again. Sign in with another.',
} as const satisfies Record<string, string>;

export type InvitationRefusal = keyof typeof invitationRefusals;
