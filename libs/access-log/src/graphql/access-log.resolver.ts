import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AccessLogReader } from './access-log.reader.js';
import {
  AccessLogArgs,
  AccessLogConnection,
  MyAccessLogArgs,
  OwnAccessConnection,
} from './access-log.types.js';

@Resolver()
export class AccessLogResolver {
  constructor(private readonly reader: AccessLogReader) {}

  @Query(() => OwnAccessConnection, {
    name: 'myAccessLog',
    description:
      'Who read what about you, when, why and on what grounds, latest first: every reading of class C3 and C4, through an agreement or your training passport, and in an emergency. Nobody else can ask this.',
  })
  @Rule('signedIn')
  @Reads('name-cards', 'organisations')
  myAccessLog(@Args() args: MyAccessLogArgs, @Acting() act: Act) {
    return this.reader.mine(act, args);
  }

  @Query(() => AccessLogConnection, {
    name: 'accessLog',
    description:
      'Who read what in the records of an organisation or on its behalf, for its auditors, latest first. Without what people read of themselves. Empty where it is not yours to audit.',
  })
  @Rule('signedIn')
  @Reads('name-cards')
  accessLog(@Args() args: AccessLogArgs, @Acting() act: Act) {
    return this.reader.audited(act, args);
  }
}
