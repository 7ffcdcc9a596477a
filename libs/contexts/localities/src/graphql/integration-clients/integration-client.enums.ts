import { enumOf } from '@alongside/graphql-kit';
import type { IntegrationClass } from '../../contracts.js';

export const IntegrationClassEnum = enumOf<IntegrationClass>(
  'IntegrationClass',
  {
    C0: 'What is published.',
    C1: 'Names and work contacts.',
    C2: 'Posts, engagements, training, supervision: what the organisation keeps as employer.',
  },
  'A class of values that an integration client can be given to read. Lived experience and criminal-record decisions are for people alone.',
);
