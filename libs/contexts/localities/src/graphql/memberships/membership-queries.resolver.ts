import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { DelegationReader } from './delegation.reader.js';
import { DelegationsArgs, RoleDelegationConnection } from './delegation.types.js';
import { OperatorReader } from './operator.reader.js';
import { OperatorConnection } from './operator.types.js';

@Resolver()
export class MembershipQueriesResolver {
  constructor(
    private readonly reader: DelegationReader,
    private readonly operatorReader: OperatorReader,
  ) {}

  @Query(() => RoleDelegationConnection, {
    name: 'delegations',
    description:
      'Who acts in whose role in an organisation whose staff you may read, or in a locality whose framework you lead: now, later and formerly. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('access-grants', 'name-cards')
  delegations(@Args() args: DelegationsArgs, @Acting() act: Act) {
    return this.reader.delegations(act, args);
  }

  @Query(() => RoleDelegationConnection, {
    name: 'myDelegations',
    description: 'The roles that you lend and those that you borrow: now, later and formerly.',
  })
  @Rule('signedIn')
  @Reads('access-grants', 'name-cards')
  myDelegations(@Args() args: PageArgs, @Acting() act: Act) {
    return this.reader.mine(act, args);
  }

  @Query(() => OperatorConnection, {
    name: 'operators',
    description:
      'Who operates the installation, today or later: for operators. Empty for others. There is always one without an end.',
  })
  @Rule('signedIn')
  @Reads('access-grants')
  operators(@Args() args: PageArgs, @Acting() act: Act) {
    return this.operatorReader.operators(act, args);
  }
}
