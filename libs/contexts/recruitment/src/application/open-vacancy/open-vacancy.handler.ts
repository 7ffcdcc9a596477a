import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { ApplicableClauses, type ApplicableClause } from '@alongside/framework/contracts';
import { idMadeBy, type CalendarDate, type Uuid } from '@alongside/kernel';
import { ReadinessOf, type ItemInPlace } from '@alongside/localities/contracts';
import { vacancyStream } from '../../contracts.js';
import {
  vacancy,
  type OpenVacancy as Open,
  type ReadinessItem,
  type VacancyRefusal,
} from '../../domain/index.js';
import { PostRegister } from '../looking-up/post-places.js';
import { readinessItems } from './readiness-items.js';

/** Opens a vacancy for a post of an organisation in which the actor recruits. Its id comes from the command's. */
export class OpenVacancy extends Command<Outcome<VacancyRefusal>> {
  readonly vacancyId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Open, 'type' | 'vacancyId' | 'localityId' | 'readiness' | 'post'>,
  ) {
    super();
    this.vacancyId = idMadeBy(act.commandId, 'vacancy');
  }
}

@CommandHandler(OpenVacancy)
export class OpenVacancyHandler implements ICommandHandler<OpenVacancy> {
  constructor(
    private readonly commanding: Commanding,
    private readonly queries: QueryBus,
    private readonly posts: PostRegister,
  ) {}

  async execute({ act, input, vacancyId }: OpenVacancy): Promise<Outcome<VacancyRefusal>> {
    const { organisationId, effectiveOn } = input;
    const post = await this.posts.find(act.scope, input.postId);
    if (!post) return { rejected: 'NotFound' };
    const { localityId } = post;
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: vacancy,
      stream: vacancyStream(vacancyId),
      command: async (): Promise<Open> => ({
        type: 'OpenVacancy',
        ...input,
        vacancyId,
        localityId,
        readiness: await this.readiness(organisationId, effectiveOn),
        post,
      }),
      payload: input,
      owner: () => ({ organisations: [organisationId], localities: [localityId] }),
    });
  }

  private async readiness(organisationId: Uuid, on: CalendarDate): Promise<readonly ReadinessItem[]> {
    const [clauses, inPlace] = await Promise.all([
      this.queries.execute<ApplicableClauses, readonly ApplicableClause[]>(
        new ApplicableClauses(organisationId, on),
      ),
      this.queries.execute<ReadinessOf, readonly ItemInPlace[]>(new ReadinessOf(organisationId, on)),
    ]);
    return readinessItems(clauses, inPlace);
  }
}
