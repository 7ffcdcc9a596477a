export const vacancyRefusals = {
  AlreadyOpened: 'This vacancy has been opened before. Open a new vacancy for a new search.',
  VacancyNotOpen: 'This vacancy is not open. Open a new vacancy for a new search.',
  NotReady:
    'Readiness items of the framework are neither met nor waived. Meet each item named, in the organisation or the team that it names, or publish a waiver for it, then open the vacancy.',
  TeamNotThere:
    'The team of the post is not there on this day. Establish a post in a team that is, then open the vacancy.',
  PostNotOpen: 'The post is not open. Establish the post, or reopen it, before advertising it.',
  PostOfAnotherOrganisation: 'The post belongs to another organisation. Choose one of your own posts.',
  NoPlaceLeft:
    'Every place of this post is taken. Release a place, or establish more, then open the vacancy.',
  MorePlacesThanLeft: 'The post has fewer places left than this vacancy offers. Offer no more than are left.',
  NoPlaceOffered: 'A vacancy offers at least one whole place. Say how many.',
  StagesMissing: 'A vacancy has at least one stage. Choose the stages that applications go through.',
  StageRepeated: 'Two stages have the same id. Give each stage an id of its own.',
  DecisionNotLast: 'A stage stands after the decision. Put the decision last.',
  ClosesBeforeItOpens: 'The closing date is before the opening date. Choose a later closing date.',
  NotAnExtension:
    'The new closing date is not later than the present one. Close the vacancy to end it sooner.',
  BeforeLastStep:
    'The date is before the last thing recorded about this vacancy. Choose that day or a later one.',
} as const satisfies Record<string, string>;

export type VacancyRefusal = keyof typeof vacancyRefusals;
