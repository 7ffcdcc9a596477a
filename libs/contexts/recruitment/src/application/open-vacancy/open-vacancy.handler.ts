import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { ApplicableClauses, type ApplicableClause } from '@alongside/framework/contracts';
import { idMadeBy, type CalendarDate, type Uuid } from '@alongside/kernel';
import { ReadinessOf, TeamOf, type ItemInPlace, type TeamFound } from '@alongside/localities/contracts';
import { vacancyStream } from '../../contracts.js';
import { vacancy, type OpenVacancy as Open, type VacancyRefusal } from '../../domain/index.js';
import { PostRegister, type PostPlaces } from '../looking-up/post-places.js';
import { readinessItems, type Standings } from './readiness-items.js';

/** Opens a vacancy for a post of an organisation in which the actor recruits. Its id comes from the command's. */
export class OpenVacancy extends Command<Outcome<VacancyRefusal>> {
  readonly vacancyId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Open, 'type' | 'vacancyId' | 'localityId' | 'readiness' | 'post' | 'missingTeam'>,
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
        post,
        ...(await this.readiness(organisationId, post, effectiveOn)),
      }),
      payload: input,
      owner: () => ({ organisations: [organisationId], localities: [localityId] }),
    });
  }

  private async readiness(
    organisationId: Uuid,
    post: PostPlaces,
    on: CalendarDate,
  ): Promise<Pick<Open, 'readiness' | 'missingTeam'>> {
    const [clauses, inPlace, team] = await Promise.all([
      this.queries.execute<ApplicableClauses, readonly ApplicableClause[]>(
        new ApplicableClauses(organisationId, on),
      ),
      this.queries.execute<ReadinessOf, readonly ItemInPlace[]>(new ReadinessOf(organisationId, on)),
      this.team(post, on),
    ]);
    return {
      readiness: readinessItems(clauses, { organisation: { organisationId, inPlace }, team }),
      missingTeam: team ? null : post.teamId,
    };
  }

  /** The team of the post where it is on the day: of the organisation where the work is done, or of the employer. */
  private async team(
    { teamId, organisationId: employer, hostOrganisationId }: PostPlaces,
    on: CalendarDate,
  ): Promise<Standings['team']> {
    if (teamId === null) return null;
    for (const organisationId of new Set([hostOrganisationId, employer])) {
      const found = await this.queries.execute<TeamOf, TeamFound | null>(
        new TeamOf(teamId, organisationId, on),
      );
      if (!found) continue;
      const inPlace = await this.queries.execute<ReadinessOf, readonly ItemInPlace[]>(
        new ReadinessOf(organisationId, on, teamId),
      );
      return { organisationId, teamId, inPlace };
    }
    return null;
  }
}
