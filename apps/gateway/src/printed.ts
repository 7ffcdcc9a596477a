import type { GraphQLSchema } from 'graphql';
import { projections } from '@alongside/deployment';
import { printClasses } from '@alongside/graphql-kit';
import { printMatrix } from '@alongside/identity';
import { printAccess } from '@alongside/read-models';
import { printGraph } from './graph.js';

const matrixHead = `# Who may see and do what

Printed by \`npm run schema\` from the one table of rules in [\`rules.ts\`](../libs/identity/src/access/rules.ts); not for
editing. From the same table come the checks of commands, the \`where\` of reads, the settings of row-level security and the
tests of all of these.

Classes: **C0** published and aggregate · **C1** work contact, posts · **C2** employment · **C3** lived experience, adjustments,
benefits, and the fact of being a peer worker once it crosses an organisation's border · **C4** criminal-record decision. A dash
means never. Which field is of which class stands in [the classes of fields](field-classes.md). \`agreement\` and \`break-glass\`
open what one agreement, or one emergency, names, and every read of a person through them is logged for that person.

`;

const classesHead = `# The class of every field

Printed by \`npm run schema\` from the graph; not for editing. A field has the class of its type unless it is listed by itself;
types of public data alone (C0) are left out. Who may read which class stands in [the matrix](access-matrix.md). An
organisation's client is refused every document that asks for a class that it was not given.

`;

const accessHead = `# Whose the rows of each read model are

Printed by \`npm run schema\` from the \`access\` of each projection; not for editing. Row-level security is made from it: a row
shows to whoever satisfies any one of what its table names, in the row's class, as [the matrix](access-matrix.md) says. By an
agreement a row shows where the first of its organisations shares; \`counted\` rows are counted for figures whose reader may
not see them.

`;

/** Every file of the repository that is printed from the program, by its path. */
export const printedFiles = (schema: GraphQLSchema): Readonly<Record<string, string>> => ({
  'apps/gateway/schema.graphql': printGraph(schema),
  'docs/access-matrix.md': matrixHead + printMatrix(),
  'docs/field-classes.md': classesHead + printClasses(schema),
  'docs/access-of-tables.md': accessHead + printAccess(projections),
});
