import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Act } from '@alongside/application';
import { AreOpen, HaveJoined } from '@alongside/localities/contracts';
import { KnownTo } from '@alongside/people/contracts';
import type { CalendarDate, Uuid } from '@alongside/kernel';

/** Where somebody works: who employs them, where, and in which locality. */
export interface Workplace {
  readonly employingOrganisationId: Uuid;
  readonly hostOrganisationId: Uuid;
  readonly localityId: Uuid;
}

/** What an organisation must have to do with whom and what it names, before it may record anything about them. */
@Injectable()
export class Engaging {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Whether employer and host are partners in the locality: what is recorded shows in the host's lists too. */
  isAmongPartners({ employingOrganisationId, hostOrganisationId, localityId }: Workplace): Promise<boolean> {
    return this.queries.execute<HaveJoined, boolean>(
      new HaveJoined([employingOrganisationId, hostOrganisationId], localityId),
    );
  }

  /** Whether employer and host are open on the day: what was absorbed takes on nobody, its successor does. */
  isOpen({ employingOrganisationId, hostOrganisationId }: Workplace, on: CalendarDate): Promise<boolean> {
    return this.queries.execute<AreOpen, boolean>(
      new AreOpen([employingOrganisationId, hostOrganisationId], on),
    );
  }

  /** Whether an organisation of the actor's knows the person already: to engage somebody shows their name. */
  knows({ scope }: Act, personId: Uuid): Promise<boolean> {
    return this.queries.execute<KnownTo, boolean>(new KnownTo(personId, scope.organisations.C1));
  }
}
