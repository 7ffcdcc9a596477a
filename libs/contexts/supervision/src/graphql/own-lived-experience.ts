import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener, type WhenAsked } from '@alongside/access-log';
import type { Act } from '@alongside/application';
import type { Personal, Uuid } from '@alongside/kernel';

/** Opens what somebody said of their own lived experience, for themselves and for nobody else, where it is asked for. */
@Injectable()
export class OwnLivedExperience {
  constructor(@Inject(LoggedOpener) private readonly opener: LoggedOpener) {}

  of(
    act: Act,
    supervisorId: Uuid | null,
    organisation: Uuid,
    said: Personal<boolean> | null,
  ): WhenAsked<boolean> | null {
    const person = act.scope.person;
    if (said === null || person === null || supervisorId !== person) return null;
    return this.opener.whenAsked(
      act,
      { what: 'supervisorLivedExperience', class: 'C3', person, organisation },
      said,
    );
  }
}
