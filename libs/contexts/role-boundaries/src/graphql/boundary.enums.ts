import { enumOf } from '@alongside/graphql-kit';
import { tasks, type Task } from '@alongside/framework/contracts';
import type { LineCondition, LineDirection, LineStance, ReviewOutcome, Signatory } from '../contracts.js';
import type { ConditionStatus, Judgement, Verdict } from '../domain/index.js';

export { SupervisionKindEnum } from '@alongside/graphql-kit';

export const TaskEnum = enumOf<Task>(
  'BoundaryTask',
  tasks,
  'A task that a role boundary is drawn around: a question, not an answer.',
);

export const StanceEnum = enumOf<LineStance>(
  'BoundaryStance',
  {
    never: 'Never, and there are no exceptions.',
    notByDefault: 'Not, unless an exception is agreed.',
    withConditions: 'If every condition is met.',
    usual: 'Part of the role.',
    notAgreed: 'Nobody has agreed. A valid answer: disagreement is shown, not papered over.',
  },
  'What is agreed about a task, from the strictest to the loosest; `notAgreed` stands outside that order.',
);

export const DirectionEnum = enumOf<LineDirection>(
  'BoundaryDirection',
  {
    same: 'As the framework says.',
    stricter: 'Stricter than the framework. Always allowed.',
    looser: 'Looser than the framework, as far as a declared deviation goes.',
    silent: 'The framework says nothing of it.',
    contrary: 'One of the two says that nothing is agreed.',
  },
  'How a line stands to what the framework says of its task.',
);

export const ConditionKindEnum = enumOf<LineCondition['kind']>(
  'BoundaryConditionKind',
  {
    trainingInDate: 'Training of `courseKind` is in date, with `evidence`.',
    monthsInPost: 'So many completed `months` in post.',
    secondPersonPresent: 'A second person is present.',
    setting: 'The work is done in one of `settings`.',
    supervisionCurrent: 'The next session of the kind `supervision` is not overdue.',
    workerOptedIn: 'The worker has opted in: theirs alone to meet.',
    teamTrained: 'The team has been trained in `courseKind`.',
  },
  'What kind of condition. The other fields belong to one kind or another.',
);

export const EvidenceEnum = enumOf<'attended' | 'assessed'>(
  'TrainingEvidence',
  {
    attended: 'It was attended; assessed training counts too.',
    assessed: 'It was assessed. Attended is not assessed.',
  },
  'What a condition asks of training.',
);

export const SignatoryEnum = enumOf<Signatory>(
  'BoundarySignatory',
  {
    worker: 'The worker whose engagement it is, and nobody for them.',
    manager: 'Somebody for the organisation; never the worker.',
  },
  'As whom a proposal is signed. It takes both.',
);

export const ReviewOutcomeEnum = enumOf<ReviewOutcome>(
  'BoundaryReviewOutcome',
  { unchanged: 'The lines stay.', toBeAmended: 'The lines are to be amended: propose others.' },
  'What a review of the lines came to.',
);

export const VerdictEnum = enumOf<Verdict>(
  'TaskVerdict',
  {
    yes: 'Agreed, and every condition is met.',
    no: 'Not to be done, or a condition is unmet.',
    onlyIf: 'Nothing is unmet, and the rest depends on what was not said.',
    notAgreed: 'Nobody has agreed whether it may be done.',
  },
  'Whether a task may be performed.',
);

export const DecidedByEnum = enumOf<Judgement['decidedBy']>(
  'TaskDecidedBy',
  {
    agreement: 'What worker and organisation have agreed.',
    framework: 'What the framework says.',
    deviation: 'What the organisation has declared in a deviation from the framework.',
    nothing: 'Neither speaks of the task.',
    engagement: 'The person does not work there on that day.',
  },
  'What decided whether a task may be performed.',
);

export const ConditionStatusEnum = enumOf<ConditionStatus>(
  'ConditionStatus',
  { met: 'It is met.', unmet: 'It is not met.', depends: 'It depends on what nobody said or recorded.' },
  'Whether a condition is met.',
);
