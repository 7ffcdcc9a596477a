/** Something the person who gave the command can put right: said in words, without a stack. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}
