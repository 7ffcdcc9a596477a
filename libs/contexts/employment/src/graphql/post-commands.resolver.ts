import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { EstablishPost } from '../application/establish-post/establish-post.handler.js';
import { OnPost } from '../application/on-post/on-post.handler.js';
import { postRefusals } from '../domain/index.js';
import {
  AgreePlacesInput,
  BandPostInput,
  ClosePostInput,
  CorrectPostBandingInput,
  DeclareEquivalentBandInput,
  EstablishPostInput,
  RecordJobEvaluationInput,
} from './post.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, postRefusals, { accepted, id: 'The post.' });

const EstablishPostResult = result('EstablishPost', 'The post is established.');
const AgreePlacesResult = result('AgreePlaces', 'The post has so many places.');
const RecordJobEvaluationResult = result('RecordJobEvaluation', 'The outcome is recorded.');
const BandPostResult = result('BandPost', 'The post has this band.');
const CorrectPostBandingResult = result(
  'CorrectPostBanding',
  'The correction stands beside what it corrects.',
);
const DeclareEquivalentBandResult = result('DeclareEquivalentBand', 'The declaration is recorded.');
const ClosePostResult = result('ClosePost', 'The post is closed.');

@Resolver()
export class PostCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => EstablishPostResult.union, {
    description: 'Establishes a post of an organisation whose employment you manage.',
  })
  @Rule('employment')
  async establishPost(@Args('input') input: EstablishPostInput, @Acting() act: Act) {
    const { commandId: _, hostOrganisationId, hoursPerWeek, teamId, team, setting, ...rest } = input;
    const command = new EstablishPost(act, {
      ...rest,
      hostOrganisationId: hostOrganisationId ?? input.employingOrganisationId,
      hoursPerWeek: hoursPerWeek ?? null,
      teamId: teamId ?? null,
      team: team ?? null,
      setting: setting ?? null,
    });
    return EstablishPostResult.answer(await this.commands.execute(command), command.postId);
  }

  @Mutation(() => AgreePlacesResult.union, {
    description: 'Says how many people can hold a post from a day.',
  })
  @Rule('employment')
  async agreePlaces(@Args('input') { commandId: _, postId, ...rest }: AgreePlacesInput, @Acting() act: Act) {
    return AgreePlacesResult.answer(
      await this.commands.execute(new OnPost(act, postId, { type: 'AgreePlaces', ...rest })),
      postId,
    );
  }

  @Mutation(() => RecordJobEvaluationResult.union, {
    description: 'Records what a job evaluation of a post came to.',
  })
  @Rule('employment')
  async recordJobEvaluation(
    @Args('input') { commandId: _, postId, ...rest }: RecordJobEvaluationInput,
    @Acting() act: Act,
  ) {
    return RecordJobEvaluationResult.answer(
      await this.commands.execute(new OnPost(act, postId, { type: 'RecordJobEvaluation', ...rest })),
      postId,
    );
  }

  @Mutation(() => BandPostResult.union, {
    description:
      'Bands a post. The band comes from a job evaluation; a person takes the post’s band while in it.',
  })
  @Rule('employment')
  async bandPost(@Args('input') { commandId: _, postId, ...rest }: BandPostInput, @Acting() act: Act) {
    return BandPostResult.answer(
      await this.commands.execute(new OnPost(act, postId, { type: 'BandPost', ...rest })),
      postId,
    );
  }

  @Mutation(() => CorrectPostBandingResult.union, {
    description:
      'Says what an earlier banding should have said. The earlier one stays in the history, with the reason.',
  })
  @Rule('employment')
  async correctPostBanding(
    @Args('input') { commandId: _, postId, note, ...rest }: CorrectPostBandingInput,
    @Acting() act: Act,
  ) {
    return CorrectPostBandingResult.answer(
      await this.commands.execute(
        new OnPost(act, postId, { type: 'CorrectPostBanding', ...rest, ...present({ note }) }),
      ),
      postId,
    );
  }

  @Mutation(() => DeclareEquivalentBandResult.union, {
    description:
      'Declares what an unbanded post is worth in terms of bands. A declaration, not an evaluation.',
  })
  @Rule('employment')
  async declareEquivalentBand(
    @Args('input') { commandId: _, postId, ...rest }: DeclareEquivalentBandInput,
    @Acting() act: Act,
  ) {
    return DeclareEquivalentBandResult.answer(
      await this.commands.execute(new OnPost(act, postId, { type: 'DeclareEquivalentBand', ...rest })),
      postId,
    );
  }

  @Mutation(() => ClosePostResult.union, { description: 'Closes a post that nobody holds.' })
  @Rule('employment')
  async closePost(@Args('input') { commandId: _, postId, ...rest }: ClosePostInput, @Acting() act: Act) {
    return ClosePostResult.answer(
      await this.commands.execute(new OnPost(act, postId, { type: 'ClosePost', ...rest })),
      postId,
    );
  }
}
