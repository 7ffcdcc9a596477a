/** The three users the program works as. None is a superuser, and none may look past row-level security. */
export const loginRoles = ['alongside_owner', 'alongside_projector', 'alongside_gateway'] as const;
export type LoginRole = (typeof loginRoles)[number];

/** Owns schemas and tables: migrations and the installation of the log. */
export const OWNER: LoginRole = 'alongside_owner';
/** Writes read models. */
export const PROJECTOR: LoginRole = 'alongside_projector';
/** Reads read models under row-level security, and appends to the log. */
export const GATEWAY: LoginRole = 'alongside_gateway';
