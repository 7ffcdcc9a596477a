import { Inject, Injectable } from '@nestjs/common';
import { VALUE_OPENER, type Act } from '@alongside/application';
import { isErased, isSealed, type Personal, type Uuid } from '@alongside/kernel';
import type { ValueOpener } from '@alongside/privacy';

/** Opens what somebody said of their own lived experience, for themselves and for nobody else. */
@Injectable()
export class OwnLivedExperience {
  constructor(@Inject(VALUE_OPENER) private readonly opener: ValueOpener) {}

  async of(
    { scope }: Act,
    supervisorId: Uuid | null,
    said: Personal<boolean> | null,
  ): Promise<boolean | null> {
    if (said === null || scope.person === null || supervisorId !== scope.person) return null;
    const plain = isSealed(said) ? await this.opener.openValue(said) : said;
    return typeof plain === 'boolean' && !isErased(plain) ? plain : null;
  }
}
