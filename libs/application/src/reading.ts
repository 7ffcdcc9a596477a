/** Nest token of the program's `ReadModels`. */
export const READ_MODELS = Symbol('read-models');

/** Nest token of the program's `ValueOpener`, for values of class C3 and C4. */
export const VALUE_OPENER = Symbol('value-opener');
