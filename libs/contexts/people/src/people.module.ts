import { Module } from '@nestjs/common';
import { AcceptInvitationHandler } from './application/accept-invitation/accept-invitation.handler.js';
import { ContestFactHandler } from './application/contest-fact/contest-fact.handler.js';
import { CorrectRegistrationHandler } from './application/correct-registration/correct-registration.handler.js';
import { KnownToHandler } from './application/known-to/known-to.handler.js';
import { LinkLoginHandler } from './application/link-login/link-login.handler.js';
import { OnOwnDisclosureHandler } from './application/on-own-disclosure/on-own-disclosure.handler.js';
import { OnOwnRecordHandler } from './application/on-own-record/on-own-record.handler.js';
import { OnPersonHandler } from './application/on-person/on-person.handler.js';
import { PersonLookup } from './application/person.lookup.js';
import { RegisterPersonHandler } from './application/register-person/register-person.handler.js';
import { SendInvitationHandler } from './application/send-invitation/send-invitation.handler.js';
import { UnlinkLoginHandler } from './application/unlink-login/unlink-login.handler.js';
import { WithdrawInvitationHandler } from './application/withdraw-invitation/withdraw-invitation.handler.js';
import { ContestReader } from './graphql/contest.reader.js';
import { DisclosureReader } from './graphql/disclosure.reader.js';
import { InvitationReader } from './graphql/invitations/invitation.reader.js';
import { InvitationsResolver } from './graphql/invitations/invitations.resolver.js';
import { LoginCommandsResolver } from './graphql/login-commands.resolver.js';
import { MeReader } from './graphql/me.reader.js';
import { OwnRecordCommandsResolver } from './graphql/own-record-commands.resolver.js';
import { PathwayReader } from './graphql/pathway.reader.js';
import { PeopleQueriesResolver } from './graphql/people-queries.resolver.js';
import { PersonCommandsResolver } from './graphql/person-commands.resolver.js';
import { PersonReader } from './graphql/person.reader.js';

/** Who people are, their logins, what they disclose and what they contest, in the graph. */
@Module({
  providers: [
    PersonLookup,
    RegisterPersonHandler,
    CorrectRegistrationHandler,
    OnPersonHandler,
    OnOwnDisclosureHandler,
    ContestFactHandler,
    OnOwnRecordHandler,
    KnownToHandler,
    LinkLoginHandler,
    UnlinkLoginHandler,
    SendInvitationHandler,
    WithdrawInvitationHandler,
    AcceptInvitationHandler,
    MeReader,
    PersonReader,
    PathwayReader,
    DisclosureReader,
    ContestReader,
    InvitationReader,
    PersonCommandsResolver,
    LoginCommandsResolver,
    InvitationsResolver,
    OwnRecordCommandsResolver,
    PeopleQueriesResolver,
  ],
})
export class PeopleModule {}
