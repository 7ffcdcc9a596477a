import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { HistoryReader } from './history.reader.js';
import { HistoryArgs, HistoryConnection } from './history.types.js';

@Resolver()
export class HistoryResolver {
  constructor(private readonly reader: HistoryReader) {}

  @Query(() => HistoryConnection, {
    name: 'history',
    description:
      'Everything that was recorded about one record: who, when, why, and what was corrected. Empty where there is nothing of this id that you may see.',
  })
  @Rule('signedIn')
  @Reads('history')
  history(@Args() args: HistoryArgs, @Acting() act: Act) {
    return this.reader.history(act, args);
  }
}
