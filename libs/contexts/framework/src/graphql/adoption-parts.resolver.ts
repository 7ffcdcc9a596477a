import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting } from '@alongside/graphql-kit';
import { AdoptionReader } from './adoption.reader.js';
import { Adoption, DeviationConnection } from './adoption.types.js';
import { WithinArgs } from './paging.args.js';

@Resolver(() => Adoption)
export class AdoptionPartsResolver {
  constructor(private readonly adopting: AdoptionReader) {}

  @ResolveField(() => DeviationConnection, {
    description: 'The deviations that hold on the day, as known at the moment asked for.',
  })
  deviations(@Parent() adoption: Adoption, @Args() args: WithinArgs, @Acting() act: Act) {
    return this.adopting.deviations(act, adoption, args);
  }
}
