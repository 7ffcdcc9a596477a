export { peopleCatalogue } from './catalogue.js';
export type * from './invitation/invitation.commands.js';
export { invitation, type InvitationEvent, type InvitationState } from './invitation/invitation.decider.js';
export { invitationRefusals, type InvitationRefusal } from './invitation/invitation.refusals.js';
export type * from './login/login.commands.js';
export { login, type LoginEvent, type LoginState } from './login/login.decider.js';
export { loginRefusals, type LoginRefusal } from './login/login.refusals.js';
export type * from './person/person.commands.js';
export { person } from './person/person.decider.js';
export type { PersonEvent } from './person/person.events.js';
export { personRefusals, type PersonRefusal } from './person/person.refusals.js';
export type { PersonState } from './person/person.state.js';
export type * from './private-record/private-record.commands.js';
export {
  privateRecord,
  sharedWithOn,
  type Adjustment,
  type PrivateRecordState,
} from './private-record/private-record.decider.js';
export type * from './private-record/private-record.events.js';
export {
  privateRecordRefusals,
  type PrivateRecordRefusal,
} from './private-record/private-record.refusals.js';
