import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { KnownTo } from '@alongside/people/contracts';
import { applicationIdOf, applicationStream } from '../../contracts.js';
import { application, type ApplicationRefusal } from '../../domain/index.js';
import { VacanciesOnOffer } from '../looking-up/vacancies-on-offer.js';

/** A person applies, or whoever recruits for the organisation enters the application of somebody it knows. */
export class SubmitApplication extends Command<Outcome<ApplicationRefusal>> {
  readonly applicationId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: {
      readonly vacancyId: Uuid;
      readonly personId: Uuid;
      /** Null on the day of the command. */
      readonly effectiveOn: CalendarDate | null;
    },
  ) {
    super();
    this.applicationId = applicationIdOf(input.vacancyId, input.personId);
  }
}

@CommandHandler(SubmitApplication)
export class SubmitApplicationHandler implements ICommandHandler<SubmitApplication> {
  constructor(
    private readonly commanding: Commanding,
    private readonly vacancies: VacanciesOnOffer,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  async execute({ act, input, applicationId }: SubmitApplication): Promise<Outcome<ApplicationRefusal>> {
    const { vacancyId, personId } = input;
    const vacancy = await this.vacancies.find(act.scope, vacancyId);
    if (!vacancy || !(await this.mayName(act, personId))) return { rejected: 'NotFound' };
    const effectiveOn = input.effectiveOn ?? act.actor.today;
    return this.commanding.run(act, {
      // To apply is a person's own affair; who recruits for an organisation keeps its people's records too.
      area: 'people',
      decider: application,
      stream: applicationStream(applicationId),
      command: { type: 'SubmitApplication', applicationId, vacancyId, personId, vacancy, effectiveOn },
      payload: input,
      owner: () => ({
        organisations: [vacancy.organisationId],
        localities: [vacancy.localityId],
        person: personId,
      }),
    });
  }

  /** To apply shows a name to whoever recruits: they enter nobody whom their organisation does not know. */
  private async mayName({ actor, scope }: Act, personId: Uuid): Promise<boolean> {
    if (actor.kind === 'person' && actor.id === personId) return true;
    return this.queries.execute<KnownTo, boolean>(new KnownTo(personId, scope.organisations.C1));
  }
}
