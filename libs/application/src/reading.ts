/** Nest token of the program's `ReadModels`. */
export const READ_MODELS = Symbol('read-models');
