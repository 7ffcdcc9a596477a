/** Nest token of the program's `ReadModels`. */
export const READ_MODELS = Symbol('read-models');

/** Nest token of the program's `ValueOpener`, for values of class C3 and C4. */
export const VALUE_OPENER = Symbol('value-opener');

/** Nest token of the secret key (`Uint8Array`, at least 32 bytes) by which logins are named in the record. */
export const LOGIN_KEY = Symbol('login-key');
