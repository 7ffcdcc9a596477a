import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ApplicationReader } from './application.reader.js';
import {
  ApplicationArgs,
  ApplicationConnection,
  ApplicationsArgs,
  ApplicationWithChecks,
  MyApplicationsArgs,
} from './application.types.js';
import { VacancyReader } from './vacancy.reader.js';
import { VacanciesArgs, Vacancy, VacancyArgs, VacancyConnection } from './vacancy.types.js';

@Resolver()
export class RecruitmentQueriesResolver {
  constructor(
    private readonly vacancyReader: VacancyReader,
    private readonly applicationReader: ApplicationReader,
  ) {}

  @Query(() => VacancyConnection, {
    description: 'Vacancies of every organisation, the last opened first. Published to everybody signed in.',
  })
  @Rule('signedIn')
  @Reads('vacancies', 'organisations')
  vacancies(@Args() args: VacanciesArgs, @Acting() act: Act) {
    return this.vacancyReader.vacancies(act, args);
  }

  @Query(() => Vacancy, {
    nullable: true,
    description: 'A vacancy, open or closed; null where there is none of this id.',
  })
  @Rule('signedIn')
  @Reads('vacancies')
  vacancy(@Args() args: VacancyArgs, @Acting() act: Act) {
    return this.vacancyReader.vacancy(act, args.vacancyId);
  }

  @Query(() => ApplicationConnection, {
    description:
      'The applications to a vacancy or to an organisation, in the order in which they were made. Empty where they are not yours to see.',
  })
  @Rule('signedIn')
  @Reads('applications', 'vacancies', 'organisations', 'name-cards')
  applications(@Args() args: ApplicationsArgs, @Acting() act: Act) {
    return this.applicationReader.applications(act, args);
  }

  @Query(() => ApplicationWithChecks, {
    nullable: true,
    description:
      'An application with its checks, for its applicant and for who recruits. Null where there is none of this id that you may see.',
  })
  @Rule('signedIn')
  @Reads('applications', 'vacancies', 'check-status', 'dbs-decisions', 'name-cards')
  application(@Args() args: ApplicationArgs, @Acting() act: Act) {
    return this.applicationReader.application(act, args.applicationId);
  }

  @Query(() => ApplicationConnection, {
    description: 'Your own applications, wherever you applied; the last first.',
  })
  @Rule('signedIn')
  @Reads('applications', 'vacancies', 'name-cards')
  myApplications(@Args() args: MyApplicationsArgs, @Acting() act: Act) {
    return this.applicationReader.own(act, args);
  }
}
