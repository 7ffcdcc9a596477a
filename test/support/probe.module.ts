import { Module } from '@nestjs/common';
import {
  Args,
  ArgsType,
  Extensions,
  Field,
  Mutation,
  ObjectType,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { LongText, ReadArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';

/** What a failing part knows and nobody may be told. */
export const PROBE_SECRET = 'Key (email)=(ana.secret@example.org) already exists in /srv/alongside';

@ObjectType({ description: 'Something to ask for in specs.' })
@Extensions({ class: 'C0' })
export class Probe {
  @Field({ description: 'What it says.' })
  readonly says!: string;
}

@ArgsType()
export class ProbeArgs extends ReadArgs {
  @Field(() => LongText, { nullable: true, description: 'What it shall say.' })
  readonly saying?: string | null;
}

/** Commands of the probe that have begun, and the way to let them finish. */
export const probeCommands: { readonly begun: (() => void)[]; readonly waiting: (() => void)[] } = {
  begun: [],
  waiting: [],
};

@Resolver(() => Probe)
export class ProbeResolver {
  @Query(() => Probe, { description: 'Public.' })
  @Rule('public')
  @Reads('organisations')
  probe(@Args() { saying }: ProbeArgs): Probe {
    return { says: saying ?? 'something' };
  }

  @Query(() => Probe, { description: 'Fails as a part of the program may fail.' })
  @Rule('public')
  probeFails(): Probe {
    throw new TypeError(PROBE_SECRET);
  }

  @Query(() => Probe, { description: 'Has no rule.' })
  probeClosed(): Probe {
    return { says: PROBE_SECRET };
  }

  @Mutation(() => Probe, { description: 'Takes until it is let go.' })
  @Rule('public')
  async probeCommand(): Promise<Probe> {
    const letGo = new Promise<void>((resolve) => probeCommands.waiting.push(resolve));
    for (const tell of probeCommands.begun.splice(0)) tell();
    await letGo;
    return { says: 'done' };
  }

  @ResolveField(() => Probe, { description: 'Another one, for as deep as you like.' })
  inner(): Probe {
    return { says: 'deeper' };
  }
}

/** A part of the graph that fails and waits when a spec wants it to. */
@Module({ providers: [ProbeResolver] })
export class ProbeModule {}
