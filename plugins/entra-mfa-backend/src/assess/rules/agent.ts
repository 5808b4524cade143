import { leftOut } from './leftOut';

const agentType = '#microsoft.graph.agentuser';

/** Told by the type that Graph gives; never guessed from names. */
export const agent = leftOut({
  scopeClass: 'agent',
  text: 'Identities of agents, which are not people, are left out.',
  facts: ({ facts }) => ({ type: facts.user.type }),
  fits: ({ facts }) => facts.user.type?.toLowerCase() === agentType,
});
