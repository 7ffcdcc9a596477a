import type { Act } from '@alongside/application';
import { holds, type Area } from '@alongside/identity';

/**
 * In which area somebody links logins. An operator does so while setting up partners, for the first people who are
 * appointed; everybody else where they manage people.
 */
export const areaOfLogins = ({ actor }: Act): Area => (holds(actor, 'operator') ? 'partners' : 'people');
