import { Module } from '@nestjs/common';
import { AppointOperatorHandler } from './application/appoint-operator/appoint-operator.handler.js';
import { DelegateRoleHandler } from './application/delegate-role/delegate-role.handler.js';
import { DismissOperatorHandler } from './application/dismiss-operator/dismiss-operator.handler.js';
import { EndDelegationHandler } from './application/end-delegation/end-delegation.handler.js';
import { EndRoleHandler } from './application/end-role/end-role.handler.js';
import { GrantRoleHandler } from './application/grant-role/grant-role.handler.js';
import { MembershipLookup } from './application/memberships/membership.lookup.js';
import { PartnerReader } from './application/partner.reader.js';
import { DelegationCommandsResolver } from './graphql/memberships/delegation-commands.resolver.js';
import { DelegationReader } from './graphql/memberships/delegation.reader.js';
import { MembershipQueriesResolver } from './graphql/memberships/membership-queries.resolver.js';
import { OperatorCommandsResolver } from './graphql/memberships/operator-commands.resolver.js';
import { OperatorReader } from './graphql/memberships/operator.reader.js';
import { RoleCommandsResolver } from './graphql/role-commands.resolver.js';

/** Who holds, lends and borrows which role, and who operates the installation. */
@Module({
  providers: [
    PartnerReader,
    MembershipLookup,
    GrantRoleHandler,
    EndRoleHandler,
    DelegateRoleHandler,
    EndDelegationHandler,
    AppointOperatorHandler,
    DismissOperatorHandler,
    DelegationReader,
    OperatorReader,
    RoleCommandsResolver,
    DelegationCommandsResolver,
    MembershipQueriesResolver,
    OperatorCommandsResolver,
  ],
})
export class MembershipsModule {}
